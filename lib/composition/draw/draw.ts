/**
 * Paints one frame: the draw list of `frameAt` in, pixels on a 2D canvas out. The same code in the browser and in the worker, so that the
 * preview is the render.
 */
import type { Canvas2D } from '#lib/composition/draw/canvas-2d';
import { drawScene } from '#lib/composition/draw/draw-masked';
import type { DrawCanvas, DrawResources } from '#lib/composition/draw/draw-resources';
import type { DrawItem } from '#lib/composition/frame-at';

/** The whole frame, in the units of the composition's canvas; a context of another size is scaled by the caller. */
export function draw(ctx: Canvas2D, canvas: DrawCanvas, items: readonly DrawItem[], resources: DrawResources): void {
  ctx.fillStyle = canvas.fillColor;
  ctx.fillRect(0, 0, canvas.widthPx, canvas.heightPx);
  drawItems(ctx, canvas, items, resources);
}

/** The items alone, bottom to top, on what is there already. A masked one must come with its masks. */
export function drawItems(ctx: Canvas2D, canvas: DrawCanvas, items: readonly DrawItem[], resources: DrawResources): void {
  drawScene(ctx, { canvas, items, resources });
}
