/**
 * What a render costs at the least: a plan in, CPU seconds or a refusal out. So that a job that cannot be done in its time is refused at once, with the
 * figures, instead of being stopped at the end of it.
 */
import { AppError } from '#lib/errors';
import type { PlannedPart, RenderPlan } from '#worker/render/render-plan';

/**
 * Milliseconds of CPU a million pixels of one frame. Measured in 2026 on two cores with pictures of one flat colour, than which none is cheaper: 5 for encoding,
 * 0.6 for decoding, 13 for drawing a frame and handing it to FFmpeg. Half of that is counted here, for faster machines. Real pictures cost more: `npm run bench` has 10
 * for stills that repeat, 15 to 19 for videos that are decoded and encoded, 41 for a canvas that is drawn.
 */
const ENCODE_MS = 2.5;
const DECODE_MS = 0.3;
const DRAW_MS = 6.5;
const MILLION = 1_000_000;

export function estimateCpuSeconds(plan: RenderPlan): number {
  const parts: readonly PlannedPart[] = plan.parts.length === 0 ? [plan] : plan.parts;
  return parts.reduce((sum, part) => sum + estimatePartMs(part), 0) / 1000;
}

function estimatePartMs({ widthPx, heightPx, frameCount, pictures, drawing }: PlannedPart): number {
  const canvasMegapixels = (widthPx * heightPx) / MILLION;
  const encodeMs = frameCount * canvasMegapixels * ENCODE_MS;
  const graphVideos = pictures.flatMap((picture) => (picture.kind === 'video' ? [picture] : []));
  const drawnVideos = (drawing?.decodes ?? []).flatMap(({ frames, ...decode }) => (frames === null ? [] : [{ ...decode, ...frames }]));
  const decodeMs = [...graphVideos, ...drawnVideos].reduce((sum, { codedWidthPx, codedHeightPx, sourceFrameCount }) => sum + ((codedWidthPx * codedHeightPx) / MILLION) * sourceFrameCount * DECODE_MS, 0);
  const pieces = (drawing?.streams ?? []).flatMap((stream) => stream.pieces);
  const drawMs = pieces.reduce((sum, { box, startFrame, endFrame }) => sum + ((box.widthPx * box.heightPx) / MILLION) * (endFrame - startFrame) * DRAW_MS, 0);
  return encodeMs + decodeMs + drawMs;
}

/** Throws OUTPUT_TOO_COMPLEX when all cores together could not do it in the time a job has. */
export function checkCost(plan: RenderPlan, { timeoutSeconds, cores }: { timeoutSeconds: number; cores: number }): void {
  const seconds = Math.ceil(estimateCpuSeconds(plan) / cores);
  if (seconds <= timeoutSeconds) return;
  throw new AppError('OUTPUT_TOO_COMPLEX', {
    message: `The composition takes at least ${seconds} seconds to render; a job has ${timeoutSeconds}. Use a smaller canvas, a lower frame rate, a shorter duration or fewer moving layers`,
    details: { render_seconds: seconds, render_seconds_max: timeoutSeconds },
  });
}
