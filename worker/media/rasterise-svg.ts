/**
 * Makes an ordinary picture of an SVG: the path of a file that was sniffed as one in, a PNG beside it and the drawing's own size out. Drawn in the
 * sandbox without network; from a copy that is written anew and refers to no other file.
 */
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { AppError } from '#lib/errors';
import { runSandboxed } from '#worker/ffmpeg/run-sandboxed';
import { RASTERISE_LIMITS } from '#worker/ffmpeg/sandbox';
import { PIXELS_MAX, SIDE_PX_MAX } from '#worker/media/limits';
import { SVG_BYTES_MAX } from '#worker/media/svg/allowed-svg';
import type { RasterBounds } from '#worker/media/svg/raster-size';

const PROGRAM_PATH = fileURLToPath(new URL('./svg/rasterise-main.ts', import.meta.url));

/** A canvas of 1080p is filled without a blur; a picture of this size takes 16 MB decoded. */
const LONG_SIDE_PX_MIN = 2048;
const RASTERISE_TIMEOUT_MS = 20_000;

const BOUNDS: RasterBounds = { longSidePxMin: LONG_SIDE_PX_MIN, sidePxMax: SIDE_PX_MAX, pixelsMax: PIXELS_MAX };

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), widthPx: z.int(), heightPx: z.int() }),
  z.object({ ok: z.literal(false), problem: z.string() }),
]);

export interface NaturalSize {
  widthPx: number;
  heightPx: number;
}

/** Throws SOURCE_NOT_MEDIA with the reason when the drawing is refused or cannot be drawn, SOURCE_TOO_LARGE when it would take too much. */
export async function rasteriseSvg(svgPath: string, pngPath: string, signal: AbortSignal): Promise<NaturalSize> {
  const { size } = await stat(svgPath);
  if (size > SVG_BYTES_MAX) throw new AppError('SOURCE_TOO_LARGE', { message: `An SVG may have at most ${SVG_BYTES_MAX / 1024 / 1024} MB` });
  const { outcome, exitCode, stdout, stderr } = await runSandboxed({
    program: process.execPath,
    args: [PROGRAM_PATH, svgPath, pngPath, JSON.stringify(BOUNDS)],
    limits: RASTERISE_LIMITS,
    timeoutMs: RASTERISE_TIMEOUT_MS,
    signal,
  });
  if (outcome !== 'exited' || exitCode !== 0) {
    throw new AppError('SOURCE_TOO_LARGE', { message: 'Drawing the SVG takes too much time or memory', cause: `${outcome}, ${exitCode ?? 'killed'}: ${stderr}` });
  }
  const answer = answerSchema.parse(JSON.parse(stdout));
  if (!answer.ok) throw new AppError('SOURCE_NOT_MEDIA', { message: `The SVG ${answer.problem}` });
  return { widthPx: answer.widthPx, heightPx: answer.heightPx };
}
