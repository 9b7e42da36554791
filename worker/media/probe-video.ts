/**
 * The facts of a video: a file in, facts of its first real picture stream and its first sound out. What the header says is
 * compared with what is there, and the end is test-decoded, as FFmpeg renders half a file without a word.
 */
import type { Orientation, Rational, SoundFacts, VideoFacts } from '#lib/composition/media-facts';
import { AppError } from '#lib/errors';
import { checkComplete } from '#worker/media/check-complete';
import { inspectFile, type InspectedStream, type Inspection, type SourceFile } from '#worker/media/inspect-file';
import { FRAME_RATE_MAX } from '#worker/media/limits';
import { parseDisplayMatrix } from '#worker/media/orientation';
import { toPictureFacts } from '#worker/media/picture-facts';
import { scanPackets, type StreamScan } from '#worker/media/scan-packets';

/** Shown for a picture whose length nothing tells: the frame of 25 a second. */
const FALLBACK_FRAME_SECONDS = 0.04;

/** Transport streams are sought by time alone: two seconds earlier there is a packet before the wanted key picture. */
const SEEK_MARGIN_SECONDS = 2;

/** Throws SOURCE_WRONG_KIND (no moving picture), SOURCE_DAMAGED (cut, or not decodable) or SOURCE_TOO_MANY_PIXELS. */
export async function probeVideo(file: SourceFile): Promise<VideoFacts> {
  const inspection = await inspectFile(file, ['-show_streams', '-show_format']);
  const picture = inspection.streams.find(isMovingPicture);
  if (picture === undefined) throw explainMissingPicture(inspection);
  const facts = toPictureFacts(picture, file.format, findOrientation(picture));
  const scans = await scanPackets(file);
  const scan = scans.get(picture.index);
  if (scan === undefined) throw new AppError('SOURCE_DAMAGED', { cause: 'the picture stream has no packet' });
  await checkComplete({ file, inspection, stream: picture, scans });
  await checkEndDecodes(file, picture.index, scan);
  const frameRate = parseFrameRate(picture.avg_frame_rate);
  const frameSeconds = frameRate === null ? FALLBACK_FRAME_SECONDS : frameRate.denominator / frameRate.numerator;
  return {
    kind: 'video',
    ...facts,
    durationSeconds: scan.endSeconds > scan.startSeconds ? scan.endSeconds - scan.startSeconds : frameSeconds,
    startSeconds: scan.startSeconds,
    frameRate,
    sound: findSound(inspection.streams, scans),
  };
}

/** Covers of albums, thumbnails and chapter pictures are video streams to FFmpeg as well. */
function isMovingPicture({ codec_type: type, disposition }: InspectedStream): boolean {
  return type === 'video' && !disposition['attached_pic'] && !disposition['timed_thumbnails'] && !disposition['still_image'];
}

function explainMissingPicture({ streams }: Inspection): AppError {
  const hasSound = streams.some(({ codec_type: type }) => type === 'audio');
  if (!hasSound) return new AppError('SOURCE_DAMAGED', { cause: 'no picture stream' });
  return new AppError('SOURCE_WRONG_KIND', { message: 'The source has sound but no moving picture' });
}

function findOrientation({ side_data_list: sideData }: InspectedStream): Orientation {
  const matrix = sideData.find(({ displaymatrix }) => displaymatrix !== undefined)?.displaymatrix;
  return matrix === undefined ? 1 : parseDisplayMatrix(matrix);
}

/**
 * Decodes the last key picture, and, where that shows nothing (no picture is a key, or all that are keys are cut off by an edit
 * list), whatever follows. Seeking begins earlier, as files without an index are sought by guessing.
 */
async function checkEndDecodes(file: SourceFile, streamIndex: number, { startSeconds, lastKeySeconds, isEncrypted }: StreamScan): Promise<void> {
  if (isEncrypted) throw new AppError('SOURCE_DAMAGED', { message: 'The source is encrypted' });
  const keySeconds = lastKeySeconds ?? startSeconds;
  const from = keySeconds - SEEK_MARGIN_SECONDS > startSeconds ? (keySeconds - SEEK_MARGIN_SECONDS).toFixed(6) : '';
  const decode = (packetsMax: number, options: string[]): Promise<Inspection> =>
    inspectFile(file, [
      ...options, '-select_streams', String(streamIndex), '-show_frames',
      '-show_entries', 'frame=best_effort_timestamp_time', '-read_intervals', `${from}%+#${packetsMax}`,
    ]);
  const { frames } = await decode(600, ['-skip_frame', 'nokey']);
  // Time stamps are printed rounded.
  if (frames.some(({ best_effort_timestamp_time: time }) => time === undefined || time >= keySeconds - 0.001)) return;
  // Strictly: a decoder that may guess makes pictures even out of noise.
  if ((await decode(300, ['-err_detect', 'explode'])).frames.length > 0) return;
  throw new AppError('SOURCE_DAMAGED', { message: 'The source cannot be decoded: it is damaged', cause: 'no picture at the end' });
}

/** "30000/1001"; null for "0/0" and for rates that count ticks. */
function parseFrameRate(text: string): Rational | null {
  const [numerator = 0, denominator = 0] = text.split('/').map(Number);
  const rate = numerator / denominator;
  return rate > 0 && rate <= FRAME_RATE_MAX ? { numerator, denominator } : null;
}

/** The first sound stream that FFmpeg can describe and that has anything in it. */
function findSound(streams: readonly InspectedStream[], scans: ReadonlyMap<number, StreamScan>): SoundFacts | null {
  const stream = streams.find(({ codec_type: type }) => type === 'audio');
  const scan = stream && scans.get(stream.index);
  if (stream === undefined || scan === undefined || stream.sample_rate <= 0 || stream.channels <= 0) return null;
  const { startSeconds, endSeconds, primingSeconds } = scan;
  return {
    codec: stream.codec_name,
    profile: stream.profile ?? null,
    channels: stream.channels,
    sampleRateHz: stream.sample_rate,
    startSeconds,
    durationSeconds: endSeconds - startSeconds,
    primingSeconds,
    streamIndex: stream.index,
  };
}
