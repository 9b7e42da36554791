/**
 * The facts of a sound: a file of whatever kind in, facts of its first sound stream out. Where it begins and ends is measured by decoding
 * both ends, as encoders put silence there that players leave out: to the sample, so that it can be placed and repeated without a gap.
 */
import type { AudioFacts } from '#lib/composition/media-facts';
import { AppError } from '#lib/errors';
import { checkComplete } from '#worker/media/check-complete';
import { inspectFile, type InspectedFrame, type InspectedStream, type SourceFile } from '#worker/media/inspect-file';
import { scanPackets } from '#worker/media/scan-packets';

/** Frames at the beginning that may decode to nothing: those a decoder needs to get going. */
const FIRST_FRAMES = 16;
/** Before the last packet: enough for a decoder to get going, and for formats that are sought by blocks of a second. */
const END_SECONDS = 3;

/** Throws SOURCE_WRONG_KIND (nothing is heard) or SOURCE_DAMAGED (cut, or not decodable). */
export async function probeAudio(file: SourceFile): Promise<AudioFacts> {
  const inspection = await inspectFile(file, ['-show_streams', '-show_format']);
  const stream = inspection.streams.find(({ codec_type: type }) => type === 'audio');
  if (stream === undefined) throw new AppError('SOURCE_WRONG_KIND', { message: 'The source has no sound' });
  if (stream.sample_rate <= 0 || stream.channels <= 0) throw new AppError('SOURCE_DAMAGED', { cause: 'the sound stream cannot be described' });
  const scans = await scanPackets(file);
  const scan = scans.get(stream.index);
  if (scan === undefined) throw new AppError('SOURCE_DAMAGED', { cause: 'the sound stream has no packet' });
  await checkComplete({ file, inspection, stream, scans });
  const first = await findFirstSample(file, stream);
  const end = await findEnd(file, stream, scan.endSeconds);
  const startSeconds = Math.max(first, scan.startSeconds);
  const endSeconds = Math.min(end, scan.endSeconds);
  if (endSeconds <= startSeconds) throw new AppError('SOURCE_DAMAGED', { cause: `the sound goes from ${startSeconds} s to ${endSeconds} s` });
  const { codec_name: codec, profile, channels, sample_rate: sampleRateHz, index: streamIndex } = stream;
  return {
    kind: 'audio',
    sound: { codec, profile: profile ?? null, channels, sampleRateHz, startSeconds, durationSeconds: endSeconds - startSeconds, primingSeconds: scan.primingSeconds, streamIndex },
    demuxer: file.format.demuxer,
  };
}

async function findFirstSample(file: SourceFile, stream: InspectedStream): Promise<number> {
  const [first] = await decode(file, stream, `%+#${FIRST_FRAMES}`);
  return first?.best_effort_timestamp_time ?? Number.NEGATIVE_INFINITY;
}

/** Where the last decoded sample ends. A file that decodes nowhere near its end is damaged there. */
async function findEnd(file: SourceFile, stream: InspectedStream, packetsEndSeconds: number): Promise<number> {
  const from = packetsEndSeconds - END_SECONDS;
  const last = (await decode(file, stream, `${from > 0 ? from.toFixed(6) : ''}%`)).at(-1);
  if (last === undefined) throw new AppError('SOURCE_DAMAGED', { message: 'The source cannot be decoded: it is damaged or encrypted', cause: 'no sound at the end' });
  if (last.best_effort_timestamp_time === undefined) return packetsEndSeconds;
  return last.best_effort_timestamp_time + last.nb_samples / stream.sample_rate;
}

async function decode(file: SourceFile, { index }: InspectedStream, interval: string): Promise<InspectedFrame[]> {
  const entries = ['-show_frames', '-show_entries', 'frame=best_effort_timestamp_time,nb_samples'];
  return (await inspectFile(file, ['-select_streams', String(index), ...entries, '-read_intervals', interval])).frames;
}
