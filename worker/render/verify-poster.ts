/**
 * Checks the poster against its plan, as FFmpeg's exit code proves nothing: a path in, nothing or RENDER_OUTPUT_INVALID out.
 */
import { z } from 'zod';
import { AppError } from '#lib/errors';
import { runFfprobe } from '#worker/ffmpeg/run-ffprobe';
import type { PlannedPoster } from '#worker/render/render-plan';

const VERIFY_TIMEOUT_MS = 10_000;

const probeSchema = z.object({
  streams: z.tuple([z.object({ codec_name: z.string(), width: z.number(), height: z.number(), nb_read_frames: z.coerce.number().optional() })]),
});

/** Decodes it, too, as it is small: a picture that is cut off has no frame. */
export async function verifyPoster(path: string, { widthPx, heightPx }: PlannedPoster, signal: AbortSignal): Promise<void> {
  const args = ['-protocol_whitelist', 'file', '-f', 'jpeg_pipe', '-err_detect', 'explode', '-count_frames', '-show_entries', 'stream=codec_name,width,height,nb_read_frames', path];
  const probed = await runFfprobe({ args, timeoutMs: VERIFY_TIMEOUT_MS, signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new AppError('RENDER_OUTPUT_INVALID', { cause: new Error('the poster cannot be read', { cause: error }) });
  });
  const found = probeSchema.safeParse(probed).data?.streams[0];
  const isRight = found?.codec_name === 'mjpeg' && found.width === widthPx && found.height === heightPx && found.nb_read_frames === 1;
  if (!isRight) throw new AppError('RENDER_OUTPUT_INVALID', { cause: `the poster is ${JSON.stringify(found)} instead of ${widthPx} x ${heightPx}` });
}
