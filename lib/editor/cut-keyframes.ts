/**
 * What an element's own motion becomes when the element is cut: keyframes, animations and fades of the whole in, those of a part of it out, so that
 * each is seen when it was. Seconds count from the start of the element.
 */
import type { Element } from '#lib/composition/schema/composition';
import type { Animation } from '#lib/composition/schema/animation';
import type { Size } from '#lib/composition/units';
import { changeElement, roundSeconds } from '#lib/editor/change-element';
import { evaluateAt, inSeconds, keyframesOf, MOVING_PROPERTIES, toWritten, type MovingProperty, type WrittenKeyframe } from '#lib/editor/keyframes';

/** The part of an element that is left; `fromSeconds` may be negative, where it was made longer at its start. */
export interface Part {
  fromSeconds: number;
  toSeconds: number;
  /** Of the whole. */
  durationSeconds: number;
}

/** How a cut is meant. */
export interface CutOptions {
  canvas: Size;
  /** Of a trim: what is bound to the element's ends, or is a share of its length, goes with its new ends. Of a split: it stays when it was. */
  followsEnds: boolean;
}

export function cutMotion(element: Element, part: Part, options: CutOptions): Element {
  return cutAnimations(cutKeyframes(element, part, options), part, options);
}

function cutKeyframes(element: Element, part: Part, options: CutOptions): Element {
  return MOVING_PROPERTIES.reduce((changed, property) => {
    const keyframes = keyframesOf(changed, property);
    return keyframes === null ? changed : changeElement(changed, { [property]: cutList(property, keyframes, { part, options }) });
  }, element);
}

/** What comes after the part may stay in the list: it is not seen, and gives the last curve its end. */
function cutList(property: MovingProperty, keyframes: readonly WrittenKeyframe[], { part, options: { canvas, followsEnds } }: { part: Part; options: CutOptions }): readonly WrittenKeyframe[] {
  const { fromSeconds, durationSeconds } = part;
  if (followsEnds && keyframes.every(({ time }) => typeof time === 'string')) return keyframes;
  const timed = inSeconds(keyframes, durationSeconds);
  if (fromSeconds === 0) return timed;
  const later = timed.filter(({ time }) => Number(time) >= fromSeconds).map((keyframe) => ({ ...keyframe, time: roundSeconds(Number(keyframe.time) - fromSeconds) }));
  if (later.length === timed.length) return later;
  const like = timed[0]?.value;
  const valueAt = (seconds: number): WrittenKeyframe['value'] => toWritten(property, evaluateAt(property, timed, { seconds, durationSeconds, canvas }), like, canvas);
  const first: WrittenKeyframe = { time: 0, value: valueAt(fromSeconds) };
  const [next, ...rest] = later;
  if (next === undefined) return [first];
  if (next.easing === undefined || next.easing === 'linear') return [first, next, ...rest];
  // The rest of a curve is no curve that has a name: it is drawn in straight pieces.
  const steps = Array.from({ length: CURVE_PIECES - 1 }, (_value, index) => (Number(next.time) * (index + 1)) / CURVE_PIECES);
  const pieces = steps.map((time): WrittenKeyframe => ({ time: roundSeconds(time), value: valueAt(fromSeconds + time) }));
  return [first, ...pieces, { time: next.time, value: next.value }, ...rest];
}

/** Of a whole curve none of these is farther from it than 0.3 % of the way. */
const CURVE_PIECES = 16;

/** Which animations are a part's: those that begin in it, with those bound to its ends where it has them. */
function cutAnimations(element: Element, { fromSeconds, toSeconds, durationSeconds }: Part, { followsEnds }: CutOptions): Element {
  if (!('animations' in element) || element.animations === undefined) return element;
  const isStart = followsEnds || fromSeconds <= 0;
  const isEnd = followsEnds || toSeconds >= durationSeconds;
  const before = element.animations as Animation[];
  const animations = before.flatMap((animation): Animation[] => {
    const { time } = animation;
    if (time === 'end') return isEnd ? [animation] : [];
    if (time === undefined || time === 'start') return isStart || isThroughout(animation) ? [animation] : [];
    if (time < Math.max(0, fromSeconds) || time >= toSeconds) return [];
    return [fromSeconds === 0 ? animation : { ...animation, time: roundSeconds(time - fromSeconds) }];
  });
  const isSame = animations.length === before.length && animations.every((animation, index) => animation === before[index]);
  return isSame ? element : changeElement(element, { animations: animations.length === 0 ? undefined : animations });
}

/** It goes on as long as the element does. */
const isThroughout = ({ type, duration }: Animation): boolean => type === 'pan' && duration === undefined;

/** Sound fades in where the whole began and out where it ended. */
export function cutFades(element: Element, { fromSeconds, toSeconds, durationSeconds }: Part): Element {
  if (element.type !== 'video' && element.type !== 'audio') return element;
  return changeElement(element, {
    ...(fromSeconds > 0 ? { audio_fade_in: undefined } : {}),
    ...(toSeconds < durationSeconds ? { audio_fade_out: undefined } : {}),
  });
}
