/**
 * The objects of one bucket on disk: a key and a finished file in, a record and an open file out.
 * A key's record is `<sha256 of the key>.json`, which names the file of its bytes, so that replacing the record is the one
 * moment in which an object appears or changes, and no key, however hostile, becomes a path.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

import { writeJson } from '#lib/embedded/s3/write-json';

export interface ObjectRecord {
  readonly key: string;
  readonly sizeBytes: number;
  /** With its quotes, as in the header. */
  readonly etag: string;
  readonly modifiedAtMs: number;
  /** What GET and HEAD answer beside the above: content-type, cache-control, x-amz-meta-* and the like. */
  readonly headers: Readonly<Record<string, string>>;
  /** x-amz-checksum-* headers, answered to those who ask for them. */
  readonly checksums: Readonly<Record<string, string>>;
}

interface StoredRecord extends ObjectRecord {
  readonly dataFile: string;
}

export class ObjectStore {
  readonly #directory: string;
  readonly #incomingDirectory: string;
  /** All records, read once at the start; the disk is written first, then this. */
  readonly #records = new Map<string, StoredRecord>();
  #lastChange: Promise<void> = Promise.resolve();

  private constructor(directory: string) {
    this.#directory = join(directory, 'objects');
    this.#incomingDirectory = join(directory, 'incoming');
  }

  /** Opens the store below `directory`, and clears what a crash left half done. */
  static async open(directory: string): Promise<ObjectStore> {
    const store = new ObjectStore(directory);
    await rm(store.#incomingDirectory, { recursive: true, force: true });
    await mkdir(store.#incomingDirectory, { recursive: true });
    await mkdir(store.#directory, { recursive: true });
    await store.#load();
    return store;
  }

  /** A new path for bytes on their way in; on the same file system as the objects. */
  newIncomingPath(): string {
    return join(this.#incomingDirectory, randomUUID());
  }

  find(key: string): ObjectRecord | null {
    return this.#records.get(key) ?? null;
  }

  /** All records whose key begins with `prefix`, in the order of the keys' UTF-8 bytes, as S3 lists them. */
  list(prefix: string): ObjectRecord[] {
    const matching = [...this.#records.values()].filter((record) => record.key.startsWith(prefix));
    return matching.sort((a, b) => Buffer.compare(Buffer.from(a.key), Buffer.from(b.key)));
  }

  /** The object and its open file; null when there is no such key. The caller closes the file. */
  async openObject(key: string): Promise<{ record: ObjectRecord; file: FileHandle } | null> {
    for (;;) {
      const record = this.#records.get(key);
      if (record === undefined) return null;
      try {
        return { record, file: await open(join(this.#directory, record.dataFile)) };
      } catch (error) {
        // Replaced or deleted between the two lines above: look again.
        if (this.#records.get(key) === record) throw error;
      }
    }
  }

  /** Makes the finished file at `incomingPath` the object of `record.key`, in place of an older one. */
  commit(record: ObjectRecord, incomingPath: string): Promise<void> {
    return this.#inTurn(async () => {
      const dataFile = `${hashKey(record.key)}.${randomUUID()}.data`;
      const stored: StoredRecord = { ...record, dataFile };
      await rename(incomingPath, join(this.#directory, dataFile));
      await writeJson(this.#recordPath(record.key), stored);
      const replaced = this.#records.get(record.key);
      this.#records.set(record.key, stored);
      if (replaced !== undefined) await this.#remove(replaced.dataFile);
    });
  }

  /** Deletes the object; true when there was one. */
  async delete(key: string): Promise<boolean> {
    let wasThere = false;
    await this.#inTurn(async () => {
      const record = this.#records.get(key);
      if (record === undefined) return;
      await rm(this.#recordPath(key), { force: true });
      this.#records.delete(key);
      await this.#remove(record.dataFile);
      wasThere = true;
    });
    return wasThere;
  }

  /** One change at a time, so that the records on disk and in memory change in the same order. */
  #inTurn(change: () => Promise<void>): Promise<void> {
    const result = this.#lastChange.then(change);
    this.#lastChange = result.catch(() => undefined);
    return result;
  }

  async #load(): Promise<void> {
    const names = await readdir(this.#directory);
    for (const name of names.filter((candidate) => candidate.endsWith('.json'))) {
      const record = JSON.parse(await readFile(join(this.#directory, name), 'utf8')) as StoredRecord;
      this.#records.set(record.key, record);
    }
    const known = new Set([...this.#records.values()].map((record) => record.dataFile));
    for (const name of names.filter((candidate) => !candidate.endsWith('.json') && !known.has(candidate))) await this.#remove(name);
  }

  #recordPath(key: string): string {
    return join(this.#directory, `${hashKey(key)}.json`);
  }

  async #remove(dataFile: string): Promise<void> {
    await rm(join(this.#directory, dataFile), { force: true });
  }
}

function hashKey(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
