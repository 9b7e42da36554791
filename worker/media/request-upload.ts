/**
 * Reads an upload straight from the bucket: its source in, the same kind of answer as `request-source.ts` gives for URLs out. No address
 * of a user is involved; the same limits, and the same look at the bytes, follow.
 */
import { toUploadId } from '#lib/composition/upload-source';
import { getConfig } from '#lib/config';
import { AppError } from '#lib/errors';
import { openUpload } from '#lib/storage/open-upload';
import type { SourceResponse } from '#worker/media/request-source';

/** Throws SOURCE_NOT_FOUND, and SOURCE_SERVER_FAILED when the storage does not answer. */
export async function requestUpload(source: string, signal: AbortSignal): Promise<SourceResponse> {
  const opened = await openUpload(getConfig().storage, toUploadId(source), signal).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new AppError('SOURCE_SERVER_FAILED', { message: 'The storage of the uploads did not answer', cause: error });
  });
  if (opened === null) throw new AppError('SOURCE_NOT_FOUND', { message: 'The upload does not exist: it has expired, or never arrived as a whole' });
  const { body, sizeBytes, close } = opened;
  // An answer that is not read to its end must not end the process when its connection is closed.
  body.on('error', () => undefined);
  return { body, announcedBytes: sizeBytes, close: async () => close() };
}
