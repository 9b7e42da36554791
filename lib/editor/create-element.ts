/** New elements as people expect them when they add one: a source, some words or a shape in; an element that looks well on any canvas out. */
import type { MediaKind } from '#lib/composition/sources';
import type { Element } from '#lib/composition/schema/composition';
import type { ShapeElement, ShapeName } from '#lib/composition/schema/shape-element';

/** How long a new text, picture or shape lasts. */
export const STILL_SECONDS = 5;

/** Of an uploaded file or an address; `name` is what people call it. */
export function createMediaElement(kind: MediaKind, { source, name }: { source: string; name?: string | undefined }): Element {
  const named = name === undefined || name === '' ? {} : { name: name.slice(0, 100) };
  switch (kind) {
    case 'image': return { type: 'image', ...named, source, duration: STILL_SECONDS };
    case 'video': return { type: 'video', ...named, source };
    case 'audio': return { type: 'audio', ...named, source };
    default: return kind satisfies never;
  }
}

export type TextPreset = 'title' | 'body' | 'caption';

/** In the middle of the canvas, a caption at its foot; as large as it is on every canvas. */
export function createTextElement(preset: TextPreset, text: string): Element {
  const centred = { x: '50%', x_anchor: '50%', x_alignment: '50%' };
  switch (preset) {
    case 'title': return { type: 'text', text, ...centred, y: '50%', y_anchor: '50%', width: '80%', font_weight: 700, font_size: '12vmin', duration: STILL_SECONDS };
    case 'body': return { type: 'text', text, ...centred, y: '50%', y_anchor: '50%', width: '70%', font_size: '6vmin', duration: STILL_SECONDS };
    case 'caption': return { type: 'text', text, ...centred, y: '90%', y_anchor: '100%', width: '80%', font_size: '5vmin', background_color: '#000000b3', background_border_radius: '20%', duration: STILL_SECONDS };
    default: return preset satisfies never;
  }
}

export function createShapeElement(shape: ShapeName): ShapeElement {
  const middle = { x: '50%', y: '50%', x_anchor: '50%', y_anchor: '50%' };
  switch (shape) {
    case 'rectangle': return { type: 'shape', shape, ...middle, width: '40vmin', height: '30vmin', fill_color: '#3b82f6', duration: STILL_SECONDS };
    case 'ellipse': return { type: 'shape', shape, ...middle, width: '40vmin', height: '40vmin', fill_color: '#3b82f6', duration: STILL_SECONDS };
    case 'line': return { type: 'shape', shape, ...middle, width: '50vmin', height: '4vmin', stroke_color: '#ffffff', stroke_width: '1vmin', duration: STILL_SECONDS };
    case 'polygon': return { type: 'shape', shape, ...middle, width: '40vmin', height: '36vmin', points: [[50, 0], [100, 100], [0, 100]], fill_color: '#3b82f6', duration: STILL_SECONDS };
    case 'path': return { type: 'shape', shape, ...middle, width: '40vmin', height: '40vmin', path: HEART, fill_color: '#ef4444', duration: STILL_SECONDS };
    default: return shape satisfies never;
  }
}

/** In the default view box of 100 x 100. */
const HEART = 'M 10 30 A 20 20 0 0 1 50 30 A 20 20 0 0 1 90 30 Q 90 60 50 90 Q 10 60 10 30 Z';
