/** From one shape to another: what the other one needs is added, what it cannot have is taken away, and what both have is kept. */
import type { ShapeElement, ShapeName } from '#lib/composition/schema/shape-element';
import { changeElement } from '#lib/editor/change-element';
import { createShapeElement } from '#lib/editor/create-element';

/** Of the properties that not every shape has. */
const SHAPES_OF = {
  border_radius: ['rectangle'], points: ['line', 'polygon'], path: ['path'], view_box: ['path'], path_fit: ['path'],
  fill_color: ['rectangle', 'ellipse', 'polygon', 'path'], fill: ['rectangle', 'ellipse', 'polygon', 'path'],
} as const satisfies Partial<Record<keyof ShapeElement, readonly ShapeName[]>>;

const SHAPES: readonly unknown[] = ['rectangle', 'ellipse', 'line', 'polygon', 'path'] satisfies ShapeName[];

export const isShapeName = (value: unknown): value is ShapeName => SHAPES.includes(value);

export function switchShape(element: ShapeElement, shape: ShapeName): ShapeElement {
  if (element.shape === shape) return element;
  const gone = Object.entries(SHAPES_OF).filter(([, shapes]: [string, readonly ShapeName[]]) => !shapes.includes(shape)).map(([property]) => [property, undefined]);
  const kept = changeElement(element, { shape, ...(Object.fromEntries(gone) as Record<string, undefined>) });
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
