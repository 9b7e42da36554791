/** From one shape to another: what the other one needs is added, what it cannot have is taken away, and what both have is kept. */
import { SHAPES, SHAPES_OF_PROPERTY, type ShapeElement, type ShapeName } from '#lib/composition/schema/shape-element';
import { changeElement } from '#lib/editor/change-element';
import { createShapeElement } from '#lib/editor/create-element';

const WITH_INSIDE = SHAPES.filter((shape) => shape !== 'line');

/** Of the properties that not every shape has. */
const SHAPES_OF = { ...SHAPES_OF_PROPERTY, fill_color: WITH_INSIDE, fill: WITH_INSIDE } satisfies Partial<Record<keyof ShapeElement, readonly ShapeName[]>>;

/** A line has a stroke without a colour of its own, which these say something of; nothing else has. */
const NO_STROKE = { stroke_dash: undefined, stroke_cap: undefined, stroke_join: undefined };

export const isShapeName = (value: unknown): value is ShapeName => SHAPES.some((shape) => shape === value);

export function switchShape(element: ShapeElement, shape: ShapeName): ShapeElement {
  if (element.shape === shape) return element;
  const gone = Object.entries(SHAPES_OF).filter(([, shapes]: [string, readonly ShapeName[]]) => !shapes.includes(shape)).map(([property]) => [property, undefined]);
  const isStroked = shape === 'line' || element.stroke_color !== undefined;
  const kept = changeElement(element, { shape, ...(Object.fromEntries(gone) as Record<string, undefined>), ...(isStroked ? {} : NO_STROKE) });
  switch (shape) {
    // The corners of a line are its two ends.
    case 'polygon':
    case 'path': {
      const { points, path, view_box } = createShapeElement(shape);
      return changeElement(kept, { points, path, view_box });
    }
    // It has no inside: the colour that was seen goes to its stroke.
    case 'line': return changeElement(kept, { points: undefined, stroke_color: element.stroke_color ?? element.fill_color });
    case 'rectangle':
    case 'ellipse': return kept;
    default: return shape satisfies never;
  }
}
