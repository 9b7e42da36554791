/**
 * What a render costs at the least: a plan in, CPU seconds or a refusal out. So that a job that cannot be done in its time is refused at once, with the
 * figures, instead of being stopped at the end of it.
 */
import { COST_ADVICE, toCpuSeconds, toLeastSeconds, toMegapixels, type RenderWork } from '#lib/composition/render-cost';
import { AppError } from '#lib/errors';
import type { PlannedPart, RenderPlan } from '#worker/render/render-plan';

export function estimateCpuSeconds(plan: RenderPlan): number {
  return toCpuSeconds(sumWork(plan));
}

function sumWork(plan: RenderPlan): RenderWork {
  const parts: readonly PlannedPart[] = plan.parts.length === 0 ? [plan] : plan.parts;
  const work = { encodedMegapixels: 0, decodedMegapixels: 0, drawnMegapixels: 0 };
  for (const { frameCount, pictures, drawing, ...canvas } of parts) {
    work.encodedMegapixels += toMegapixels(canvas, frameCount);
    const graphVideos = pictures.flatMap((picture) => (picture.kind === 'video' ? [picture] : []));
    const drawnVideos = (drawing?.decodes ?? []).flatMap(({ frames, ...decode }) => (frames === null ? [] : [{ ...decode, ...frames }]));
    for (const { codedWidthPx: widthPx, codedHeightPx: heightPx, sourceFrameCount } of [...graphVideos, ...drawnVideos]) work.decodedMegapixels += toMegapixels({ widthPx, heightPx }, sourceFrameCount);
    const pieces = (drawing?.streams ?? []).flatMap((stream) => stream.pieces);
    for (const { box, startFrame, endFrame } of pieces) work.drawnMegapixels += toMegapixels(box, endFrame - startFrame);
  }
  return work;
}

/** Throws OUTPUT_TOO_COMPLEX when all cores together could not do it in the time a job has. */
export function checkCost(plan: RenderPlan, { timeoutSeconds, cores }: { timeoutSeconds: number; cores: number }): void {
  const leastSeconds = toLeastSeconds(sumWork(plan), cores);
  if (leastSeconds <= timeoutSeconds) return;
  const seconds = Math.ceil(leastSeconds);
  throw new AppError('OUTPUT_TOO_COMPLEX', {
    message: `The composition takes at least ${seconds} seconds to render; a job has ${timeoutSeconds}. ${COST_ADVICE}`,
    details: { render_seconds: seconds, render_seconds_max: timeoutSeconds },
  });
}
