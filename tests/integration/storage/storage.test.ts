/** The storage against the embedded S3 server, with a faulty proxy in between where something has to go wrong. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';

import { CreateMultipartUploadCommand, GetObjectCommand, HeadObjectCommand, ListMultipartUploadsCommand, type S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import type { StorageConfig } from '#lib/config';
import type { RecordStorageOperation } from '#lib/storage/storage-context';
import { createStorage, type Storage } from '#lib/storage/storage';
import { withFaultProxy, type Fault, type FaultChoice } from '#tests/integration/storage/fault-proxy';
import { BUCKET, REGION, SECRET_ACCESS_KEY, startTestS3, type TestS3 } from '#tests/integration/storage/test-s3';

type Row = Parameters<RecordStorageOperation>[0];

const JOB_ID = '6f1f6f0e-3c1c-4c0b-9a53-0d6b8a1f2c11';
let s3: TestS3;
let client: S3Client;
let directory: string;
let filePath: string;
let largePath: string;
let rows: Row[];

const record: RecordStorageOperation = async (row) => {
  rows.push(row);
};
const summary = () => rows.map(({ operation, success }) => `${operation} ${success ? 'ok' : 'failed'}`);

beforeAll(async () => {
  s3 = await startTestS3();
  client = s3.client();
  directory = await mkdtemp(join(tmpdir(), 'videogen-storage-'));
  filePath = join(directory, 'small.mp4');
  largePath = join(directory, 'large.mp4');
  await writeFile(filePath, 'a finished video');
  await writeFile(largePath, randomBytes(30 * 1024 * 1024));
  await createStorage(s3.config(), record).setupBucket();
});
afterAll(async () => {
  await s3.close();
  await rm(directory, { recursive: true, force: true });
});
beforeEach(() => {
  rows = [];
});

interface UploadChanges {
  kind?: 'poster';
  extension?: 'jpg';
  filePath?: string;
  jobId?: string;
  signal?: AbortSignal;
  onProgress?: (sentBytes: number, totalBytes: number) => void;
}
const upload = (storage: Storage, changes: UploadChanges = {}) =>
  storage.uploadResult({ kind: 'video', jobId: JOB_ID, filePath, extension: 'mp4', signal: new AbortController().signal, onProgress: () => undefined, ...changes });

/** Storage of this file's server behind a proxy that does to each request what `decide` says. */
const withFaults = <T>(decide: FaultChoice, run: (storage: Storage) => Promise<T>, changes: Partial<StorageConfig> = {}): Promise<T> =>
  withFaultProxy(s3.endpoint, decide, ({ endpoint }) => run(createStorage(s3.config({ endpoint, ...changes }), record)));
const unfinishedUploads = async () => (await client.send(new ListMultipartUploadsCommand({ Bucket: BUCKET }))).Uploads ?? [];

