/** One frame of a timeline on a canvas of the browser: its media are made ready, then the core draws. */
import type { Canvas2D } from '#lib/composition/draw/canvas-2d';
import { draw } from '#lib/composition/draw/draw';
import { frameAt } from '#lib/composition/frame-at';
import type { Timeline } from '#lib/composition/timeline';
import type { PreviewResources } from '#lib/preview/preview-resources';

export interface FrameToDraw {
  timeline: Timeline;
  /** In [0, frameCount). */
  frame: number;
}

/** In the composition's pixels. Rejects when aborted, with nothing drawn; media that cannot be shown are in `resources.failures`. */
export async function drawFrame(ctx: Canvas2D, { timeline, frame }: FrameToDraw, resources: PreviewResources, signal: AbortSignal): Promise<void> {
  const items = frameAt(timeline, frame);
  await resources.prepare(items, signal);
  draw(ctx, timeline, items, resources);
}
