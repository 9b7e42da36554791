/**
 * Brings a finished video, or its poster, into the bucket: a file in, its public address and S3's answer out.
 * It streams from disk, in parts when it is large, is tried again when the storage fails, and is verified by a HEAD.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

import type { CompleteMultipartUploadCommandOutput } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';

import { AppError } from '#lib/errors';
import { createAbortableClient } from '#lib/storage/abortable-client';
import { CONTENT_TYPE_BY_EXTENSION, resultKey, type ResultExtension, type ResultKind } from '#lib/storage/object-key';
import { publicUrl } from '#lib/storage/public-url';
import { PATIENT_PAUSE_GROWTH, recordAttempts, type AttemptOutcome } from '#lib/storage/record-attempts';
import type { StorageContext } from '#lib/storage/storage-context';
import { describeForPublic } from '#lib/storage/storage-error';
import { verifyObject } from '#lib/storage/verify-object';

/** Parts of this size, so many at a time: an upload holds at most 24 MiB in memory. */
const PART_BYTES = 8 * 1024 * 1024;
const PARTS_AT_ONCE = 3;
const PARTS_MAX = 10_000;

export interface UploadOptions {
  readonly kind: ResultKind;
  readonly jobId: string;
  readonly filePath: string;
  readonly extension: ResultExtension;
  readonly signal: AbortSignal;
  /** Never goes backwards, even when an attempt begins anew. */
  readonly onProgress: (sentBytes: number, totalBytes: number) => void;
}

export interface UploadResult {
  readonly success: true;
  readonly publicUrl: string;
  readonly s3Key: string;
  readonly bucketName: string;
  readonly region: string;
  /** Bytes. */
  readonly fileSize: number;
  readonly etag: string;
  readonly requestId: string | null;
  /** How often it was sent; of each time but the last, an upload in parts may be left unfinished. */
  readonly tries: number;
}

/** Throws STORAGE_UPLOAD_FAILED ("S3 upload failed: ..."), or the signal's reason when it is aborted. */
export async function uploadResult(context: StorageContext, options: UploadOptions): Promise<UploadResult> {
  const uploadedAt = new Date();
  const key = resultKey({ ...options, uploadedAt });
  const { jobId, signal } = options;
  try {
    const attempt = createAttempt(context, { ...options, key, uploadedAt });
    const sent = await recordAttempts(context, { jobId, operation: 'upload', key, signal, pauseGrowth: PATIENT_PAUSE_GROWTH, attempt });
    if (!(await verifyObject(context, { jobId, key, sizeBytes: sent.fileSize, signal, pauseGrowth: PATIENT_PAUSE_GROWTH }))) {
      throw new AppError('STORAGE_UPLOAD_FAILED', { message: 'S3 upload failed: the stored object is not what was sent' });
    }
    return sent;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof AppError) throw error;
    throw new AppError('STORAGE_UPLOAD_FAILED', { message: `S3 upload failed: ${describeForPublic(error)}`, cause: error });
  }
}

interface Attempted extends UploadOptions {
  readonly key: string;
  readonly uploadedAt: Date;
}

/** One attempt each time it is called, each with the whole time limit; the progress of all of them is one. */
function createAttempt(context: StorageContext, options: Attempted): () => Promise<AttemptOutcome<UploadResult>> {
  const { config } = context;
  let sentBytesMax = 0;
  let tries = 0;
  return async () => {
    tries += 1;
    const { size: fileSize } = await stat(options.filePath);
    const onSent = (sentBytes: number): void => {
      sentBytesMax = Math.max(sentBytesMax, sentBytes);
      options.onProgress(sentBytesMax, fileSize);
    };
    const output = await sendFile(context, { ...options, fileSize, onSent });
    const requestId = output.$metadata.requestId ?? null;
    const value: UploadResult = {
      success: true, publicUrl: publicUrl(config, options.key), s3Key: options.key, bucketName: config.bucket, region: config.region,
      fileSize, etag: output.ETag ?? '', requestId, tries,
    };
    return { value, success: true, fileSizeBytes: fileSize, errorMessage: null, metadata: { etag: value.etag, request_id: requestId } };
  };
}

async function sendFile(
  { config, client }: StorageContext,
  { filePath, fileSize, key, jobId, extension, uploadedAt, signal, onSent }: Attempted & { fileSize: number; onSent: (sentBytes: number) => void },
): Promise<CompleteMultipartUploadCommandOutput> {
  const body = createReadStream(filePath);
  const upload = new Upload({
    client: createAbortableClient(config, client, AbortSignal.any([signal, AbortSignal.timeout(config.uploadTimeoutSeconds * 1000)])),
    partSize: Math.max(PART_BYTES, Math.ceil(fileSize / PARTS_MAX)),
    queueSize: PARTS_AT_ONCE,
    params: {
      Bucket: config.bucket,
      Key: key,
      Body: body,
      ContentType: CONTENT_TYPE_BY_EXTENSION[extension],
      Metadata: { 'job-id': jobId, 'upload-timestamp': uploadedAt.toISOString() },
    },
  });
  upload.on('httpUploadProgress', ({ loaded }) => onSent(loaded ?? 0));
  try {
    return await upload.done();
  } finally {
    body.destroy();
  }
}
