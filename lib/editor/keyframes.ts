/**
 * The properties that can move: their values as numbers and back, their value at a moment, and keyframes set, moved, taken away and cut. Seconds count
 * from the start of the element; `durationSeconds` is the element's and gives percentages and "end" their time.
 */
import { evaluateKeyframes } from '#lib/composition/evaluate-motion';
import { toMotionKeyframes } from '#lib/composition/motion-frames';
import type { Animated, Keyframe, KeyframeTime } from '#lib/composition/schema/animated';
import type { Element } from '#lib/composition/schema/composition';
import { isKeyframes } from '#lib/composition/still-properties';
import { lengthToPx, ratioToNumber, type Size } from '#lib/composition/units';
import { roundSeconds } from '#lib/editor/change-element';

/** A value as it is written: 120, "10%". */
export type WrittenValue = number | string;
export type WrittenKeyframe = Keyframe<WrittenValue>;

/** What each property's number means, and what it is when it is absent (null: what its place in the layout gives). */
const PROPERTIES = {
  x: { kind: 'length', whole: 'widthPx', preset: null },
  y: { kind: 'length', whole: 'heightPx', preset: null },
  width: { kind: 'length', whole: 'widthPx', preset: null },
  height: { kind: 'length', whole: 'heightPx', preset: null },
  rotation: { kind: 'number', whole: null, preset: 0 },
  opacity: { kind: 'ratio', whole: null, preset: 1 },
  x_scale: { kind: 'ratio', whole: null, preset: 1 },
  y_scale: { kind: 'ratio', whole: null, preset: 1 },
  blur_radius: { kind: 'length', whole: null, preset: 0 },
  volume: { kind: 'ratio', whole: null, preset: 1 },
} as const;

export type MovingProperty = keyof typeof PROPERTIES;
export const MOVING_PROPERTIES = Object.keys(PROPERTIES) as MovingProperty[];

export const isMovingProperty = (property: string): property is MovingProperty => Object.hasOwn(PROPERTIES, property);

/** As it is written; undefined where it is absent, or the element's type has none. */
export function readMoving(element: Element, property: MovingProperty): Animated<WrittenValue> | undefined {
  return property in element ? (Reflect.get(element, property) as Animated<WrittenValue> | undefined) : undefined;
}

/** The keyframes of a property; null when it stands still. */
export function keyframesOf(element: Element, property: MovingProperty): WrittenKeyframe[] | null {
  const value = readMoving(element, property);
  return isKeyframes(value) ? value : null;
}

/** Pixels, degrees or a factor. */
export function toNumber(property: MovingProperty, value: WrittenValue, canvas: Size): number {
  const { kind, whole } = PROPERTIES[property];
  if (kind === 'length') return lengthToPx(value, canvas, whole === null ? Math.min(canvas.widthPx, canvas.heightPx) : canvas[whole]);
  return kind === 'ratio' ? ratioToNumber(value) : Number(value);
}

/** A number as a value is written: in the unit of `like`, when that has one. */
export function toWritten(property: MovingProperty, number: number, like: WrittenValue | undefined, canvas: Size): WrittenValue {
  if (typeof like !== 'string') return roundValue(number);
  const unit = like.replace(/^[-\d. ]+/, '');
  const one = toNumber(property, `1${unit}`, canvas);
  return `${roundValue(number / one)}${unit}`;
}

/** Six digits after the point are all that lengths and percentages may have. */
const roundValue = (number: number): number => Math.round(number * 1e6) / 1e6 + 0;

/** The value of a property at a moment; null where it is absent and only the layout knows it. */
export function numberAt(element: Element, property: MovingProperty, moment: { seconds: number; durationSeconds: number; canvas: Size }): number | null {
  const written = readMoving(element, property);
  if (written === undefined) return PROPERTIES[property].preset;
  return isKeyframes(written) ? evaluateAt(property, written, moment) : toNumber(property, written, moment.canvas);
}

/** At one frame a second, the core's frames are seconds. */
const IN_SECONDS = { numerator: 1, denominator: 1 };

export function evaluateAt(property: MovingProperty, keyframes: readonly WrittenKeyframe[], { seconds, durationSeconds, canvas }: { seconds: number; durationSeconds: number; canvas: Size }): number {
  const layerTime = { frameRate: IN_SECONDS, durationFrames: durationSeconds };
  return evaluateKeyframes(toMotionKeyframes(keyframes, layerTime, (value) => toNumber(property, value, canvas)), seconds);
}

/** The moment of a keyframe. */
export function keyframeSeconds(time: KeyframeTime, durationSeconds: number): number {
  if (time === 'start') return 0;
  if (time === 'end') return durationSeconds;
  return typeof time === 'number' ? time : (durationSeconds * Number.parseFloat(time)) / 100;
}

/** Two keyframes nearer than this are at one moment: half a frame at 60 frames a second. */
export const SAME_MOMENT_SECONDS = 1 / 120;

/** Which keyframe is at a moment; null when none is. */
export function findKeyframeAt(keyframes: readonly WrittenKeyframe[], seconds: number, durationSeconds: number): number | null {
  const index = keyframes.findIndex(({ time }) => Math.abs(keyframeSeconds(time, durationSeconds) - seconds) < SAME_MOMENT_SECONDS);
  return index === -1 ? null : index;
}

/** With a value at a moment: in the place of the keyframe that is there, or as a new one. */
export function withKeyframe(keyframes: readonly WrittenKeyframe[], { seconds, durationSeconds, value }: { seconds: number; durationSeconds: number; value: WrittenValue }): WrittenKeyframe[] {
  const there = findKeyframeAt(keyframes, seconds, durationSeconds);
  if (there !== null) return keyframes.map((keyframe, index) => (index === there ? { ...keyframe, value } : keyframe));
  const next = keyframes.findIndex(({ time }) => keyframeSeconds(time, durationSeconds) > seconds);
  return keyframes.toSpliced(next === -1 ? keyframes.length : next, 0, { time: roundSeconds(seconds), value });
}

/** All times as seconds of an element that lasts so long: they depend on its length no more. The same list when they are already. */
export function inSeconds(keyframes: readonly WrittenKeyframe[], durationSeconds: number): readonly WrittenKeyframe[] {
  if (keyframes.every(({ time }) => typeof time === 'number')) return keyframes;
  return keyframes.map((keyframe) => (typeof keyframe.time === 'number' ? keyframe : { ...keyframe, time: roundSeconds(keyframeSeconds(keyframe.time, durationSeconds)) }));
}
