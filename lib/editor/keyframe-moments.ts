/** The moments at which an element has keyframes, whatever they are of: what the lane under a clip shows. Seconds from the start of the element. */
import type { Element } from '#lib/composition/schema/composition';
import { findKeyframeAt, keyframesOf, keyframeSeconds, MOVING_PROPERTIES, type MovingProperty } from '#lib/editor/keyframes';

export interface KeyframeMoment {
  seconds: number;
  /** Places in the lists of keyframes. */
  keyframes: ReadonlyArray<{ property: MovingProperty; index: number }>;
}

export function movingPropertiesOf(element: Element): MovingProperty[] {
  return MOVING_PROPERTIES.filter((property) => keyframesOf(element, property) !== null);
}

/** By time; keyframes of several properties at one moment are one. */
export function listKeyframeMoments(element: Element, durationSeconds: number): KeyframeMoment[] {
  const moments: Array<{ seconds: number; keyframes: Array<{ property: MovingProperty; index: number }> }> = [];
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
