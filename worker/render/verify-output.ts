/**
 * Checks the finished file against its plan, as FFmpeg's exit code proves nothing: a path in, the file's figures or RENDER_OUTPUT_INVALID out.
 */
import { open, stat } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '#lib/errors';
import { runFfprobe } from '#worker/ffmpeg/run-ffprobe';
import type { RenderPlan } from '#worker/render/render-plan';

export interface VerifiedOutput {
  sizeBytes: number;
  durationSeconds: number;
  widthPx: number;
  heightPx: number;
}

/** Reads the index and counts packets; nothing is decoded. */
const VERIFY_TIMEOUT_MS = 60_000;

const probeSchema = z.object({
  streams: z.array(
    z.object({
      codec_type: z.string(),
      codec_name: z.string().optional(),
      width: z.number().optional(),
      height: z.number().optional(),
      duration: z.coerce.number().optional(),
      nb_read_packets: z.coerce.number().optional(),
    }),
  ),
});
type ProbedStream = z.infer<typeof probeSchema>['streams'][number];

/** Throws RENDER_OUTPUT_INVALID with every difference as its cause. */
export async function verifyOutput(path: string, plan: RenderPlan, signal: AbortSignal): Promise<VerifiedOutput> {
  const args = ['-protocol_whitelist', 'file', '-count_packets', '-show_entries', 'stream=codec_type,codec_name,width,height,duration,nb_read_packets', path];
  const { size: sizeBytes } = await stat(path).catch((error: unknown) => { throw invalid(['the file is missing'], error); });
  const probed = await runFfprobe({ args, timeoutMs: VERIFY_TIMEOUT_MS, signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw invalid(['the file cannot be read'], error);
  });
  const { streams } = probeSchema.parse(probed);
  const problems = [...findDifferences(streams, plan), ...((await startsWithIndex(path)) ? [] : ['the index is not at the front'])];
  if (problems.length > 0) throw invalid(problems);
  return { sizeBytes, durationSeconds: plan.durationSeconds, widthPx: plan.widthPx, heightPx: plan.heightPx };
}

function findDifferences(streams: readonly ProbedStream[], plan: RenderPlan): string[] {
  const video = streams.find(({ codec_type: type }) => type === 'video');
  const sounds = streams.filter(({ codec_type: type }) => type === 'audio');
  const expect = (name: string, found: unknown, planned: unknown): string[] => (found === planned ? [] : [`${name}: ${String(found)} instead of ${String(planned)}`]);
  const frameSeconds = plan.frameRate.denominator / plan.frameRate.numerator;
  const isTooShort = (stream: ProbedStream): boolean => Math.abs((stream.duration ?? 0) - plan.durationSeconds) > Math.max(frameSeconds, 0.1);
  return [
    ...expect('streams', streams.length, plan.audio.kind === 'none' ? 1 : 2),
    ...expect('codec', video?.codec_name, 'h264'),
    ...expect('width', video?.width, plan.widthPx),
    ...expect('height', video?.height, plan.heightPx),
    ...expect('frames', video?.nb_read_packets, plan.frameCount),
    ...expect('sounds', sounds.length, plan.audio.kind === 'none' ? 0 : 1),
    ...streams.filter(isTooShort).map(({ codec_type: type, duration }) => `${type} lasts ${duration} s instead of ${plan.durationSeconds} s`),
  ];
}

/** True when `moov` comes before `mdat`: a browser can play the file while it still loads. ISO 14496-12 §4.2: boxes of size and type, one after another. */
async function startsWithIndex(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const header = Buffer.alloc(8);
    for (let offset = 0; (await file.read(header, 0, 8, offset)).bytesRead === 8; ) {
      const type = header.toString('latin1', 4);
      if (type === 'moov' || type === 'mdat') return type === 'moov';
      offset += Math.max(8, header.readUInt32BE(0));
    }
    return false;
  } finally {
    await file.close();
  }
}

function invalid(problems: readonly string[], cause?: unknown): AppError {
  return new AppError('RENDER_OUTPUT_INVALID', { cause: cause === undefined ? problems.join('; ') : new Error(problems.join('; '), { cause }) });
}
