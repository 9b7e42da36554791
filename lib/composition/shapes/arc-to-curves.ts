/** An elliptical arc as SVG writes it (two ends, two radii, a turn, two flags) becomes cubic curves of at most a quarter turn each. */
import type { PathCommand } from '#lib/composition/shapes/shape';

export interface EllipticalArc {
  fromX: number;
  fromY: number;
  /** Not negative. */
  radiusX: number;
  radiusY: number;
  /** Of the ellipse, clockwise. */
  rotationDegrees: number;
  isLarge: boolean;
  isClockwise: boolean;
  x: number;
  y: number;
}

/** Below it a radius is 0: dividing by it would leave the range of numbers. */
const RADIUS_MIN = 1e-9;

/** The formulas of SVG 1.1, appendix F.6: radii too small to reach are enlarged, radii of 0 make a line, an arc to where it starts is nothing. */
export function arcToCurves(arc: EllipticalArc): PathCommand[] {
  const { fromX, fromY, x, y, rotationDegrees } = arc;
  if (fromX === x && fromY === y) return [];
  if (Math.min(arc.radiusX, arc.radiusY) < RADIUS_MIN) return [{ type: 'line', x, y }];
  const cos = Math.cos((rotationDegrees * Math.PI) / 180);
  const sin = Math.sin((rotationDegrees * Math.PI) / 180);
  const circle = toUnitCircle(arc, cos, sin);
  const { radiusX, radiusY, centreX, centreY, startAngle, sweepAngle } = circle;
  const toPlane = (unitX: number, unitY: number): [number, number] => [
    centreX + radiusX * unitX * cos - radiusY * unitY * sin,
    centreY + radiusX * unitX * sin + radiusY * unitY * cos,
  ];
  const count = Math.max(1, Math.ceil(Math.abs(sweepAngle) / (Math.PI / 2) - 1e-9));
  const step = sweepAngle / count;
  // How far the control points are along the tangents, for a curve of `step` on the unit circle.
  const reach = (4 / 3) * Math.tan(step / 4);
  return Array.from({ length: count }, (_, index): PathCommand => {
    const start = startAngle + index * step;
    const end = start + step;
    const [x1, y1] = toPlane(Math.cos(start) - reach * Math.sin(start), Math.sin(start) + reach * Math.cos(start));
    const [x2, y2] = toPlane(Math.cos(end) + reach * Math.sin(end), Math.sin(end) - reach * Math.cos(end));
    // The last one ends exactly where it was told to.
    const [endX, endY] = index === count - 1 ? [x, y] : toPlane(Math.cos(end), Math.sin(end));
    return { type: 'curve', x1, y1, x2, y2, x: endX, y: endY };
  });
}

/** F.6.5 and F.6.6: the ellipse's centre, its radii as they have to be, and the angles on the circle it was before it was stretched. */
function toUnitCircle({ fromX, fromY, x, y, isLarge, isClockwise, ...radii }: EllipticalArc, cos: number, sin: number) {
  const halfX = ((fromX - x) / 2) * cos + ((fromY - y) / 2) * sin;
  const halfY = ((fromY - y) / 2) * cos - ((fromX - x) / 2) * sin;
  const needed = Math.hypot(halfX / radii.radiusX, halfY / radii.radiusY);
  const radiusX = radii.radiusX * Math.max(1, needed);
  const radiusY = radii.radiusY * Math.max(1, needed);
  const unitX = halfX / radiusX;
  const unitY = halfY / radiusY;
  const distance = Math.sqrt(Math.max(0, 1 / (unitX * unitX + unitY * unitY) - 1)) * (isLarge === isClockwise ? -1 : 1);
  const unitCentreX = distance * unitY;
  const unitCentreY = -distance * unitX;
  const startAngle = Math.atan2(unitY - unitCentreY, unitX - unitCentreX);
  const endAngle = Math.atan2(-unitY - unitCentreY, -unitX - unitCentreX);
  const sweep = endAngle - startAngle;
  const turn = 2 * Math.PI;
  const sweepAngle = isClockwise ? (sweep + turn) % turn : -((turn - sweep) % turn);
  return {
    radiusX,
    radiusY,
    centreX: radiusX * unitCentreX * cos - radiusY * unitCentreY * sin + (fromX + x) / 2,
    centreY: radiusX * unitCentreX * sin + radiusY * unitCentreY * cos + (fromY + y) / 2,
    startAngle,
    sweepAngle,
  };
}
