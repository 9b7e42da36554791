/**
 * One layer where it stands: placed, turned and clipped, its corners rounded, its content flipped and its edge outlined. Everything of a look
 * that needs no canvas of its own; `draw-apart.ts` does the rest.
 */
import type { Canvas2D } from '#lib/composition/draw/canvas-2d';
import { clipTo } from '#lib/composition/draw/clip-to';
import { toCssFilter } from '#lib/composition/draw/css-filter';
import { drawContent } from '#lib/composition/draw/draw-content';
import type { SceneResources } from '#lib/composition/draw/scene-resources';
import type { DrawItem } from '#lib/composition/frame-at';
import type { Layer } from '#lib/composition/timeline';

/** Content and edge, with the context's own opacity. */
export function drawLayer(ctx: Canvas2D, item: DrawItem, resources: SceneResources): void {
  drawBody(ctx, item, resources);
  drawEdge(ctx, item);
}

/** The content, its corners rounded; its colours filtered where that is done while it is drawn. */
export function drawBody(ctx: Canvas2D, item: DrawItem, resources: SceneResources): void {
  const { box, layer } = item;
  ctx.save();
  placeItem(ctx, item);
  if (layer.look !== null) {
    const { borderRadiusPx, flipX, flipY, colorFilter } = layer.look;
    if (borderRadiusPx > 0) {
      traceEdge(ctx, item);
      ctx.clip();
    }
    if (flipX) ctx.transform(-1, 0, 0, 1, box.widthPx, 0);
    if (flipY) ctx.transform(1, 0, 0, -1, 0, box.heightPx);
    if (colorFilter !== null && isFilteredAtOnce(item)) ctx.filter = toCssFilter(colorFilter);
  }
  drawContent(ctx, item, resources);
  ctx.restore();
}

/** The line along the edge of the box. */
export function drawEdge(ctx: Canvas2D, item: DrawItem): void {
  const stroke = item.layer.look?.stroke ?? null;
  if (stroke === null) return;
  ctx.save();
  placeItem(ctx, item);
  ctx.strokeStyle = stroke.color;
  ctx.lineWidth = stroke.widthPx;
  ctx.lineJoin = 'miter';
  traceEdge(ctx, item);
  ctx.stroke();
  ctx.restore();
}

/** A picture is one operation, so that a filter can be part of it; unless its key colour has to be seen unfiltered first. */
export function isFilteredAtOnce({ layer }: DrawItem): boolean {
  return isDrawnAtOnce(layer) && (layer.look === null || layer.look.chromaKey === null);
}

/** Pictures put each pixel on the canvas once; so do groups, once their own canvas is drawn. */
export function isDrawnAtOnce({ type }: Layer): boolean {
  return type === 'image' || type === 'video' || type === 'group';
}

/** The box's corner at the origin, its clips applied. */
function placeItem(ctx: Canvas2D, { box, clips, scaleX, scaleY, rotationDegrees }: DrawItem): void {
  ctx.translate(box.xPx, box.yPx);
  if (scaleX !== 1 || scaleY !== 1 || rotationDegrees !== 0) {
    ctx.translate(box.widthPx / 2, box.heightPx / 2);
    ctx.rotate((rotationDegrees * Math.PI) / 180);
    ctx.scale(scaleX, scaleY);
    ctx.translate(-box.widthPx / 2, -box.heightPx / 2);
  }
  for (const clip of clips) if (clip.area === 'box') clipTo(ctx, clip, box);
}

function traceEdge(ctx: Canvas2D, { box: { widthPx, heightPx }, layer }: DrawItem): void {
  const radiusPx = Math.min(layer.look?.borderRadiusPx ?? 0, widthPx / 2, heightPx / 2);
  ctx.beginPath();
  ctx.roundRect(0, 0, widthPx, heightPx, radiusPx);
}
