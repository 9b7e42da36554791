/**
 * The one door to the bucket: the storage configuration in, all that the product does with S3 out.
 * Uploads, verifications and deletes are recorded, one row an attempt; the rest asks and changes nothing of a job.
 */
import { DeleteObjectCommand, HeadBucketCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';

import type { StorageConfig } from '#lib/config';
import { AppError } from '#lib/errors';
import { abortUnfinished } from '#lib/storage/abort-unfinished';
import { createS3Client } from '#lib/storage/client';
import { jobKeyPrefixes } from '#lib/storage/object-key';
import { openUpload, type OpenedUpload } from '#lib/storage/open-upload';
import { presignRead, type PresignReadOptions } from '#lib/storage/presign-read';
import { presignUpload, type PresignOptions } from '#lib/storage/presign-upload';
import { publicUrl } from '#lib/storage/public-url';
import { recordAttempts } from '#lib/storage/record-attempts';
import { setupBucket } from '#lib/storage/setup-bucket';
import type { RecordStorageOperation, StorageContext } from '#lib/storage/storage-context';
import { storePreview, type PreviewOptions } from '#lib/storage/store-preview';
import { uploadResult, type UploadOptions, type UploadResult } from '#lib/storage/upload-result';
import { verifyObject } from '#lib/storage/verify-object';

const CHECK_TIMEOUT_MS = 2_000;
const DELETE_TIMEOUT_MS = 10_000;
/** Of all requests of one listing, with their repetitions: people may wait for it. */
const LIST_TIMEOUT_MS = 10_000;

export interface Storage {
  /** Uploads a finished video or its poster and verifies it. Throws STORAGE_UPLOAD_FAILED, or the signal's reason when it is aborted. */
  uploadResult(options: UploadOptions): Promise<UploadResult>;
  /** True when the object is there and has that size; rejects when the storage does not say. */
  verifyObject(options: { jobId: string | null; key: string; sizeBytes: number }): Promise<boolean>;
  /** Deletes an object; one that is not there counts as deleted. */
  deleteObject(options: { jobId: string | null; key: string }): Promise<void>;
  /** Keys of all results of a job, of dead attempts as well: the videos, then the posters. */
  listJobKeys(jobId: string): Promise<string[]>;
  /** Ends the uploads of a job that nobody will finish. Only for a job of which no attempt counts any more. */
  abortUnfinished(jobId: string): Promise<void>;
  publicUrl(key: string): string;
  /** A URL for one PUT of exactly that type and size, under `uploads/`. */
  presignUpload(options: PresignOptions): Promise<string>;
  /** A URL for reading one object under `uploads/`. */
  presignRead(options: PresignReadOptions): Promise<string>;
  /** The bytes of an upload; null when there is no such object. */
  openUpload(uploadId: string, signal: AbortSignal): Promise<OpenedUpload | null>;
  /** Puts a preview of a medium under `uploads/`. */
  storePreview(options: PreviewOptions): Promise<void>;
  /** Throws SERVICE_UNAVAILABLE when the bucket does not answer within 2 s. */
  checkBucket(): Promise<void>;
  /** Creates the bucket where it is missing, and its settings; one line a step. */
  setupBucket(): Promise<string[]>;
}

export function createStorage(config: StorageConfig, recordOperation: RecordStorageOperation): Storage {
  const context: StorageContext = { config, recordOperation, client: createS3Client(config, { maxAttempts: 1 }) };
  return {
    uploadResult: (options) => uploadResult(context, options),
    verifyObject: (options) => verifyObject(context, { ...options, signal: new AbortController().signal }),
    deleteObject: (options) => deleteObject(context, options),
    listJobKeys: (jobId) => withListing(config, (client, abortSignal) => listJobKeys(client, { bucket: config.bucket, jobId, abortSignal })),
    abortUnfinished: (jobId) => withListing(config, (lister, abortSignal) => abortUnfinished(context, { lister, jobId, abortSignal })),
    publicUrl: (key) => publicUrl(config, key),
    presignUpload: (options) => presignUpload(config, options),
    presignRead: (options) => presignRead(config, options),
    openUpload: (uploadId, signal) => openUpload(config, uploadId, signal),
    storePreview: (options) => storePreview(context, options),
    checkBucket: () => checkBucket(config),
    setupBucket: () => setupBucket(config),
  };
}

async function deleteObject(context: StorageContext, { jobId, key }: { jobId: string | null; key: string }): Promise<void> {
  const { config, client } = context;
  await recordAttempts<void>(context, {
    jobId,
    operation: 'delete',
    key,
    signal: new AbortController().signal,
    attempt: async () => {
      await client.send(new DeleteObjectCommand({ Bucket: config.bucket, Key: key }), { abortSignal: AbortSignal.timeout(DELETE_TIMEOUT_MS) });
      return { value: undefined, success: true, fileSizeBytes: null, errorMessage: null, metadata: {} };
    },
  });
}

async function listJobKeys(client: S3Client, { bucket, jobId, abortSignal }: { bucket: string; jobId: string; abortSignal: AbortSignal }): Promise<string[]> {
  const keys: string[] = [];
  for (const Prefix of jobKeyPrefixes(jobId)) {
    for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix }, { abortSignal })) {
      keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []));
    }
  }
  return keys;
}

async function withListing<Value>(config: StorageConfig, list: (client: S3Client, abortSignal: AbortSignal) => Promise<Value>): Promise<Value> {
  const client = createS3Client(config, { maxAttempts: config.uploadRetriesMax + 1 });
  try {
    return await list(client, AbortSignal.timeout(LIST_TIMEOUT_MS));
  } finally {
    client.destroy();
  }
}

/** With a client of its own, so that it tells about connecting as well, and leaves no connection behind. */
async function checkBucket(config: StorageConfig): Promise<void> {
  const client = createS3Client(config, { maxAttempts: 1 });
  try {
    await client.send(new HeadBucketCommand({ Bucket: config.bucket }), { abortSignal: AbortSignal.timeout(CHECK_TIMEOUT_MS) });
  } catch (error) {
    throw new AppError('SERVICE_UNAVAILABLE', { cause: error });
  } finally {
    client.destroy();
  }
}
