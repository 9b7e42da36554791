/** A `shape` element becomes a layer: its outline, fill and stroke in pixels and parts of its box, nothing left to default. */
import { tooLargeProblem } from '#lib/composition/resolve-media';
import { isEverSeen, resolvePicture, wholeOf } from '#lib/composition/resolve-picture';
import type { ElementOutcome, ResolveContext } from '#lib/composition/resolved-element';
import type { Gradient } from '#lib/composition/schema/fill';
import type { Length } from '#lib/composition/schema/length';
import type { ShapeElement } from '#lib/composition/schema/shape-element';
import { parsePath } from '#lib/composition/shapes/parse-path';
import type { GradientStop, Point, ShapeFill, ShapeGeometry, ShapeStroke } from '#lib/composition/shapes/shape';
import { shapeReachPx } from '#lib/composition/shapes/shape-reach';
import type { Box } from '#lib/composition/timeline';
import { lengthToPx, normalizeColor, ratioToNumber, type Size } from '#lib/composition/units';

const FILL_COLOR_DEFAULT = '#ffffff';
const LINE_COLOR_DEFAULT = '#ffffff';
const STROKE_WIDTH_DEFAULT = 2;
const VIEW_BOX_DEFAULT = [0, 0, 100, 100] as const;
const LINE_POINTS_DEFAULT: readonly Point[] = [[0, 50], [100, 50]];
const ANGLE_DEFAULT = 180;
const CENTER_DEFAULT: Point = [50, 50];

const ALIGNMENT_DEFAULT = '50%';

export function resolveShape(element: ShapeElement, context: ResolveContext): ElementOutcome {
  // As a picture that is stretched to its box; corners and stroke are those of the outline, not of the box.
  const { border_radius: radius, stroke_color: _color, stroke_width: _width, ...visible } = element;
  const { look: visual, toMotion, isTooLarge } = resolvePicture({ ...visible, fit_mode: 'fill' }, wholeOf(naturalSize(element)), context);
  const { crop: _crop, fit: _fit, ...placed } = visual;
  const shape = { geometry: resolveGeometry(element, toRadiusPx(radius, placed.box, context.canvas)), fill: resolveFill(element), stroke: resolveStroke(element, context.canvas) };
  const isVisible = isEverSeen(element, placed, context.canvas, shapeReachPx(shape));
  if (isVisible && isTooLarge) return { ok: false, problem: tooLargeProblem(placed.box, context) };
  return {
    ok: true,
    resolved: {
      naturalLength: 'open',
      toLayer: (span) => {
        const { elementId, track, startFrame, endFrame } = span;
        return isVisible ? { type: 'shape', elementId, track, startFrame, endFrame, ...placed, motion: toMotion(span), ...shape } : null;
      },
      toSound: () => null,
    },
  };
}

/** What a side that is not given follows: a path's view box, else a square. */
function naturalSize({ shape, view_box: viewBox }: ShapeElement): Size {
  if (shape !== 'path' || viewBox === undefined) return { widthPx: 1, heightPx: 1 };
  return { widthPx: viewBox[2], heightPx: viewBox[3] };
}

function toRadiusPx(radius: Length = 0, { widthPx, heightPx }: Box, canvas: Size): number {
  return lengthToPx(radius, canvas, Math.min(widthPx, heightPx));
}

function resolveGeometry(element: ShapeElement, radiusPx: number): ShapeGeometry {
  switch (element.shape) {
    case 'rectangle': return { kind: 'rectangle', radiusPx };
    case 'ellipse': return { kind: 'ellipse' };
    case 'line': return { kind: 'points', points: (element.points ?? LINE_POINTS_DEFAULT).map(toParts), isClosed: false };
    case 'polygon': return { kind: 'points', points: (element.points ?? []).map(toParts), isClosed: true };
    case 'path': return resolvePath(element);
    default: return element.shape satisfies never;
  }
}

function resolvePath({ path = '', view_box: viewBox, path_fit: fit = 'contain', ...element }: ShapeElement): ShapeGeometry {
  const outcome = parsePath(path);
  if (!outcome.ok) throw new Error(`A path that the schema accepted ${outcome.problem}`);
  const [x, y, width, height] = viewBox ?? VIEW_BOX_DEFAULT;
  const alignment: Point = [ratioToNumber(element.x_alignment ?? ALIGNMENT_DEFAULT), ratioToNumber(element.y_alignment ?? ALIGNMENT_DEFAULT)];
  return { kind: 'path', commands: outcome.commands, view: { x, y, width, height }, fit, alignment };
}

const toParts = ([x, y]: Point): Point => [x / 100, y / 100];

function resolveFill({ shape, fill, fill_color: color, stroke_color: strokeColor }: ShapeElement): ShapeFill | null {
  if (shape === 'line') return null;
  if (fill !== undefined) return resolveGradient(fill);
  if (color !== undefined) return { type: 'solid', color: normalizeColor(color) };
  return strokeColor === undefined ? { type: 'solid', color: FILL_COLOR_DEFAULT } : null;
}

function resolveGradient(gradient: Gradient): ShapeFill {
  const stops = gradient.stops.map(({ offset, color }): GradientStop => ({ offset: ratioToNumber(offset), color: normalizeColor(color) }));
  if (gradient.type === 'linear') return { type: 'linear', angleDegrees: gradient.angle ?? ANGLE_DEFAULT, stops };
  return { type: 'radial', center: toParts(gradient.center ?? CENTER_DEFAULT), stops };
}

function resolveStroke({ shape, ...element }: ShapeElement, canvas: Size): ShapeStroke | null {
  const color = element.stroke_color ?? (shape === 'line' ? LINE_COLOR_DEFAULT : null);
  if (color === null) return null;
  const toPx = (length: Length): number => lengthToPx(length, canvas, Math.min(canvas.widthPx, canvas.heightPx));
  return {
    color: normalizeColor(color),
    widthPx: toPx(element.stroke_width ?? STROKE_WIDTH_DEFAULT),
    dashesPx: (element.stroke_dash ?? []).map(toPx),
    cap: element.stroke_cap ?? 'butt',
    join: element.stroke_join ?? 'miter',
  };
}
