/** The `shape` element: a rectangle, an ellipse, a line, a polygon or a path, filled and outlined. */
import { z } from 'zod';
import { PATH_COORDINATE_MAX, PATH_LENGTH_MAX, POINTS_MAX, STROKE_DASHES_MAX } from '#lib/composition/limits';
import { alphaColorSchema } from '#lib/composition/schema/color';
import { elementBaseShape } from '#lib/composition/schema/element-base';
import { expected } from '#lib/composition/schema/expected';
import { gradientSchema } from '#lib/composition/schema/fill';
import { sizeSchema } from '#lib/composition/schema/length';
import { pointSchema } from '#lib/composition/schema/point';
import { visualElementShape } from '#lib/composition/schema/visual-element';
import { parsePath } from '#lib/composition/shapes/parse-path';

export const SHAPES = ['rectangle', 'ellipse', 'line', 'polygon', 'path'] as const;
export type ShapeName = (typeof SHAPES)[number];

const PATH_FITS = ['contain', 'fill'] as const;
const STROKE_CAPS = ['butt', 'round', 'square'] as const;
const STROKE_JOINS = ['miter', 'round', 'bevel'] as const;

const oneOf = (names: readonly string[]) => expected(`one of ${names.map((name) => `"${name}"`).join(', ')}`);
const pointsError = expected(`a list of 2 to ${POINTS_MAX} points`);
const pathError = expected(`SVG path data of at most ${PATH_LENGTH_MAX} characters`);
const dashesError = expected(`a list of 1 to ${STROKE_DASHES_MAX} lengths`);

const VIEW_SIZE_MIN = 0.001;
const viewBoxError = expected(`four numbers [x, y, width, height] up to ${PATH_COORDINATE_MAX}, width and height at least ${VIEW_SIZE_MIN}`);
const viewNumber = (min: number) => z.number({ error: viewBoxError }).min(min, { error: viewBoxError }).max(PATH_COORDINATE_MAX, { error: viewBoxError });
const viewPlace = viewNumber(-PATH_COORDINATE_MAX);
const viewSize = viewNumber(VIEW_SIZE_MIN);

/** What a picture has and a shape has not. */
const { fit_mode: _fitMode, ...shapeVisualShape } = visualElementShape;

const shapeElementObject = z.strictObject({
  type: z.literal('shape').meta({ title: 'Type', description: 'The kind of element.', examples: ['shape'] }),
  ...elementBaseShape,
  ...shapeVisualShape,
  shape: z.enum(SHAPES, { error: oneOf(SHAPES) }).meta({
    title: 'Shape',
    description: 'What is drawn into the box.',
    examples: ['rectangle', 'ellipse'],
  }),
  border_radius: visualElementShape.border_radius.meta({
    title: 'Corner radius',
    description: "Rounds the corners of a rectangle; percentages are of its smaller side, so that 50% rounds the shorter sides away.",
    unit: 'px',
    default: 0,
    examples: [24, '50%'],
  }),
  points: z.array(pointSchema, { error: pointsError }).min(2, { error: pointsError }).max(POINTS_MAX, { error: pointsError }).optional().meta({
    title: 'Points',
    description: 'Corners of a polygon (3 or more), or the two ends of a line: [across, down] in percent of the box. Absent for a line: from the middle of the left side to the middle of the right.',
    unit: '%',
    examples: [[[50, 0], [100, 100], [0, 100]]],
  }),
  path: z.string({ error: pathError }).max(PATH_LENGTH_MAX, { error: pathError, abort: true }).superRefine((text, context) => {
    const outcome = parsePath(text);
    if (!outcome.ok) context.addIssue({ code: 'custom', message: outcome.problem, input: text });
  }).optional().meta({
    title: 'Path',
    description: 'Outline as SVG path data, in the coordinates of view_box.',
    examples: ['M 10 30 A 20 20 0 0 1 50 30 A 20 20 0 0 1 90 30 Q 90 60 50 90 Q 10 60 10 30 Z'],
  }),
  view_box: z.tuple([viewPlace, viewPlace, viewSize, viewSize], { error: viewBoxError }).optional().meta({
    title: 'View box',
    description: "The part of the path's plane that is laid into the element's box: [x, y, width, height].",
    default: [0, 0, 100, 100],
    examples: [[0, 0, 24, 24]],
  }),
  path_fit: z.enum(PATH_FITS, { error: oneOf(PATH_FITS) }).optional().meta({
    title: 'Path fit',
    description: 'contain: the view box as large as it fits, placed in the box by x_alignment and y_alignment; fill: stretched to it.',
    default: 'contain',
    examples: ['fill'],
  }),
  fill_color: alphaColorSchema.optional().meta({
    title: 'Fill colour',
    description: 'Colour inside the outline. Absent: #ffffff, or none when there is a gradient or a stroke. A line has no inside.',
    examples: ['#ff7a18', '#00000080'],
  }),
  fill: gradientSchema.optional().meta({
    title: 'Gradient',
    description: 'Colours that change across the box, instead of fill_color.',
    examples: [{ type: 'linear', angle: 90, stops: [{ offset: 0, color: '#ff7a18' }, { offset: 1, color: '#af002d' }] }],
  }),
  stroke_color: visualElementShape.stroke_color.meta({
    title: 'Stroke colour',
    description: 'Colour of the outline, half of which is drawn on either side. Absent: no outline; of a line #ffffff.',
    examples: ['#ffffff', '#00000080'],
  }),
  stroke_width: visualElementShape.stroke_width.meta({
    title: 'Stroke width',
    description: "Width of the outline; percentages are of the canvas's smaller side.",
    unit: 'px',
    default: 2,
    examples: [6, '1vmin'],
  }),
  stroke_dash: z.array(sizeSchema, { error: dashesError }).min(1, { error: dashesError }).max(STROKE_DASHES_MAX, { error: dashesError }).optional().meta({
    title: 'Dashes',
    description: "Lengths of dashes and gaps in turn; one length is both. Percentages are of the canvas's smaller side. Absent: an unbroken outline.",
    unit: 'px',
    examples: [[12, 8]],
  }),
  stroke_cap: z.enum(STROKE_CAPS, { error: oneOf(STROKE_CAPS) }).optional().meta({
    title: 'Stroke ends',
    description: 'How ends of lines and dashes look; round and square reach out by half the width.',
    default: 'butt',
    examples: ['round'],
  }),
  stroke_join: z.enum(STROKE_JOINS, { error: oneOf(STROKE_JOINS) }).optional().meta({
    title: 'Stroke corners',
    description: 'How corners of the outline look.',
    default: 'miter',
    examples: ['round'],
  }),
});

