/**
 * Paints one frame: the draw list of `frameAt` in, pixels on a 2D canvas out. The same code in the browser and in the worker, so that the
 * preview is the render.
 */
import type { Canvas2D } from '#lib/composition/draw/canvas-2d';
import { drawScene } from '#lib/composition/draw/draw-masked';
import type { DrawCanvas, DrawResources } from '#lib/composition/draw/draw-resources';
import type { SceneResources } from '#lib/composition/draw/scene-resources';
import type { DrawItem } from '#lib/composition/frame-at';
import type { Size } from '#lib/composition/units';

/** The whole frame, in the units of the composition's canvas; a context of another size is scaled by the caller. */
export function draw(ctx: Canvas2D, canvas: DrawCanvas, items: readonly DrawItem[], resources: DrawResources): void {
  ctx.fillStyle = canvas.fillColor;
  ctx.fillRect(0, 0, canvas.widthPx, canvas.heightPx);
  drawItems(ctx, canvas, items, resources);
}

/** The items alone, bottom to top, on what is there already. A masked one must come with its masks. */
export function drawItems(ctx: Canvas2D, canvas: Size, items: readonly DrawItem[], resources: DrawResources): void {
  toSceneResources(resources).drawScene(ctx, canvas, items);
}

/** The scenes inside groups are drawn as the one they are in. */
function toSceneResources(resources: DrawResources): SceneResources {
  const scenes: SceneResources = {
    picture: (layer) => resources.picture(layer),
    createCanvas: (widthPx, heightPx) => resources.createCanvas(widthPx, heightPx),
    createPath: (svgPathData) => resources.createPath(svgPathData),
    drawScene: (ctx, canvas, items) => drawScene(ctx, { canvas, items, resources: scenes }),
  };
  return scenes;
}