describe('uploading a result', () => {
  it('returns its public address, key and size, and everybody can read it there', async () => {
    const before = Date.now();
    const result = await upload(createStorage(s3.config(), record));
    expect(result).toMatchObject({ success: true, bucketName: BUCKET, region: REGION, fileSize: 16, etag: expect.stringMatching(/^"[0-9a-f]{32}"$/), requestId: expect.any(String) });
    const [, uploadedAt] = new RegExp(`^processed/video_${JOB_ID}_(\\d+)\\.mp4$`).exec(result.s3Key)!;
    expect(Number(uploadedAt)).toBeGreaterThanOrEqual(before);
    expect(result.publicUrl).toBe(`${s3.endpoint}/${BUCKET}/${result.s3Key}`);
    const answer = await fetch(result.publicUrl);
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, 'video/mp4', 'a finished video']);
    const head = await client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: result.s3Key }));
    expect(head.Metadata).toEqual({ 'job-id': JOB_ID, 'upload-timestamp': new Date(Number(uploadedAt)).toISOString() });
    expect(rows).toMatchObject([
      { jobId: JOB_ID, operation: 'upload', bucket: BUCKET, key: result.s3Key, region: REGION, success: true, fileSizeBytes: 16, errorMessage: null },
      { jobId: JOB_ID, operation: 'verify', key: result.s3Key, success: true, fileSizeBytes: 16, errorMessage: null },
    ]);
  });

  it('of a poster is public beside the video, as a picture', async () => {
    const result = await upload(createStorage(s3.config(), record), { kind: 'poster', extension: 'jpg' });
    expect(result.s3Key).toMatch(new RegExp(`^processed/poster_${JOB_ID}_\\d+\\.jpg$`));
    const answer = await fetch(result.publicUrl);
    expect([answer.status, answer.headers.get('content-type'), await answer.text()]).toEqual([200, 'image/jpeg', 'a finished video']);
    expect(rows).toMatchObject([{ jobId: JOB_ID, operation: 'upload', key: result.s3Key, success: true }, { operation: 'verify', key: result.s3Key, success: true }]);
  });

  it('sends a large file in parts, and its progress grows to the whole size', async () => {
    const progress: number[] = [];
    const result = await upload(createStorage(s3.config(), record), { filePath: largePath, onProgress: (sentBytes) => progress.push(sentBytes) });
    expect(result.etag).toMatch(/-4"$/);
    expect(progress.at(-1)).toBe(30 * 1024 * 1024);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.length).toBeGreaterThanOrEqual(4);
  });

  it('of a missing file fails with "S3 upload failed", is not tried again, and is recorded', async () => {
    const storage = createStorage(s3.config(), record);
    await expect(upload(storage, { filePath: join(directory, 'missing.mp4') })).rejects.toMatchObject({
      code: 'STORAGE_UPLOAD_FAILED', message: 'S3 upload failed: the finished file cannot be read',
    });
    expect(rows).toMatchObject([{ operation: 'upload', success: false, errorMessage: expect.stringContaining('ENOENT') }]);
  });

  it('that fails twice with 500 and then works leaves three rows, two of them failed, and one object', async () => {
    const jobId = '00000000-0000-4000-8000-000000000001';
    const result = await withFaults((request, index) => (request.startsWith('PUT') && index < 2 ? 'status 500' : null), (storage) => upload(storage, { jobId }));
    expect(summary()).toEqual(['upload failed', 'upload failed', 'upload ok', 'verify ok']);
    expect(rows.map(({ metadata }) => metadata['attempt'])).toEqual([1, 2, 3, 1]);
    expect(rows[0]?.errorMessage).toContain('injected');
    expect(await createStorage(s3.config(), record).listJobKeys(jobId)).toEqual([result.s3Key]);
  });

  it('whose connection is cut in a part begins again, and leaves no half upload behind', async () => {
    let cuts = 0;
    const progress: number[] = [];
    const isCut = (request: string) => /partNumber=3/.test(request) && (cuts += 1) === 1;
    const result = await withFaults((request) => (isCut(request) ? 'cut' : null), (storage) =>
      upload(storage, { filePath: largePath, onProgress: (sentBytes) => progress.push(sentBytes) }));
    expect(summary()).toEqual(['upload failed', 'upload ok', 'verify ok']);
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect((await client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: result.s3Key }))).ContentLength).toBe(30 * 1024 * 1024);
    expect(await unfinishedUploads()).toEqual([]);
  });

  it('gives up after the configured retries, and says nothing of the inside', async () => {
    const failed = withFaults(() => 'status 500', (storage) => upload(storage), { uploadRetriesMax: 1 });
    await expect(failed).rejects.toMatchObject({ code: 'STORAGE_UPLOAD_FAILED', message: 'S3 upload failed: the storage is not available' });
    expect(summary()).toEqual(['upload failed', 'upload failed']);
  });

  it('is not tried again when it is refused, and no error shows the secret', async () => {
    const storage = createStorage(s3.config({ secretAccessKey: `${SECRET_ACCESS_KEY}-wrong` }), record);
    const error: unknown = await upload(storage).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ message: 'S3 upload failed: the storage refused access' });
    expect(rows).toMatchObject([{ success: false, errorMessage: expect.stringContaining('SignatureDoesNotMatch') }]);
    expect(inspect([error, rows], { depth: 20 })).not.toContain(SECRET_ACCESS_KEY);
  });

  it('fails when nobody listens', async () => {
    const storage = createStorage(s3.config({ endpoint: 'http://127.0.0.1:1', uploadRetriesMax: 0 }), record);
    await expect(upload(storage)).rejects.toMatchObject({ message: 'S3 upload failed: the connection to the storage failed' });
    expect(rows[0]?.errorMessage).toContain('ECONNREFUSED');
  });

  it('that takes longer than its limit is ended', async () => {
    const failed = withFaults(() => 'stall', (storage) => upload(storage), { uploadTimeoutSeconds: 0.2, uploadRetriesMax: 0 });
    await expect(failed).rejects.toMatchObject({ message: 'S3 upload failed: the storage took too long' });
    expect(summary()).toEqual(['upload failed']);
  });

  it('ends at once when its signal is aborted, with the signal\'s reason, and leaves nothing behind', async () => {
    const cancel = new AbortController();
    const reason = new Error('cancelled by the user');
    const jobId = '00000000-0000-4000-8000-000000000002';
    const stalled = (request: string): Fault | null => {
      if (!/partNumber=2/.test(request)) return null;
      setTimeout(() => cancel.abort(reason), 50);
      return 'stall';
    };
    await expect(withFaults(stalled, (storage) => upload(storage, { jobId, filePath: largePath, signal: cancel.signal }))).rejects.toBe(reason);
    expect(rows).toMatchObject([{ operation: 'upload', success: false, errorMessage: 'Error: cancelled by the user' }]);
    expect(await unfinishedUploads()).toEqual([]);
    expect(await createStorage(s3.config(), record).listJobKeys(jobId)).toEqual([]);
  });

  it('whose stored size differs fails its verification', async () => {
    const failed = withFaults((request) => (request.startsWith('HEAD') ? 'wrong size' : null), (storage) => upload(storage));
    await expect(failed).rejects.toMatchObject({ code: 'STORAGE_UPLOAD_FAILED', message: 'S3 upload failed: the stored object is not what was sent' });
    expect(summary()).toEqual(['upload ok', 'verify failed']);
    expect(rows[1]?.errorMessage).toBe('the object has 17 bytes instead of 16');
  });

  it('is not undone by a record that could not be kept', async () => {
    const storage = createStorage(s3.config(), () => Promise.reject(new Error('no database')));
    await expect(upload(storage)).resolves.toMatchObject({ success: true });
  });
});

