/**
 * The facts of a still picture: a file in, facts out. It is decoded once, strictly, so that a truncated one is found here
 * and not in the middle of a render.
 */
import type { ImageFacts, Orientation } from '#lib/composition/media-facts';
import { AppError } from '#lib/errors';
import { inspectFile, type InspectedFrame, type SourceFile } from '#worker/media/inspect-file';
import { parseDisplayMatrix, parseExifOrientation } from '#worker/media/orientation';
import { toPictureFacts } from '#worker/media/picture-facts';

/** `explode` makes a decoder fail where it would else paint over what is missing. */
const STRICT_FIRST_FRAME = ['-err_detect', 'explode', '-show_streams', '-show_frames', '-select_streams', 'v:0', '-read_intervals', '%+#1'];

/** Throws SOURCE_DAMAGED when the picture does not decode, SOURCE_TOO_MANY_PIXELS before it would. */
export async function probeImage(file: SourceFile): Promise<ImageFacts> {
  const { streams: [stream], frames: [frame] } = await inspectFile(file, STRICT_FIRST_FRAME);
  if (stream === undefined || frame === undefined) throw new AppError('SOURCE_DAMAGED', { cause: 'no frame was decoded' });
  return { kind: 'image', ...toPictureFacts(stream, file.format, findOrientation(frame)) };
}

/** From EXIF, which FFmpeg gives as a tag, or as a matrix, or as both, depending on the format and its own version. */
function findOrientation({ tags, side_data_list: sideData }: InspectedFrame): Orientation {
  const matrix = sideData.find(({ displaymatrix }) => displaymatrix !== undefined)?.displaymatrix;
  return parseExifOrientation(tags['Orientation'] ?? '') ?? (matrix === undefined ? 1 : parseDisplayMatrix(matrix));
}
