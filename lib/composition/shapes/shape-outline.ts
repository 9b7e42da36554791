/** The outline of a shape in a box: its geometry and the box's size in, steps in the box's own pixels out. */
import type { PathCommand, PathFit, Point, ShapeGeometry, ViewBox } from '#lib/composition/shapes/shape';
import type { Size } from '#lib/composition/units';

/** The size may have fractions (boxes that move). */
export function shapeOutline(geometry: ShapeGeometry, size: Size): PathCommand[] {
  switch (geometry.kind) {
    case 'rectangle': return roundedRectangle(size, geometry.radiusPx);
    case 'ellipse': return roundedCorners(size, { widthPx: size.widthPx / 2, heightPx: size.heightPx / 2 });
    case 'points': return polyline(geometry.points, geometry.isClosed, size);
    case 'path': return geometry.commands.map(toBox(geometry.view, geometry, size));
    default: return geometry satisfies never;
  }
}

function roundedRectangle(size: Size, radiusPx: number): PathCommand[] {
  const radius = Math.min(radiusPx, size.widthPx / 2, size.heightPx / 2);
  return roundedCorners(size, { widthPx: radius, heightPx: radius });
}

/** How far a cubic curve's control points are along the tangents of a quarter of the unit circle; off the true one by 0.03 % of the radius. */
const QUARTER_REACH = (4 / 3) * (Math.SQRT2 - 1);

/** A rectangle whose corners are quarters of an ellipse of these half axes; clockwise from the end of the top left one. */
function roundedCorners({ widthPx: width, heightPx: height }: Size, { widthPx: radiusX, heightPx: radiusY }: Size): PathCommand[] {
  if (radiusX === 0 || radiusY === 0) {
    return [{ type: 'move', x: 0, y: 0 }, { type: 'line', x: width, y: 0 }, { type: 'line', x: width, y: height }, { type: 'line', x: 0, y: height }, { type: 'close' }];
  }
  // From the corner to the control point.
  const restX = radiusX * (1 - QUARTER_REACH);
  const restY = radiusY * (1 - QUARTER_REACH);
  return [
    { type: 'move', x: radiusX, y: 0 },
    { type: 'line', x: width - radiusX, y: 0 },
    { type: 'curve', x1: width - restX, y1: 0, x2: width, y2: restY, x: width, y: radiusY },
    { type: 'line', x: width, y: height - radiusY },
    { type: 'curve', x1: width, y1: height - restY, x2: width - restX, y2: height, x: width - radiusX, y: height },
    { type: 'line', x: radiusX, y: height },
    { type: 'curve', x1: restX, y1: height, x2: 0, y2: height - restY, x: 0, y: height - radiusY },
    { type: 'line', x: 0, y: radiusY },
    { type: 'curve', x1: 0, y1: restY, x2: restX, y2: 0, x: radiusX, y: 0 },
    { type: 'close' },
  ];
}

function polyline(points: readonly Point[], isClosed: boolean, { widthPx, heightPx }: Size): PathCommand[] {
  const steps = points.map(([x, y], index): PathCommand => ({ type: index === 0 ? 'move' : 'line', x: x * widthPx, y: y * heightPx }));
  return isClosed ? [...steps, { type: 'close' }] : steps;
}

/** Moves steps from the path's own plane into the box. */
function toBox(view: ViewBox, { fit, alignment: [alignX, alignY] }: PathFit, { widthPx, heightPx }: Size): (command: PathCommand) => PathCommand {
  const stretchX = widthPx / view.width;
  const stretchY = heightPx / view.height;
  const scaleX = fit === 'fill' ? stretchX : Math.min(stretchX, stretchY);
  const scaleY = fit === 'fill' ? stretchY : scaleX;
  const left = (widthPx - view.width * scaleX) * alignX;
  const top = (heightPx - view.height * scaleY) * alignY;
  const toX = (x: number): number => left + (x - view.x) * scaleX;
  const toY = (y: number): number => top + (y - view.y) * scaleY;
  return (command) => {
    switch (command.type) {
      case 'close': return command;
      case 'curve': return { type: 'curve', x1: toX(command.x1), y1: toY(command.y1), x2: toX(command.x2), y2: toY(command.y2), x: toX(command.x), y: toY(command.y) };
      default: return { type: command.type, x: toX(command.x), y: toY(command.y) };
    }
  };
}
