/**
 * Asks the storage whether an object is there and whole: its key and size in, yes or no out.
 */
import { HeadObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';

import { recordAttempts, type AttemptOutcome } from '#lib/storage/record-attempts';
import type { StorageContext } from '#lib/storage/storage-context';

const VERIFY_TIMEOUT_MS = 10_000;

export interface VerifyOptions {
  readonly jobId: string | null;
  readonly key: string;
  readonly sizeBytes: number;
  readonly signal: AbortSignal;
  /** As of `recordAttempts`. */
  readonly pauseGrowth?: number;
}

/** False when there is no such object, or one of another size. Rejects when the storage does not say. */
export async function verifyObject(context: StorageContext, { jobId, key, sizeBytes, signal, pauseGrowth }: VerifyOptions): Promise<boolean> {
  const attempt = async (): Promise<AttemptOutcome<boolean>> => {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(VERIFY_TIMEOUT_MS)]);
    const found = await headSize(context, key, limited);
    const success = found === sizeBytes;
    const errorMessage = success ? null : found === null ? 'the object does not exist' : `the object has ${found} bytes instead of ${sizeBytes}`;
    return { value: success, success, fileSizeBytes: found, errorMessage, metadata: {} };
  };
  return recordAttempts(context, { jobId, operation: 'verify', key, signal, pauseGrowth, attempt });
}

async function headSize({ config, client }: StorageContext, key: string, abortSignal: AbortSignal): Promise<number | null> {
  try {
    const { ContentLength } = await client.send(new HeadObjectCommand({ Bucket: config.bucket, Key: key }), { abortSignal });
    return ContentLength ?? 0;
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null;
    throw error;
  }
}
