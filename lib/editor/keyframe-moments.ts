/** The moments at which an element has keyframes, whatever they are of: what the lane under a clip shows. Seconds from the start of the element. */
import type { Element } from '#lib/composition/schema/composition';
import { findKeyframeAt, keyframesOf, keyframeSeconds, MOVING_PROPERTIES, type MovingProperty } from '#lib/editor/keyframes';

/** One keyframe of an element: of a property, the one at a place of its list. */
export interface KeyframePlace {
  property: MovingProperty;
  index: number;
}

export const isSamePlace = (one: KeyframePlace, other: KeyframePlace): boolean => one.property === other.property && one.index === other.index;

export interface KeyframeMoment {
  seconds: number;
  keyframes: readonly KeyframePlace[];
}

export function movingPropertiesOf(element: Element): MovingProperty[] {
  return MOVING_PROPERTIES.filter((property) => keyframesOf(element, property) !== null);
}

/** By time; keyframes of several properties at one moment are one. */
export function listKeyframeMoments(element: Element, durationSeconds: number): KeyframeMoment[] {
  const moments: Array<{ seconds: number; keyframes: KeyframePlace[] }> = [];
  for (const property of movingPropertiesOf(element)) {
    for (const [index, { time }] of (keyframesOf(element, property) ?? []).entries()) {
      const seconds = keyframeSeconds(time, durationSeconds);
      const there = moments[findKeyframeAt(moments.map((moment) => ({ time: moment.seconds, value: 0 })), seconds, durationSeconds) ?? -1];
      if (there === undefined) moments.push({ seconds, keyframes: [{ property, index }] });
      else there.keyframes.push({ property, index });
    }
  }
  return moments.toSorted((a, b) => a.seconds - b.seconds);
}

/** What moves at it: "x, opacity". */
export const describeMoment = ({ keyframes }: KeyframeMoment): string => [...new Set(keyframes.map(({ property }) => property.replaceAll('_', ' ')))].join(', ');

/** Its keyframes that a curve leads to: all but the first of each property. */
export const listWays = ({ keyframes }: KeyframeMoment): readonly KeyframePlace[] => keyframes.filter(({ index }) => index > 0);
