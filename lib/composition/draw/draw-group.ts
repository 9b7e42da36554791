/** Groups: their scene is drawn on a canvas of its own, which is then drawn like a picture. */
import type { Canvas2D } from '#lib/composition/draw/canvas-2d';
import type { SceneResources } from '#lib/composition/draw/scene-resources';
import type { DrawItem } from '#lib/composition/frame-at';
import type { GroupLayer } from '#lib/composition/timeline';

/** Into the item's box, its corner at the context's origin. */
export function drawGroup(ctx: Canvas2D, { canvas }: GroupLayer, { box, items }: Pick<DrawItem, 'box' | 'items'>, resources: SceneResources): void {
  const scene = resources.createCanvas(canvas.widthPx, canvas.heightPx);
  if (canvas.fillColor !== null) {
    scene.ctx.fillStyle = canvas.fillColor;
    scene.ctx.fillRect(0, 0, canvas.widthPx, canvas.heightPx);
  }
  resources.drawScene(scene.ctx, canvas, items ?? []);
  ctx.imageSmoothingEnabled = true;
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(scene.canvas, 0, 0, canvas.widthPx, canvas.heightPx, 0, 0, box.widthPx, box.heightPx);
}
