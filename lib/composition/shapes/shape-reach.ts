/** How far a shape is drawn out of its box: its stroke in, pixels out. */
import type { ShapeGeometry, ShapeStroke } from '#lib/composition/shapes/shape';

/** Of the stroke's width: how long the tip of a corner may be before it is cut, as in SVG. Corners sharper than 29 degrees are. */
export const MITER_LIMIT = 4;

/** On every side; 0 without a stroke. */
export function shapeReachPx({ geometry, stroke }: { geometry: ShapeGeometry; stroke: ShapeStroke | null }): number {
  if (stroke === null) return 0;
  const half = stroke.widthPx / 2;
  const hasTips = geometry.kind === 'points' || geometry.kind === 'path';
  if (hasTips && stroke.join === 'miter') return half * MITER_LIMIT;
  return stroke.cap === 'square' ? half * Math.SQRT2 : half;
}
