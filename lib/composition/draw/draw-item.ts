/**
 * One layer on the canvas, whatever it shows: clipped, faded and blended; how it stands and what is done to its picture is in `draw-layer.ts` and
 * `draw-apart.ts`.
 */
import type { Canvas2D } from '#lib/composition/draw/canvas-2d';
import { clipTo } from '#lib/composition/draw/clip-to';
import { drawApart, needsCanvas } from '#lib/composition/draw/draw-apart';
import { drawLayer, isDrawnAtOnce } from '#lib/composition/draw/draw-layer';
import type { SceneResources } from '#lib/composition/draw/scene-resources';
import type { DrawItem } from '#lib/composition/frame-at';
import type { Size } from '#lib/composition/units';

export function drawItem(ctx: Canvas2D, canvas: Size, item: DrawItem, resources: SceneResources): void {
  const blendMode = item.layer.look?.blendMode ?? 'normal';
  ctx.save();
  for (const clip of item.clips) if (clip.area === 'canvas') clipTo(ctx, clip, canvas);
  ctx.globalAlpha = item.opacity;
  if (blendMode !== 'normal') ctx.globalCompositeOperation = blendMode;
  const isWhole = isOneOperation(item) || (item.opacity === 1 && blendMode === 'normal');
  if (isWhole && !needsCanvas(item)) drawLayer(ctx, item, resources);
  else {
    // Faded and blended as one: what overlaps within the layer must not show through itself.
    const apart = drawApart(canvas, item, resources);
    if (apart !== null) ctx.drawImage(apart.canvas, apart.region.xPx, apart.region.yPx);
  }
  ctx.restore();
}

/** A picture without an outline. */
function isOneOperation({ layer }: DrawItem): boolean {
  return isDrawnAtOnce(layer) && (layer.look === null || layer.look.stroke === null);
}
