/**
 * The buckets on disk: a name in, its settings, objects and uploads out.
 * One folder a bucket, with `bucket.json` for the settings; all of them are opened at the start.
 */
import { mkdir, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

import type { CorsRule } from '#lib/embedded/s3/cors';
import type { LifecycleRule } from '#lib/embedded/s3/lifecycle';
import { MultipartStore } from '#lib/embedded/s3/multipart-store';
import { ObjectStore } from '#lib/embedded/s3/object-store';
import type { BucketPolicy } from '#lib/embedded/s3/policy';
import type { PublicAccessBlock } from '#lib/embedded/s3/public-access-block';
import { S3Error } from '#lib/embedded/s3/s3-error';
import { writeJson } from '#lib/embedded/s3/write-json';

const BUCKET_NAME = /^(?!.*\.\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

export interface BucketSettings {
  readonly createdAtMs: number;
  readonly publicAccessBlock: PublicAccessBlock;
  readonly policy: BucketPolicy | null;
  readonly corsRules: readonly CorsRule[] | null;
  readonly lifecycleRules: readonly LifecycleRule[] | null;
}

export interface Bucket {
  readonly name: string;
  readonly settings: BucketSettings;
  readonly objects: ObjectStore;
  readonly uploads: MultipartStore;
}

/** A new bucket is private, and stays so until its owner says otherwise: the state of new buckets on AWS. */
const NEW_BUCKET: Omit<BucketSettings, 'createdAtMs'> = {
  publicAccessBlock: { BlockPublicAcls: 'true', IgnorePublicAcls: 'true', BlockPublicPolicy: 'true', RestrictPublicBuckets: 'true' },
  policy: null,
  corsRules: null,
  lifecycleRules: null,
};

export class BucketStore {
  readonly #directory: string;
  readonly #buckets = new Map<string, Bucket>();

  private constructor(directory: string) {
    this.#directory = directory;
  }

  static async open(directory: string): Promise<BucketStore> {
    await mkdir(directory, { recursive: true });
    const store = new BucketStore(directory);
    for (const name of await readdir(directory)) {
      if (!BUCKET_NAME.test(name)) continue;
      const text = await readFile(join(directory, name, 'bucket.json'), 'utf8').catch(() => null);
      if (text !== null) await store.#load(name, JSON.parse(text) as BucketSettings);
    }
    return store;
  }

  /** In the order of their names. */
  list(): Bucket[] {
    return [...this.#buckets.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  find(name: string): Bucket | null {
    return this.#buckets.get(name) ?? null;
  }

  /** Throws NoSuchBucket. */
  get(name: string | null): Bucket {
    const bucket = name === null ? undefined : this.#buckets.get(name);
    if (bucket === undefined) throw new S3Error('NoSuchBucket', 'The specified bucket does not exist');
    return bucket;
  }

  /** Throws InvalidBucketName and BucketAlreadyOwnedByYou. */
  async create(name: string): Promise<void> {
    if (!BUCKET_NAME.test(name)) throw new S3Error('InvalidBucketName', 'The specified bucket is not valid.');
    if (this.#buckets.has(name)) throw new S3Error('BucketAlreadyOwnedByYou', 'Your previous request to create the named bucket succeeded and you already own it.');
    const settings: BucketSettings = { ...NEW_BUCKET, createdAtMs: Date.now() };
    await mkdir(join(this.#directory, name), { recursive: true });
    await this.#save(name, settings);
    await this.#load(name, settings);
  }

  async changeSettings(name: string, change: Partial<BucketSettings>): Promise<void> {
    const bucket = this.get(name);
    const settings = { ...bucket.settings, ...change };
    await this.#save(name, settings);
    this.#buckets.set(name, { ...bucket, settings });
  }

  async #load(name: string, settings: BucketSettings): Promise<void> {
    const directory = join(this.#directory, name);
    const [objects, uploads] = await Promise.all([ObjectStore.open(directory), MultipartStore.open(directory)]);
    this.#buckets.set(name, { name, settings, objects, uploads });
  }

  async #save(name: string, settings: BucketSettings): Promise<void> {
    await writeJson(join(this.#directory, name, 'bucket.json'), settings);
  }
}
