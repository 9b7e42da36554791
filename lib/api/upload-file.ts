/**
 * Brings a file from the browser into the bucket: the file in, the source that a composition names it by out, its progress on the way.
 * What may pass by itself is tried again, with longer and longer pauses; each try asks for a new address.
 */
import pRetry from 'p-retry';
import { ApiError, createUpload } from '#lib/api/client';
import type { UploadKind } from '#lib/api/contract';

export interface UploadFileOptions {
  /** Bytes that have left, of all; goes back to 0 when a try begins anew. */
  onProgress?: (sentBytes: number, totalBytes: number) => void;
  /** Called before each further try. */
  onRetry?: (error: UploadError | ApiError) => void;
  /** Cancels. */
  signal?: AbortSignal;
  /** Tries after the first. */
  retriesMax?: number;
}

export interface UploadedFile {
  uploadId: string;
  /** `upload:...` */
  source: string;
  kind: UploadKind;
}

/** The storage did not take the file. `status` is 0 when it did not answer at all. */
export class UploadError extends Error {
  readonly status: number;

  constructor(status: number) {
    super(status === 0 ? 'The connection to the storage was lost' : `The storage answered with status ${status}`);
    this.name = 'UploadError';
    this.status = status;
  }
}

const RETRIES_MAX = 4;
const PAUSE_MS = 500;

/** Throws ApiError when the file is refused (`problems` say why), UploadError when it does not get through, or the signal's reason. */
export async function uploadFile(file: File, { onProgress, onRetry, signal, retriesMax = RETRIES_MAX }: UploadFileOptions = {}): Promise<UploadedFile> {
  const wanted = { filename: file.name, size_bytes: file.size, content_type: file.type };
  return pRetry(
    async () => {
      const { upload_id: uploadId, source, kind, upload_url: url, headers } = await createUpload(wanted, { signal });
      await put(file, { url, headers, onProgress, signal });
      return { uploadId, source, kind };
    },
    {
      retries: retriesMax,
      minTimeout: PAUSE_MS,
      factor: 2,
      randomize: true,
      signal,
      shouldRetry: ({ error }) => {
        if (!isPassing(error)) return false;
        onRetry?.(error);
        return true;
      },
    },
  );
}

/** No answer, an address that has run out (403), too many at once, or a server that is not well. */
function isPassing(error: unknown): error is UploadError | ApiError {
  if (error instanceof ApiError) return error.status === 0 || error.status === 429 || error.status >= 500;
  return error instanceof UploadError && (error.status === 0 || error.status === 403 || error.status === 429 || error.status >= 500);
}

interface Put extends Pick<UploadFileOptions, 'onProgress' | 'signal'> {
  url: string;
  headers: Record<string, string>;
}

/** By XMLHttpRequest, as fetch tells nothing of what has been sent. */
function put(file: File, { url, headers, onProgress, signal }: Put): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = (): void => request.abort();
    request.open('PUT', url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress?.(loaded, total));
    request.addEventListener('load', () => (request.status === 200 ? resolve() : reject(new UploadError(request.status))));
    request.addEventListener('error', () => reject(new UploadError(0)));
    request.addEventListener('abort', () => reject(signal?.reason));
    request.addEventListener('loadend', () => signal?.removeEventListener('abort', abort));
    signal?.addEventListener('abort', abort, { once: true });
    if (signal?.aborted === true) return reject(signal.reason);
    request.send(file);
  });
}
