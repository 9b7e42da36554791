/** Moments of an element as frames of its layer, and keyframes as written as keyframes of `Motion`. */
import { LINEAR, type Easing } from '#lib/composition/easing';
import type { Rational } from '#lib/composition/media-facts';
import type { MotionKeyframe } from '#lib/composition/motion';
import { parseEasing } from '#lib/composition/parse-easing';
import type { Keyframe, KeyframeTime } from '#lib/composition/schema/animated';

/** How long a layer is there, and how fast its frames go by. */
export interface LayerTime {
  frameRate: Rational;
  durationFrames: number;
}

/** Frames from the layer's first; may be fractions. */
export interface Interval {
  fromFrame: number;
  toFrame: number;
}

/** The frame of a moment, from the layer's first; may be a fraction. The millionth makes 0.1 s + 1 s the frame it stands for. */
export function toMotionFrame(time: KeyframeTime, { frameRate, durationFrames }: LayerTime): number {
  if (time === 'start') return 0;
  if (time === 'end') return durationFrames;
  const frame = typeof time === 'number' ? secondsToMotionFrames(time, frameRate) : (durationFrames * Number.parseFloat(time)) / 100;
  return Math.round(frame * 1e6) / 1e6;
}

/** Without rounding to the grid: motion has values between frames, too. */
export function secondsToMotionFrames(seconds: number, { numerator, denominator }: Rational): number {
  return (seconds * numerator) / denominator;
}

export function toMotionKeyframes<Value>(keyframes: readonly Keyframe<Value>[], layerTime: LayerTime, toNumber: (value: Value) => number): MotionKeyframe[] {
  let latest = 0;
  return keyframes.map(({ time, value, easing }) => {
    // Where the layer is cut, its end may come before a time in seconds: what is after the cut is never seen, and stays in order.
    latest = Math.max(latest, toMotionFrame(time, layerTime));
    return { frame: latest, value: toNumber(value), easing: toEasing(easing, LINEAR) };
  });
}

/** Of a text that the schema accepted, or of none. */
export function toEasing(text: string | undefined, preset: Easing): Easing {
  if (text === undefined) return preset;
  const outcome = parseEasing(text);
  if (!outcome.ok) throw new Error(`Not an easing: ${text}`);
  return outcome.easing;
}
