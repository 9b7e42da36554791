/**
 * The one door to sources that users name, URLs and uploads: a URL in, its bytes in a file out, within the limits of size, time and address.
 * What may pass by itself is tried again; no message that leaves here names an address, a path or the URL.
 */
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import pRetry from 'p-retry';
import { isUpload } from '#lib/composition/upload-source';
import { AppError } from '#lib/errors';
import { recordMetric } from '#lib/metrics/record-metric';
import { SOURCE_RETRIES_MAX } from '#worker/media/limits';
import { readErrorCode, requestSource, type SourceResponse } from '#worker/media/request-source';
import { requestUpload } from '#worker/media/request-upload';
import type { Lookup } from '#worker/media/source-address';

export interface FetchSourceOptions {
  source: string;
  /** Where the bytes go: a name of our own, never the URL's. */
  path: string;
  /** For everything: look-up, redirects, all tries. */
  timeoutSeconds: number;
  sizeBytesMax: number;
  /** `host:port` pairs that may be private. */
  allowHosts: readonly string[];
  signal: AbortSignal;
  /** Never goes back, also when a try starts again. The total is what the server announces. */
  onBytes: (receivedBytes: number, totalBytes: number | null) => void;
  /** The system's resolver unless a test takes its place. */
  lookup?: Lookup;
}

/**
 * Downloads the source and returns its size. On failure nothing is left at `path`.
 * Throws AppError SOURCE_* or DISK_FULL, and the signal's reason when aborted.
 */
export async function fetchSource(options: FetchSourceOptions): Promise<{ sizeBytes: number }> {
  const deadline = AbortSignal.timeout(Math.ceil(options.timeoutSeconds * 1000));
  const signal = AbortSignal.any([options.signal, deadline]);
  const onBytes = onlyForward(options.onBytes);
  try {
    const sizeBytes = await pRetry(() => downloadOnce({ ...options, onBytes, signal }), {
      retries: SOURCE_RETRIES_MAX,
      minTimeout: 200,
      factor: 3,
      randomize: true,
      signal,
      shouldRetry: ({ error }) => error instanceof AppError && error.isRetryable && error.code !== 'DISK_FULL',
    });
    return { sizeBytes };
  } catch (error) {
    await rm(options.path, { force: true });
    options.signal.throwIfAborted();
    if (deadline.aborted) throw new AppError('SOURCE_TOO_SLOW', { cause: error });
    throw error;
  }
}

async function downloadOnce(options: FetchSourceOptions): Promise<number> {
  const response = isUpload(options.source) ? await requestUpload(options.source, options.signal) : await requestSource(options.source, options);
  try {
    return await saveBody(response, options);
  } finally {
    await response.close();
  }
}

async function saveBody({ body, announcedBytes }: SourceResponse, options: FetchSourceOptions): Promise<number> {
  const { path, sizeBytesMax, signal, onBytes } = options;
  if (announcedBytes !== null && announcedBytes > sizeBytesMax) throw tooLarge(sizeBytesMax);
  let receivedBytes = 0;
  const count = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      receivedBytes += chunk.length;
      if (receivedBytes > sizeBytesMax) throw tooLarge(sizeBytesMax);
      yield chunk;
      onBytes(receivedBytes, announcedBytes);
    }
  };
  await pipeline(body, count, createWriteStream(path, { mode: 0o600 }), { signal })
    .catch((error: unknown) => {
      signal.throwIfAborted();
      throw toBodyError(error);
    })
    .finally(() => recordMetric('source_bytes', { origin: isUpload(options.source) ? 'upload' : 'url' }, receivedBytes));
  if (announcedBytes !== null && receivedBytes < announcedBytes) throw new AppError('SOURCE_INCOMPLETE');
  if (receivedBytes === 0) throw new AppError('SOURCE_EMPTY');
  return receivedBytes;
}

function tooLarge(sizeBytesMax: number): AppError {
  const megabytes = Math.floor((sizeBytesMax / (1024 * 1024)) * 10) / 10;
  return new AppError('SOURCE_TOO_LARGE', { message: `The source is larger than the ${megabytes} MB allowed`, details: { size_bytes_max: sizeBytesMax } });
}

/** What an error in the middle of the body means. */
function toBodyError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const code = readErrorCode(error);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new AppError('DISK_FULL', { cause: error });
  if (code === 'UND_ERR_BODY_TIMEOUT') return new AppError('SOURCE_TOO_SLOW', { cause: error });
  const isConnectionLost = code !== null && (code.startsWith('UND_ERR_') || code.startsWith('HPE_') || ['ECONNRESET', 'EPIPE', 'ETIMEDOUT'].includes(code));
  return isConnectionLost ? new AppError('SOURCE_INCOMPLETE', { cause: error }) : error;
}

function onlyForward(onBytes: FetchSourceOptions['onBytes']): FetchSourceOptions['onBytes'] {
  let reportedBytes = 0;
  return (receivedBytes, totalBytes) => {
    if (receivedBytes <= reportedBytes) return;
    reportedBytes = receivedBytes;
    onBytes(receivedBytes, totalBytes);
  };
}
