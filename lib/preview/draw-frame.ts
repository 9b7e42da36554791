/** One frame of a timeline on a canvas of the browser: its media are made ready, then the core draws. */
import type { Canvas2D } from '#lib/composition/draw/canvas-2d';
import { draw } from '#lib/composition/draw/draw';
import type { DrawCanvas } from '#lib/composition/draw/draw-resources';
import { frameAt, type DrawItem } from '#lib/composition/frame-at';
import type { Timeline } from '#lib/composition/timeline';
import type { PreviewResources } from '#lib/preview/preview-resources';

export interface FrameToDraw {
  timeline: Timeline;
  /** In [0, frameCount). */
  frame: number;
}

/** In the composition's pixels. Rejects when aborted, with nothing drawn; media that cannot be shown are in `resources.failures`. */
export async function drawFrame(ctx: Canvas2D, { timeline, frame }: FrameToDraw, resources: PreviewResources, signal: AbortSignal): Promise<void> {
  await drawList(ctx, { canvas: timeline, items: frameAt(timeline, frame) }, resources, signal);
}

/** Likewise, of a draw list. */
export async function drawList(ctx: Canvas2D, { canvas, items }: { canvas: DrawCanvas; items: readonly DrawItem[] }, resources: PreviewResources, signal: AbortSignal): Promise<void> {
  await resources.prepare(items, signal);
  draw(ctx, canvas, items, resources);
}
