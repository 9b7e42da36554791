/** What can be wrong with a font that somebody brings, in the words that everybody may read. */
import { FONT_BYTES_MAX } from '#lib/composition/limits';
import { AppError } from '#lib/errors';

export function damagedFont(cause?: unknown): AppError {
  return new AppError('SOURCE_DAMAGED', { message: 'The font is damaged or truncated', cause });
}

export function tooLargeFont(): AppError {
  return new AppError('SOURCE_TOO_LARGE', { message: `A font may have at most ${FONT_BYTES_MAX / 1024 / 1024} MB, as it comes and unpacked`, details: { size_bytes_max: FONT_BYTES_MAX } });
}

export function notFont(message: string): AppError {
  return new AppError('SOURCE_NOT_MEDIA', { message });
}
