/**
 * Reads what somebody uploaded, as a stream: an upload's id in, its bytes out.
 */
import type { Readable } from 'node:stream';

import { GetObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';

import type { StorageConfig } from '#lib/config';
import { createS3Client } from '#lib/storage/client';
import { uploadKey } from '#lib/storage/object-key';

export interface OpenedUpload {
  readonly body: Readable;
  readonly sizeBytes: number;
  /** Closes the connection; must be called. */
  close(): void;
}

/** Null when there is no such object. Rejects with the SDK's error when the storage does not answer, and with the signal's when it is aborted. */
export async function openUpload(config: StorageConfig, uploadId: string, signal: AbortSignal): Promise<OpenedUpload | null> {
  const client = createS3Client(config, { maxAttempts: 1 });
  try {
    const { Body, ContentLength } = await client.send(new GetObjectCommand({ Bucket: config.bucket, Key: uploadKey(uploadId) }), { abortSignal: signal });
    const body = Body as Readable;
    const close = (): void => {
      body.destroy();
      client.destroy();
    };
    return { body, sizeBytes: ContentLength ?? 0, close };
  } catch (error) {
    client.destroy();
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null;
    throw error;
  }
}
