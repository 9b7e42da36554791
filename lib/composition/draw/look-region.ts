/** Where on the canvas a layer and its look can be: an item of the draw list in, whole pixels out. Pure geometry. */
import type { DrawItem } from '#lib/composition/frame-at';
import { PLAIN_LOOK, type Shadow } from '#lib/composition/look';
import { softReachPx } from '#lib/composition/resolve-look';
import { shapeReachPx } from '#lib/composition/shapes/shape-reach';
import { findPartsBounds } from '#lib/composition/text/parts-bounds';
import type { Bounds } from '#lib/composition/text/text-layout';
import type { Box } from '#lib/composition/timeline';
import type { Size } from '#lib/composition/units';

/**
 * The part of the canvas to be drawn for the item, with as much around the canvas as blurs and shadows bring in from there. Null when nothing of
 * the item reaches the canvas.
 */
export function findRegion(item: DrawItem, { widthPx, heightPx }: Size): Box | null {
  const softPx = softReachPx({ blurRadiusPx: item.blurRadiusPx, shadow: item.layer.look?.shadow ?? null });
  const drawn = toCanvasBounds(item, toEdgeBounds(item));
  // One more for smoothed edges.
  const reachPx = softPx * Math.max(Math.abs(item.scaleX), Math.abs(item.scaleY)) + 1;
  const left = Math.floor(Math.max(drawn.leftPx, 0) - reachPx);
  const top = Math.floor(Math.max(drawn.topPx, 0) - reachPx);
  const right = Math.ceil(Math.min(drawn.rightPx, widthPx) + reachPx);
  const bottom = Math.ceil(Math.min(drawn.bottomPx, heightPx) + reachPx);
  const isOutside = right <= 0 || bottom <= 0 || left >= widthPx || top >= heightPx || right <= left || bottom <= top;
  return isOutside ? null : { xPx: left, yPx: top, widthPx: right - left, heightPx: bottom - top };
}

/** Factor on blurs of an item that is stretched: the same in every direction, as a blur is. */
export function lookScaleOf({ scaleX, scaleY }: Pick<DrawItem, 'scaleX' | 'scaleY'>): number {
  return Math.sqrt(Math.abs(scaleX * scaleY));
}

/** A shadow's offset turns and grows with the element. */
export function toCanvasOffset({ xPx, yPx }: Pick<Shadow, 'xPx' | 'yPx'>, { scaleX, scaleY, rotationDegrees }: DrawItem): { xPx: number; yPx: number } {
  const angle = (rotationDegrees * Math.PI) / 180;
  const [x, y] = [xPx * scaleX, yPx * scaleY];
  return { xPx: x * Math.cos(angle) - y * Math.sin(angle), yPx: x * Math.sin(angle) + y * Math.cos(angle) };
}

/** Of all that is drawn sharp, from the corner of the box. */
function toEdgeBounds(item: DrawItem): Bounds {
  const { stroke } = item.layer.look ?? PLAIN_LOOK;
  const { leftPx, topPx, rightPx, bottomPx } = toContentBounds(item);
  const halfPx = (stroke?.widthPx ?? 0) / 2;
  return {
    leftPx: Math.min(leftPx, -halfPx),
    topPx: Math.min(topPx, -halfPx),
    rightPx: Math.max(rightPx, item.box.widthPx + halfPx),
    bottomPx: Math.max(bottomPx, item.box.heightPx + halfPx),
  };
}

function toContentBounds({ layer, box: { widthPx, heightPx }, textParts }: DrawItem): Bounds {
  switch (layer.type) {
    case 'image':
    case 'video':
    case 'group':
      return { leftPx: 0, topPx: 0, rightPx: widthPx, bottomPx: heightPx };
    case 'text': {
      const [across, down] = [widthPx / layer.box.widthPx, heightPx / layer.box.heightPx];
      const { leftPx, topPx, rightPx, bottomPx } = textParts === null ? layer.layout.bounds : findPartsBounds(layer, textParts);
      return { leftPx: leftPx * across, topPx: topPx * down, rightPx: rightPx * across, bottomPx: bottomPx * down };
    }
    case 'shape': {
      const reach = shapeReachPx(layer);
      return { leftPx: -reach, topPx: -reach, rightPx: widthPx + reach, bottomPx: heightPx + reach };
    }
    default:
      return layer satisfies never;
  }
}

/** Of the corners, once scaled and turned about the centre of the box. */
function toCanvasBounds({ box, scaleX, scaleY, rotationDegrees }: DrawItem, { leftPx, topPx, rightPx, bottomPx }: Bounds): Bounds {
  const angle = (rotationDegrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [halfWidth, halfHeight] = [box.widthPx / 2, box.heightPx / 2];
  const corners = [[leftPx, topPx], [rightPx, topPx], [leftPx, bottomPx], [rightPx, bottomPx]].map(([x = 0, y = 0]) => {
    const [across, down] = [(x - halfWidth) * scaleX, (y - halfHeight) * scaleY];
    return { x: box.xPx + halfWidth + across * cos - down * sin, y: box.yPx + halfHeight + across * sin + down * cos };
  });
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  return { leftPx: Math.min(...xs), topPx: Math.min(...ys), rightPx: Math.max(...xs), bottomPx: Math.max(...ys) };
}
