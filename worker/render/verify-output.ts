/**
 * Checks the finished file against its plan, as FFmpeg's exit code proves nothing: a path in, the file's figures or RENDER_OUTPUT_INVALID out.
 * The file is our own, so it is read here: a process for it would cost as much as the rendering of a short video.
 */
import { open, stat } from 'node:fs/promises';
import { FilePathSource, Input, MP4, type InputTrack } from 'mediabunny';
import { AppError } from '#lib/errors';
import type { RenderPlan } from '#worker/render/render-plan';

export interface VerifiedOutput {
  sizeBytes: number;
  durationSeconds: number;
  widthPx: number;
  heightPx: number;
}

interface FoundTrack {
  type: string;
  codec: string | null;
  packetCount: number;
  durationSeconds: number;
  /** Of a video. */
  widthPx?: number;
  heightPx?: number;
}

/** Reads the index, not the media. Throws RENDER_OUTPUT_INVALID with every difference as its cause, or the signal's reason. */
export async function verifyOutput(path: string, plan: RenderPlan, signal: AbortSignal): Promise<VerifiedOutput> {
  const { size: sizeBytes } = await stat(path).catch((error: unknown) => { throw invalid(['the file is missing'], error); });
  const [tracks, boxes] = await Promise.all([readTracks(path), readBoxes(path)]).catch((error: unknown) => {
    throw invalid(['the file cannot be read'], error);
  });
  signal.throwIfAborted();
  const problems = [
    ...findDifferences(tracks, plan),
    ...(boxes.endBytes === sizeBytes ? [] : [`its boxes end at byte ${boxes.endBytes} of ${sizeBytes}`]),
    // Else a browser could not play it while it loads.
    ...(boxes.types.find((type) => type === 'moov' || type === 'mdat') === 'moov' ? [] : ['the index is not at the front']),
  ];
  if (problems.length > 0) throw invalid(problems);
  return { sizeBytes, durationSeconds: plan.durationSeconds, widthPx: plan.widthPx, heightPx: plan.heightPx };
}

async function readTracks(path: string): Promise<FoundTrack[]> {
  using input = new Input({ source: new FilePathSource(path), formats: [MP4] });
  return await Promise.all((await input.getTracks()).map(readTrack));
}

async function readTrack(track: InputTrack): Promise<FoundTrack> {
  const [codec, { packetCount }, startSeconds, endSeconds] = await Promise.all([track.getCodec(), track.computePacketStats(), track.getFirstTimestamp(), track.computeDuration()]);
  // What stands before 0 is for the decoder to get going, and is not heard.
  const found = { type: track.type, codec, packetCount, durationSeconds: endSeconds - Math.max(0, startSeconds) };
  return track.isVideoTrack() ? { ...found, widthPx: await track.getCodedWidth(), heightPx: await track.getCodedHeight() } : found;
}

function findDifferences(tracks: readonly FoundTrack[], plan: RenderPlan): string[] {
  const video = tracks.find(({ type }) => type === 'video');
  const sounds = tracks.filter(({ type }) => type === 'audio');
  const expect = (name: string, found: unknown, planned: unknown): string[] => (found === planned ? [] : [`${name}: ${String(found)} instead of ${String(planned)}`]);
  const frameSeconds = plan.frameRate.denominator / plan.frameRate.numerator;
  const isTooShort = ({ durationSeconds }: FoundTrack): boolean => Math.abs(durationSeconds - plan.durationSeconds) > Math.max(frameSeconds, 0.1);
  return [
    ...expect('tracks', tracks.length, plan.audio.kind === 'none' ? 1 : 2),
    ...expect('codec', video?.codec, 'avc'),
    ...expect('width', video?.widthPx, plan.widthPx),
    ...expect('height', video?.heightPx, plan.heightPx),
    ...expect('frames', video?.packetCount, plan.frameCount),
    ...expect('sounds', sounds.length, plan.audio.kind === 'none' ? 0 : 1),
    ...tracks.filter(isTooShort).map(({ type, durationSeconds }) => `${type} lasts ${durationSeconds} s instead of ${plan.durationSeconds} s`),
  ];
}

/** The file's outermost boxes in their order, and where the last of them should end. ISO 14496-12 §4.2: size and type; a size of 1 says that 64 bits of it follow. */
async function readBoxes(path: string): Promise<{ types: string[]; endBytes: number }> {
  await using file = await open(path, 'r');
  const header = Buffer.alloc(16);
  const types: string[] = [];
  let endBytes = 0;
  while ((await file.read(header, 0, 16, endBytes)).bytesRead >= 8) {
    types.push(header.toString('latin1', 4, 8));
    const sizeBytes = header.readUInt32BE(0);
    endBytes += Math.max(8, sizeBytes === 1 ? Number(header.readBigUInt64BE(8)) : sizeBytes);
  }
  return { types, endBytes };
}

function invalid(problems: readonly string[], cause?: unknown): AppError {
  return new AppError('RENDER_OUTPUT_INVALID', { cause: cause === undefined ? problems.join('; ') : new Error(problems.join('; '), { cause }) });
}
