/**
 * Multipart uploads of one bucket on disk: parts in, one joined file out.
 * An upload is a folder named by its id; a part's file name carries its number, size and MD5, so that one rename makes it whole.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

import { S3Error } from '#lib/embedded/s3/s3-error';
import { writeJson } from '#lib/embedded/s3/write-json';

/** All parts but the last have at least this size. */
const PART_BYTES_MIN = 5 * 1024 * 1024;

export interface MultipartUpload {
  readonly uploadId: string;
  readonly key: string;
  readonly startedAtMs: number;
  readonly headers: Readonly<Record<string, string>>;
}

export interface StoredPart {
  readonly partNumber: number;
  readonly sizeBytes: number;
  readonly md5Hex: string;
  readonly file: string;
}

export class MultipartStore {
  readonly #directory: string;
  readonly #completing = new Set<string>();

  private constructor(directory: string) {
    this.#directory = directory;
  }

  static async open(bucketDirectory: string): Promise<MultipartStore> {
    const store = new MultipartStore(join(bucketDirectory, 'uploads'));
    await mkdir(store.#directory, { recursive: true });
    return store;
  }

  async create(key: string, headers: Record<string, string>): Promise<MultipartUpload> {
    const upload: MultipartUpload = { uploadId: randomUUID(), key, startedAtMs: Date.now(), headers };
    await mkdir(this.#uploadDirectory(upload.uploadId));
    await writeJson(join(this.#uploadDirectory(upload.uploadId), 'upload.json'), upload);
    return upload;
  }

  /** Throws NoSuchUpload, for an upload of another key as well. */
  async get(uploadId: string, key: string): Promise<MultipartUpload> {
    const upload = await this.#read(uploadId);
    if (upload?.key !== key) throw noSuchUpload();
    return upload;
  }

  /** All uploads under way, oldest first. */
  async list(): Promise<MultipartUpload[]> {
    const uploads = await Promise.all((await readdir(this.#directory)).map((uploadId) => this.#read(uploadId)));
    return uploads.filter((upload) => upload !== null).sort((a, b) => a.startedAtMs - b.startedAtMs);
  }

  /** Takes the finished file at `incomingPath` as a part, in place of an older one of the same number. */
  async putPart(uploadId: string, part: Omit<StoredPart, 'file'>, incomingPath: string): Promise<void> {
    try {
      const older = (await this.listParts(uploadId)).filter(({ partNumber }) => partNumber === part.partNumber);
      await rename(incomingPath, join(this.#uploadDirectory(uploadId), `${part.partNumber}.${part.sizeBytes}.${part.md5Hex}.${randomUUID()}.part`));
      await Promise.all(older.map((stale) => rm(stale.file, { force: true })));
    } catch (error) {
      // The upload was aborted while the part came in.
      await rm(incomingPath, { force: true });
      throw isMissing(error) ? noSuchUpload() : error;
    }
  }

  /** The parts in the order of their numbers. */
  async listParts(uploadId: string): Promise<StoredPart[]> {
    const directory = this.#uploadDirectory(uploadId);
    const names = await readdir(directory).catch((error: unknown) => {
      throw isMissing(error) ? noSuchUpload() : error;
    });
    return names
      .map((name) => ({ name, fields: name.split('.') }))
      .filter(({ name }) => name.endsWith('.part'))
      .map(({ name, fields: [partNumber, sizeBytes, md5Hex] }) => ({
        partNumber: Number(partNumber), sizeBytes: Number(sizeBytes), md5Hex: md5Hex ?? '', file: join(directory, name),
      }))
      .sort((a, b) => a.partNumber - b.partNumber);
  }

  /**
   * Joins the parts the client names into `incomingPath`. The upload stays until `abort`, for a crash in between.
   * The ETag is S3's: MD5 over the parts' MD5s, and their number.
   */
  async join(uploadId: string, wanted: ReadonlyArray<{ partNumber: number; etag: string }>, incomingPath: string): Promise<{ etag: string; sizeBytes: number }> {
    if (this.#completing.has(uploadId)) throw new S3Error('OperationAborted', 'The upload is already being completed.');
    this.#completing.add(uploadId);
    try {
      const parts = chooseParts(await this.listParts(uploadId), wanted);
      for (const part of parts) await pipeline(createReadStream(part.file), createWriteStream(incomingPath, { flags: 'a', flush: true }));
      const md5 = createHash('md5').update(Buffer.concat(parts.map((part) => Buffer.from(part.md5Hex, 'hex')))).digest('hex');
      return { etag: `"${md5}-${parts.length}"`, sizeBytes: parts.reduce((sum, part) => sum + part.sizeBytes, 0) };
    } catch (error) {
      await rm(incomingPath, { force: true });
      throw error;
    } finally {
      this.#completing.delete(uploadId);
    }
  }

  /** Removes the upload with all its parts. */
  async abort(uploadId: string): Promise<void> {
    await rm(this.#uploadDirectory(uploadId), { recursive: true, force: true });
  }

  async #read(uploadId: string): Promise<MultipartUpload | null> {
    try {
      return JSON.parse(await readFile(join(this.#uploadDirectory(uploadId), 'upload.json'), 'utf8')) as MultipartUpload;
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** An id comes from the client: only what `create` could have made becomes a path. */
  #uploadDirectory(uploadId: string): string {
    if (!/^[0-9a-f-]{36}$/.test(uploadId)) throw noSuchUpload();
    return join(this.#directory, uploadId);
  }
}

function chooseParts(stored: readonly StoredPart[], wanted: ReadonlyArray<{ partNumber: number; etag: string }>): StoredPart[] {
  if (wanted.some(({ partNumber }, index) => index > 0 && partNumber <= (wanted[index - 1]?.partNumber ?? 0))) {
    throw new S3Error('InvalidPartOrder', 'The list of parts was not in ascending order.');
  }
  const parts = wanted.map(({ partNumber, etag }) => {
    const part = stored.find((candidate) => candidate.partNumber === partNumber && candidate.md5Hex === etag.replaceAll('"', ''));
    if (part === undefined) throw new S3Error('InvalidPart', `Part ${partNumber} could not be found, or its ETag does not match.`);
    return part;
  });
  if (parts.slice(0, -1).some(({ sizeBytes }) => sizeBytes < PART_BYTES_MIN)) {
    throw new S3Error('EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size');
  }
  return parts;
}

function noSuchUpload(): S3Error {
  return new S3Error('NoSuchUpload', 'The specified multipart upload does not exist.');
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
