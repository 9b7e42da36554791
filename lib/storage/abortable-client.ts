/**
 * A client whose every request ends when a signal does: a client and a signal in, a client over the same connections out.
 * lib-storage offers an abort of its own, but leaves requests under way running and does not wait for its clearing up.
 */
import type { S3Client } from '@aws-sdk/client-s3';

import type { StorageConfig } from '#lib/config';
import { createS3Client } from '#lib/storage/client';

/** For the one request that comes after the end: the DELETE of an unfinished multipart upload. */
const CLEAR_UP_TIMEOUT_MS = 5_000;

export function createAbortableClient(config: StorageConfig, client: S3Client, signal: AbortSignal): S3Client {
  const inner = client.config.requestHandler;
  const handle: typeof inner.handle = async (request, options) => {
    const abortSignal = request.method === 'DELETE' ? AbortSignal.timeout(CLEAR_UP_TIMEOUT_MS) : signal;
    try {
      return await inner.handle(request, { ...options, abortSignal });
    } catch (error) {
      // The SDK calls every abort an AbortError; the reason tells a limit from a caller's wish.
      throw abortSignal.aborted ? abortSignal.reason : error;
    }
  };
  return createS3Client(config, { maxAttempts: 1, requestHandler: { metadata: inner.metadata ?? { handlerProtocol: 'http/1.1' }, handle } });
}