describe('verifying and deleting', () => {
  it('says true for an object of that size, and false for another size or no object', async () => {
    const storage = createStorage(s3.config(), record);
    const { s3Key: key } = await upload(storage);
    rows = [];
    expect(await storage.verifyObject({ jobId: JOB_ID, key, sizeBytes: 16 })).toBe(true);
    expect(await storage.verifyObject({ jobId: JOB_ID, key, sizeBytes: 15 })).toBe(false);
    expect(await storage.verifyObject({ jobId: JOB_ID, key: 'processed/missing.mp4', sizeBytes: 16 })).toBe(false);
    expect(summary()).toEqual(['verify ok', 'verify failed', 'verify failed']);
  });

  it('deletes an object, and records it', async () => {
    const storage = createStorage(s3.config(), record);
    const { s3Key: key } = await upload(storage);
    await storage.deleteObject({ jobId: JOB_ID, key });
    await expect(client.send(new GetObjectCommand({ Bucket: BUCKET, Key: key }))).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect(summary().at(-1)).toBe('delete ok');
  });

  it('lists the results of one job only, videos and posters', async () => {
    const storage = createStorage(s3.config(), record);
    const jobId = '00000000-0000-4000-8000-000000000003';
    const first = await upload(storage, { jobId });
    const second = await upload(storage, { jobId });
    const poster = await upload(storage, { jobId, kind: 'poster', extension: 'jpg' });
    expect(await storage.listJobKeys(jobId)).toEqual([first.s3Key, second.s3Key, poster.s3Key]);
    expect(await storage.listJobKeys('00000000-0000-4000-8000-00000000000')).toEqual([]);
  });

  it('ends the unfinished uploads of one job only', async () => {
    const [ours, theirs] = ['00000000-0000-4000-8000-000000000004', '00000000-0000-4000-8000-000000000005'].map((id) => `processed/video_${id}_1.mp4`);
    for (const Key of [ours, ours, theirs]) await client.send(new CreateMultipartUploadCommand({ Bucket: BUCKET, Key }));
    await createStorage(s3.config(), record).abortUnfinished('00000000-0000-4000-8000-000000000004');
    expect(summary()).toEqual(['delete ok', 'delete ok']);
    expect(rows[0]).toMatchObject({ jobId: '00000000-0000-4000-8000-000000000004', key: ours, metadata: { attempt: 1, upload_id: expect.any(String) } });
    const { Uploads } = await client.send(new ListMultipartUploadsCommand({ Bucket: BUCKET }));
    expect(Uploads?.map(({ Key }) => Key)).toEqual([theirs]);
    await createStorage(s3.config(), record).abortUnfinished('00000000-0000-4000-8000-000000000005');
  });
});

describe('checking the bucket', () => {
  it('passes when it answers, and fails when it is missing, refused, or silent for 2 s', async () => {
    await expect(createStorage(s3.config(), record).checkBucket()).resolves.toBeUndefined();
    await expect(createStorage(s3.config({ bucket: 'missing' }), record).checkBucket()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    await expect(createStorage(s3.config({ secretAccessKey: 'wrong' }), record).checkBucket()).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    await expect(withFaults(() => 'stall', (storage) => storage.checkBucket())).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(rows).toEqual([]);
  });
});