export type ShapeElement = z.infer<typeof shapeElementObject>;

export const shapeElementSchema = shapeElementObject
  .superRefine((element, context) => {
    for (const [property, message] of findContradictions(element)) context.addIssue({ code: 'custom', path: [property], message, input: element[property] });
  })
  .meta({ title: 'Shape', description: 'A rectangle, ellipse, line, polygon or path.' });

/** Properties that some shapes have and the others have not. */
export const SHAPES_OF_PROPERTY = { border_radius: ['rectangle'], points: ['line', 'polygon'], path: ['path'], view_box: ['path'], path_fit: ['path'] } as const satisfies Partial<Record<keyof ShapeElement, readonly ShapeName[]>>;

type Contradiction = readonly [property: keyof ShapeElement, message: string];

/** What is wrong between the properties. */
function findContradictions(element: ShapeElement): Contradiction[] {
  const { shape, points } = element;
  const found: Contradiction[] = [];
  for (const property of ['border_radius', 'points', 'path', 'view_box', 'path_fit'] as const) {
    const shapes: readonly ShapeName[] = SHAPES_OF_PROPERTY[property];
    if (element[property] !== undefined && !shapes.includes(shape)) found.push([property, `is of the shape ${shapes.map((name) => `"${name}"`).join(' or ')} alone, not of "${shape}"`]);
  }
  if (shape === 'polygon' && points === undefined) found.push(['points', 'is required: the corners of the polygon']);
  if (shape === 'polygon' && points?.length === 2) found.push(['points', 'must be at least 3 points for a polygon, not 2']);
  if (shape === 'line' && points !== undefined && points.length > 2) found.push(['points', `must be 2 points for a line, not ${points.length}`]);
  if (shape === 'path' && element.path === undefined) found.push(['path', 'is required: the outline as SVG path data']);
  if (element.fill !== undefined && element.fill_color !== undefined) found.push(['fill', 'must not be given together with fill_color']);
  for (const property of ['stroke_dash', 'stroke_cap', 'stroke_join'] as const) {
    if (shape !== 'line' && element[property] !== undefined && element.stroke_color === undefined) found.push([property, 'says nothing without a stroke_color']);
  }
  for (const property of ['fill', 'fill_color'] as const) {
    if (shape === 'line' && element[property] !== undefined) found.push([property, 'is not of a line, which has no inside; use stroke_color']);
  }
  return found;
}
