/** Whether a shape covers all of its box, so that nothing behind the box is seen. */
import type { ShapeFill, ShapeGeometry } from '#lib/composition/shapes/shape';

/** False also where finding out would cost more than it gains (paths that happen to fill their box). */
export function isOpaqueShape({ geometry, fill }: { geometry: ShapeGeometry; fill: ShapeFill | null }): boolean {
  if (geometry.kind !== 'rectangle' || geometry.radiusPx > 0 || fill === null) return false;
  const colors = fill.type === 'solid' ? [fill.color] : fill.stops.map(({ color }) => color);
  return colors.every(isOpaqueColor);
}

/** Of #rrggbb and #rrggbbaa. */
const isOpaqueColor = (color: string): boolean => color.length === 7 || color.endsWith('ff');
