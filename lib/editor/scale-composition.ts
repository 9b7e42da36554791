/**
 * A composition at a fraction of its size: every length in pixels that its schema knows, however deep, is made smaller by the same factor; shares of the
 * canvas and of boxes are as they were. What is drawn is the same picture with fewer pixels, to the rounding of boxes to whole ones.
 */
import type { Composition, Element } from '#lib/composition/schema/composition';
import { describeProperties, type PropertyControl, type PropertyDescription } from '#lib/editor/describe-properties';

/** `width` and `height` times `factor` should be whole. */
export function scaleComposition(composition: Composition, factor: number): Composition {
  const { width, height, elements } = composition;
  return { ...composition, width: Math.round(width * factor), height: Math.round(height * factor), elements: elements.map((element) => scaleElement(element, factor)) };
}

function scaleElement(element: Element, factor: number): Element {
  const properties = describeProperties(element.type).flatMap((section) => section.properties);
  // The same keys, and of each length the same kind.
  const scaled = scaleObject(element, properties, factor) as Element;
  return scaled.type === 'composition' ? { ...scaled, elements: scaled.elements.map((inner) => scaleElement(inner, factor)) } : scaled;
}

/** Pixels of the source, not of the canvas. */
const OF_THE_SOURCE = 'crop';

function scaleObject(object: object, properties: readonly PropertyDescription[], factor: number): object {
  const entries = Object.entries(object).map(([name, value]: [string, unknown]) => {
    const property = properties.find((other) => other.name === name);
    return [name, property === undefined || name === OF_THE_SOURCE ? value : scaleValue(value, property.control, factor)];
  });
  const scaled: Record<string, unknown> = Object.fromEntries(entries);
  const stroke = properties.find(({ name }) => name === 'stroke_width')?.default;
  const isStroked = 'stroke_color' in object || ('shape' in object && object.shape === 'line');
  // The one length of the canvas that is some pixels when nobody says so.
  return typeof stroke === 'number' && isStroked && !('stroke_width' in object) ? { ...scaled, stroke_width: scaleLength(stroke, factor) } : scaled;
}

function scaleValue(value: unknown, control: PropertyControl, factor: number): unknown {
  switch (control.kind) {
    case 'length':
      return Array.isArray(value) ? value.map((keyframe: object) => ('value' in keyframe ? { ...keyframe, value: scaleLength(keyframe.value, factor) } : keyframe)) : scaleLength(value, factor);
    case 'object':
      return typeof value === 'object' && value !== null ? scaleObject(value, control.properties, factor) : value;
    case 'variants': {
      const name: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, control.tag) : undefined;
      const variant = control.variants.find((other) => other.name === name);
      return variant === undefined || typeof value !== 'object' || value === null ? value : scaleObject(value, variant.properties, factor);
    }
    case 'list':
      return Array.isArray(value) ? value.map((item) => scaleValue(item, control.item, factor)) : value;
    default:
      return value;
  }
}

function scaleLength(length: unknown, factor: number): unknown {
  if (typeof length === 'number') return roundPx(length * factor);
  return typeof length === 'string' && length.endsWith('px') ? `${roundPx(Number.parseFloat(length) * factor)}px` : length;
}

/** Six digits after the point are all that a length may have. */
const roundPx = (px: number): number => Math.round(px * 1e6) / 1e6;
