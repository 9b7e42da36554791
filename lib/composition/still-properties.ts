/** An element's properties at one moment: keyframes become values. Where they move over time is said by `resolve-motion.ts`. */
import type { Animated, Keyframe } from '#lib/composition/schema/animated';
import type { StillProperties, VisualProperties } from '#lib/composition/schema/visual-element';
import { lengthToPx, ratioToNumber, type Size } from '#lib/composition/units';

/** The properties as the element begins: of keyframes the first. */
export function stillOf(element: VisualProperties): StillProperties {
  const { x, y, width, height, x_scale, y_scale, rotation, opacity, blur_radius } = element;
  const box = { x: firstOf(x), y: firstOf(y), width: firstOf(width), height: firstOf(height) };
  return { ...element, ...box, x_scale: firstOf(x_scale), y_scale: firstOf(y_scale), rotation: firstOf(rotation), opacity: firstOf(opacity), blur_radius: firstOf(blur_radius) };
}

/** As `stillOf`, but as large as it ever is between overshoots. */
export function largestOf(element: VisualProperties, canvas: Size): StillProperties {
  const largest = (length: VisualProperties['width'], wholePx: number) => {
    const all = valuesOf(length);
    return all.length < 2 ? all[0] : Math.max(...all.map((value) => lengthToPx(value, canvas, wholePx)));
  };
  return { ...stillOf(element), width: largest(element.width, canvas.widthPx), height: largest(element.height, canvas.heightPx) };
}

/** True when keyframes move or size the element's own box. */
export function isFrameMoved({ x, y, width, height }: VisualProperties): boolean {
  return [x, y, width, height].some(Array.isArray);
}

/** True when it may be seen at one time in a place where it is not at another. */
export function isMoved(element: VisualProperties): boolean {
  const { x_scale, y_scale, rotation, animations, transition } = element;
  return isFrameMoved(element) || [x_scale, y_scale, rotation, animations].some(Array.isArray) || transition !== undefined;
}

/** True when the element is opaque to some degree, and of some size, at some time. */
export function isEverOpaque({ opacity, x_scale, y_scale }: VisualProperties): boolean {
  return [opacity, x_scale, y_scale].map(valuesOf).every((all) => all.length === 0 || all.some((value) => ratioToNumber(value) > 0));
}

/** Every value a property takes at a keyframe; none when it is absent. */
export function valuesOf<Value>(property: Animated<Value> | undefined): Value[] {
  if (property === undefined) return [];
  return isKeyframes(property) ? property.map(({ value }) => value) : [property];
}

export function isKeyframes<Value>(property: Animated<Value> | undefined): property is Keyframe<Value>[] {
  return Array.isArray(property);
}

const firstOf = <Value>(property: Animated<Value> | undefined): Value | undefined => valuesOf(property)[0];
