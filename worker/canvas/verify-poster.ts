/**
 * Checks the poster against its plan, as FFmpeg's exit code proves nothing: a path in, nothing or RENDER_OUTPUT_INVALID out.
 * The file is our own, so it is read here, without a process for it.
 */
import { readFile } from 'node:fs/promises';
import { loadImage } from '@napi-rs/canvas';
import { AppError } from '#lib/errors';
import type { PlannedPoster } from '#worker/render/render-plan';

/** The marker that ends every JPEG (ITU-T T.81, table B.1): decoders paint over what is missing before it. */
const END_OF_IMAGE = Buffer.from([0xff, 0xd9]);

export async function verifyPoster(path: string, { widthPx, heightPx }: PlannedPoster): Promise<void> {
  const cannotBeRead = (error: unknown): never => {
    throw new AppError('RENDER_OUTPUT_INVALID', { cause: new Error('the poster cannot be read', { cause: error }) });
  };
  const bytes = await readFile(path).catch(cannotBeRead);
  const { width, height } = await loadImage(bytes).catch(cannotBeRead);
  if (width !== widthPx || height !== heightPx) throw new AppError('RENDER_OUTPUT_INVALID', { cause: `the poster is ${width} x ${height} instead of ${widthPx} x ${heightPx}` });
  if (!bytes.subarray(-2).equals(END_OF_IMAGE)) throw new AppError('RENDER_OUTPUT_INVALID', { cause: 'the poster is cut off' });
}
