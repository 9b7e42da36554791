/**
 * A layer drawn on a canvas of its own, with all of its look but blending and masks: what is keyed, tinted, blurred or throws a shadow has to be
 * whole before it is laid on anything.
 */
import { applyChromaKey } from '#lib/composition/draw/chroma-key';
import { toCssFilter } from '#lib/composition/draw/css-filter';
import { drawBody, drawEdge, isFilteredAtOnce } from '#lib/composition/draw/draw-layer';
import type { DrawResources, Offscreen } from '#lib/composition/draw/draw-resources';
import { findRegion, lookScaleOf, toCanvasOffset } from '#lib/composition/draw/look-region';
import type { SceneResources } from '#lib/composition/draw/scene-resources';
import type { DrawItem } from '#lib/composition/frame-at';
import { PLAIN_LOOK, type ChromaKey, type Shadow } from '#lib/composition/look';
import type { Box } from '#lib/composition/timeline';
import type { Size } from '#lib/composition/units';

/** True when the layer's look cannot be drawn straight onto what is below. */
export function needsCanvas(item: DrawItem): boolean {
  const { chromaKey, colorFilter, colorOverlay, shadow } = item.layer.look ?? PLAIN_LOOK;
  return item.blurRadiusPx > 0 || chromaKey !== null || colorOverlay !== null || shadow !== null || (colorFilter !== null && !isFilteredAtOnce(item));
}

export interface DrawnApart extends Offscreen {
  /** The part of the composition's canvas that it is; whole pixels. It may reach beyond the edges. */
  region: Box;
}

/** As opaque as it is by itself: opacity and blending are the caller's. Null when nothing of it reaches the canvas. */
export function drawApart(canvas: Size, item: DrawItem, resources: SceneResources): DrawnApart | null {
  const region = findRegion(item, canvas);
  if (region === null) return null;
  const { chromaKey, colorFilter, colorOverlay, shadow } = item.layer.look ?? PLAIN_LOOK;
  let drawn = createApart(region, resources);
  drawBody(drawn.ctx, item, resources);
  if (chromaKey !== null) keyOut(drawn, chromaKey);
  if (colorFilter !== null && !isFilteredAtOnce(item)) drawn = filtered(drawn, toCssFilter(colorFilter), resources);
  if (colorOverlay !== null) paintOver(drawn, colorOverlay);
  drawEdge(drawn.ctx, item);
  if (item.blurRadiusPx > 0) drawn = filtered(drawn, `blur(${item.blurRadiusPx * lookScaleOf(item)}px)`, resources);
  return shadow === null ? drawn : shadowed(drawn, toCanvasShadow(shadow, item), resources);
}

/** Its context draws in the coordinates of the composition's canvas. */
function createApart(region: Box, resources: DrawResources): DrawnApart {
  const { canvas, ctx } = resources.createCanvas(region.widthPx, region.heightPx);
  ctx.translate(-region.xPx, -region.yPx);
  return { canvas, ctx, region };
}

function keyOut({ ctx, region }: DrawnApart, key: ChromaKey): void {
  const pixels = ctx.getImageData(0, 0, region.widthPx, region.heightPx);
  applyChromaKey(pixels, key);
  ctx.putImageData(pixels, 0, 0);
}

/** Only where something is, as opaque as that is. */
function paintOver({ ctx, region }: DrawnApart, color: string): void {
  ctx.save();
  ctx.globalCompositeOperation = 'source-atop';
  ctx.fillStyle = color;
  ctx.fillRect(region.xPx, region.yPx, region.widthPx, region.heightPx);
  ctx.restore();
}

function filtered({ canvas, region }: DrawnApart, cssFilter: string, resources: DrawResources): DrawnApart {
  const result = createApart(region, resources);
  result.ctx.filter = cssFilter;
  result.ctx.drawImage(canvas, region.xPx, region.yPx);
  result.ctx.filter = 'none';
  return result;
}

/** A canvas throws its shadows unturned and unscaled, whatever is drawn. */
function toCanvasShadow(shadow: Shadow, item: DrawItem): Shadow {
  return { ...shadow, ...toCanvasOffset(shadow, item), blurPx: shadow.blurPx * lookScaleOf(item) };
}

function shadowed({ canvas, region }: DrawnApart, { color, blurPx, xPx, yPx }: Shadow, resources: DrawResources): DrawnApart {
  const result = createApart(region, resources);
  result.ctx.shadowColor = color;
  result.ctx.shadowBlur = blurPx;
  result.ctx.shadowOffsetX = xPx;
  result.ctx.shadowOffsetY = yPx;
  result.ctx.drawImage(canvas, region.xPx, region.yPx);
  return result;
}
