/**
 * What a render costs at the least: a plan in, CPU seconds or a refusal out. So that a job that cannot be done in its time is refused at once, with the
 * figures, instead of being stopped at the end of it.
 */
import { AppError } from '#lib/errors';
import type { PlannedPart, PlannedSpan, RenderPlan } from '#worker/render/render-plan';

/**
 * Milliseconds of CPU a million pixels of one frame. `npm run bench` measured 9 for stills that repeat, 19 for decoding and encoding a video, 40 for a
 * canvas with a video in it and 10 for what is laid on, with noisy pictures on a machine of 2026: half of that no machine or picture falls below by much.
 */
const ENCODE_MS: Readonly<Record<PlannedSpan['engine'], number>> = { still: 4, graph: 7, overlay: 7, canvas: 7 };
const DECODE_MS = 2;
const DRAW_MS = 5;
const MILLION = 1_000_000;

export function estimateCpuSeconds(plan: RenderPlan): number {
  const parts: readonly PlannedPart[] = plan.parts.length === 0 ? [plan] : plan.parts;
  return parts.reduce((sum, part) => sum + estimatePartMs(part), 0) / 1000;
}

function estimatePartMs({ widthPx, heightPx, spans, pictures, drawing }: PlannedPart): number {
  const canvasMegapixels = (widthPx * heightPx) / MILLION;
  const encodeMs = spans.reduce((sum, { engine, startFrame, endFrame }) => sum + (endFrame - startFrame) * canvasMegapixels * ENCODE_MS[engine], 0);
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
