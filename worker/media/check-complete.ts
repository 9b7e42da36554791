/**
 * Whether the end of a file is there, as FFmpeg renders half a file without a word: what its header declares is compared with what was found.
 * Throws SOURCE_DAMAGED.
 */
import { AppError } from '#lib/errors';
import type { InspectedStream, Inspection, SourceFile } from '#worker/media/inspect-file';
import { isFileCut } from '#worker/media/is-file-cut';
import type { StreamScan } from '#worker/media/scan-packets';

/**
 * How much may be missing at the end before a file counts as cut. The index of an MP4 or AVI, the count of samples of a FLAC and the blocks of a
 * GIF are exact; the writers of the others measure by the clock.
 */
const MISSING_SECONDS_MAX: Readonly<Record<string, number>> = { mov: 0.25, avi: 0.25, flac: 0.25, gif: 0.005 };
const MISSING_SECONDS_MAX_OTHERS = 1;

/** Of these FFmpeg tells what is there, or guesses by the bit rate. */
const UNDECLARED = ['ogg', 'wav', 'aac'];
/** Layer III at any rate but the lowest, where frames are half as long. */
const MP3_FRAME_SAMPLES = 1152;

export interface CompletenessInput {
  file: SourceFile;
  inspection: Inspection;
  /** The one that is used. */
  stream: InspectedStream;
  scans: ReadonlyMap<number, StreamScan>;
}

/** Compares with the last packet: of the stream where it declares a length, else of the whole file. */
export async function checkComplete({ file, inspection, stream, scans }: CompletenessInput): Promise<void> {
  const { demuxer } = file.format;
  if (await isFileCut(file.path, demuxer)) throw truncated('its last block is not whole');
  if (UNDECLARED.includes(demuxer) || (demuxer === 'mp3' && !hasFrameCount(stream))) return;
  const scan = scans.get(stream.index);
  // A stream's duration is its length; that of a file, as Matroska has it, is counted from zero, wherever the streams begin.
  const missingSeconds =
    stream.duration !== undefined && scan !== undefined
      ? stream.duration - (scan.endSeconds - scan.startSeconds)
      : (inspection.format.duration ?? 0) - Math.max(...[...scans.values()].map(({ endSeconds }) => endSeconds));
  if (missingSeconds > (MISSING_SECONDS_MAX[demuxer] ?? MISSING_SECONDS_MAX_OTHERS)) throw truncated(`${missingSeconds} s are missing`);
}

/** With a count of frames in the header FFmpeg gives a length of whole frames; without one a guess. */
function hasFrameCount({ duration, sample_rate: rate }: InspectedStream): boolean {
  const frames = ((duration ?? 0) * rate) / (MP3_FRAME_SAMPLES / 2);
  return Math.abs(frames - Math.round(frames)) < 0.001;
}

function truncated(cause: string): AppError {
  return new AppError('SOURCE_DAMAGED', { message: 'The source is truncated: its end is missing', cause });
}
