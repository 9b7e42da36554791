/** Keyframes that go back in time. Times of one kind are compared as they are; seconds with percentages only where the element's length is known. */
import { idAt, type Arrangement } from '#lib/composition/arrangement';
import type { Rational } from '#lib/composition/media-facts';
import { toMotionFrame } from '#lib/composition/motion-frames';
import type { ResolveProblem } from '#lib/composition/resolve-problem';
import type { Timing } from '#lib/composition/resolve-timing';
import type { Keyframe, KeyframeTime } from '#lib/composition/schema/animated';
import type { Element } from '#lib/composition/schema/composition';
import { quoteValue } from '#lib/composition/schema/expected';

/** The first of each property. `details` has the property and the keyframe's place, for the path of a request's problem. */
export function findKeyframeProblems(arrangement: Arrangement, { placements }: Timing, frameRate: Rational): ResolveProblem[] {
  return arrangement.elements.flatMap((element, elementIndex) => {
    const placement = placements[elementIndex] ?? null;
    // Of the element's own length: that something else cuts it is no fault of its keyframes.
    const durationFrames = placement === null ? null : placement.endFrame - placement.startFrame;
    return listKeyframed(element).flatMap(([property, keyframes]): ResolveProblem[] => {
      const index = findStepBack(keyframes, durationFrames, frameRate);
      return index === null ? [] : [toProblem(keyframes, { elementId: idAt(arrangement, elementIndex), elementIndex, property, index })];
    });
  });
}

function listKeyframed(element: Element): Array<[string, Keyframe<unknown>[]]> {
  return Object.entries(element).flatMap(([property, value]: [string, unknown]) => (isKeyframeList(value) ? [[property, value] satisfies [string, Keyframe<unknown>[]]] : []));
}

/** Of a composition that the schema accepted: no other list has items with a time and a value. */
function isKeyframeList(value: unknown): value is Keyframe<unknown>[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null && 'time' in item && 'value' in item);
}

/** The place of the first keyframe that is before one listed earlier. */
function findStepBack(keyframes: readonly Keyframe<unknown>[], durationFrames: number | null, frameRate: Rational): number | null {
  const latest = { seconds: 0, share: 0 };
  for (const [index, { time }] of keyframes.entries()) {
    // Of an unknown length any will do: times of one kind are in the same order whatever it is.
    const frame = toMotionFrame(time, { frameRate, durationFrames: durationFrames ?? 1 });
    const kind = durationFrames !== null || typeof time === 'number' ? 'seconds' : 'share';
    if (frame < latest[kind]) return index;
    latest[kind] = frame;
  }
  return null;
}

interface StepBack {
  elementId: string;
  elementIndex: number;
  property: string;
  index: number;
}

function toProblem(keyframes: readonly Keyframe<unknown>[], { elementId, elementIndex, property, index }: StepBack): ResolveProblem {
  const [before, after] = [keyframes[index - 1], keyframes[index]];
  return {
    code: 'KEYFRAMES_OUT_OF_ORDER',
    elementId,
    elementIndex,
    message: `Keyframes of "${elementId}" must be in the order of time: ${property} has ${toTimeText(after?.time)} after ${toTimeText(before?.time)}`,
    details: { element_id: elementId, property, keyframe: index },
  };
}

const toTimeText = (time: KeyframeTime | undefined): string => (typeof time === 'number' ? `${time} s` : quoteValue(time));
