/**
 * Everything that moves in one element: its keyframes and animations, the layer's time and place in; channels and clips in pixels and frames out.
 * What transitions add comes later, when neighbours are known: `resolve-transitions.ts`.
 */
import { LINEAR } from '#lib/composition/easing';
import type { Motion, MotionChannel, MotionKeyframe, MotionProperty } from '#lib/composition/motion';
import { toMotionKeyframes, type LayerTime } from '#lib/composition/motion-frames';
import type { Rational } from '#lib/composition/media-facts';
import { resolveAnimations } from '#lib/composition/resolve-animations';
import type { PictureParts } from '#lib/composition/resolve-pan';
import { toBlurPx } from '#lib/composition/resolve-look';
import type { Animated } from '#lib/composition/schema/animated';
import type { VisualProperties } from '#lib/composition/schema/visual-element';
import { isKeyframes } from '#lib/composition/still-properties';
import type { LayerBase } from '#lib/composition/timeline';
import { lengthToPx, ratioToNumber, type Size } from '#lib/composition/units';

export interface MotionContext {
  canvas: Size;
  frameRate: Rational;
  /** The exact size of the element's own box as it begins; a side that is not given follows the other by this aspect. */
  exactSize: Size;
  /** Of an element that shows a picture: the part of the source that may be shown, and the part that is. */
  picture: PictureParts | null;
}

/** Null when nothing moves. */
export function resolveMotion(element: VisualProperties, { startFrame, endFrame }: Pick<LayerBase, 'startFrame' | 'endFrame'>, context: MotionContext): Motion | null {
  const layerTime: LayerTime = { frameRate: context.frameRate, durationFrames: endFrame - startFrame };
  const animated = resolveAnimations(element.animations ?? [], { ...context, layerTime });
  const channels = [
    ...axisChannels(element, HORIZONTAL, { ...context, layerTime }),
    ...axisChannels(element, VERTICAL, { ...context, layerTime }),
    ...scaleChannel('scaleX', element.x_scale, layerTime),
    ...scaleChannel('scaleY', element.y_scale, layerTime),
    ...channelOf('rotationDegrees', element.rotation, layerTime, (degrees) => degrees),
    ...channelOf('opacity', element.opacity, layerTime, ratioToNumber),
    ...channelOf('blurRadiusPx', element.blur_radius, layerTime, (radius) => toBlurPx(radius, context.canvas)),
    ...animated.channels,
  ];
  return channels.length === 0 && animated.clips.length === 0 ? null : { channels, clips: animated.clips };
}

function channelOf<Value>(property: MotionProperty, values: Animated<Value> | undefined, layerTime: LayerTime, toNumber: (value: Value) => number): MotionChannel[] {
  return isKeyframes(values) ? [{ property, combine: 'set', keyframes: toMotionKeyframes(values, layerTime, toNumber) }] : [];
}

/** A layer has no scale of its own: one that stands still is a channel that does. */
function scaleChannel(property: 'scaleX' | 'scaleY', scale: VisualProperties['x_scale'], layerTime: LayerTime): MotionChannel[] {
  if (isKeyframes(scale)) return channelOf(property, scale, layerTime, ratioToNumber);
  const factor = ratioToNumber(scale ?? 1);
  return factor === 1 ? [] : [{ property, combine: 'set', keyframes: [{ frame: 0, value: factor, easing: LINEAR }] }];
}

interface Axis {
  position: 'x' | 'y';
  anchor: 'x_anchor' | 'y_anchor';
  size: 'width' | 'height';
  otherSize: 'width' | 'height';
}

const HORIZONTAL: Axis = { position: 'x', anchor: 'x_anchor', size: 'width', otherSize: 'height' };
const VERTICAL: Axis = { position: 'y', anchor: 'y_anchor', size: 'height', otherSize: 'width' };

type AxisContext = MotionContext & { layerTime: LayerTime };

/** Size and place along one axis, as `placeFrame` has them at rest: the edge is at the position less the anchor, or so that the box is in the middle. */
function axisChannels(element: VisualProperties, axis: Axis, context: AxisContext): MotionChannel[] {
  const { canvas, exactSize, layerTime } = context;
  const wholePx = canvas[`${axis.size}Px`];
  const position = element[axis.position];
  const sizes = sizeKeyframes(element, axis, context);
  const shiftOf = (sizePx: number): number => (position === undefined ? -sizePx / 2 : -lengthToPx(element[axis.anchor] ?? '0%', canvas, sizePx));
  const toPlace = (value: string | number): number => lengthToPx(value, canvas, wholePx);
  const shifts = sizes?.map((keyframe) => ({ ...keyframe, value: shiftOf(keyframe.value) })) ?? null;

  const channels: MotionChannel[] = [];
  if (sizes !== null) channels.push({ property: `${axis.size}Px`, combine: 'set', keyframes: sizes });
  if (isKeyframes(position)) {
    const restShift = shifts === null ? shiftOf(exactSize[`${axis.size}Px`]) : 0;
    channels.push({ property: `${axis.position}Px`, combine: 'set', keyframes: toMotionKeyframes(position, layerTime, (value) => toPlace(value) + restShift) });
    if (shifts !== null && shifts.some(({ value }) => value !== 0)) channels.push({ property: `${axis.position}Px`, combine: 'add', keyframes: shifts });
  } else if (shifts !== null && isChanging(shifts)) {
    const placePx = position === undefined ? wholePx / 2 : toPlace(position);
    channels.push({ property: `${axis.position}Px`, combine: 'set', keyframes: shifts.map((keyframe) => ({ ...keyframe, value: placePx + keyframe.value })) });
  }
  return channels;
}

/** Null when the size stands still. A side that is not given follows the other by the aspect the box has at rest. */
function sizeKeyframes(element: VisualProperties, axis: Axis, { canvas, exactSize, layerTime }: AxisContext): MotionKeyframe[] | null {
  const own = element[axis.size];
  const other = element[axis.otherSize];
  if (isKeyframes(own)) return toMotionKeyframes(own, layerTime, (value) => lengthToPx(value, canvas, canvas[`${axis.size}Px`]));
  if (own !== undefined || !isKeyframes(other)) return null;
  const aspect = exactSize[`${axis.size}Px`] / exactSize[`${axis.otherSize}Px`];
  return toMotionKeyframes(other, layerTime, (value) => lengthToPx(value, canvas, canvas[`${axis.otherSize}Px`]) * aspect);
}

const isChanging = (keyframes: readonly MotionKeyframe[]): boolean => keyframes.some(({ value }) => value !== keyframes[0]?.value);
