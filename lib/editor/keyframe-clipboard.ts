/** Copied keyframes as text for the system's clipboard: the lists of the composition's own language, their times from the first of them on. */
import { z } from 'zod';
import type { Element } from '#lib/composition/schema/composition';
import { roundSeconds } from '#lib/editor/change-element';
import { describeProperty } from '#lib/editor/describe-properties';
import type { KeyframePlace } from '#lib/editor/keyframe-moments';
import { isMovingProperty, keyframesOf, keyframeSeconds, type MovingProperty, type WrittenKeyframe } from '#lib/editor/keyframes';

/** By property; times are numbers. */
export type CopiedKeyframes = Partial<Record<MovingProperty, readonly WrittenKeyframe[]>>;

const copiedSchema = z.strictObject({
  keyframes: z.record(z.string().refine(isMovingProperty), z.array(z.object({ time: z.number().min(0), value: z.union([z.number(), z.string()]), easing: z.string().optional() })).min(1)),
});

export function copyKeyframes(element: Element, places: readonly KeyframePlace[], durationSeconds: number): CopiedKeyframes {
  const chosen = places.flatMap(({ property, index }) => {
    const keyframe = keyframesOf(element, property)?.[index];
    return keyframe === undefined ? [] : [{ property, keyframe: { ...keyframe, time: keyframeSeconds(keyframe.time, durationSeconds) } }];
  });
  const from = Math.min(...chosen.map(({ keyframe }) => keyframe.time));
  const copied: Partial<Record<MovingProperty, WrittenKeyframe[]>> = {};
  for (const { property, keyframe } of chosen.toSorted((a, b) => a.keyframe.time - b.keyframe.time)) {
    copied[property] = [...(copied[property] ?? []), { ...keyframe, time: roundSeconds(keyframe.time - from) }];
  }
  return copied;
}

export const writeKeyframes = (keyframes: CopiedKeyframes): string => JSON.stringify({ keyframes }, null, 2);

/** Null of a text that is no keyframes. */
export function readKeyframes(text: string): CopiedKeyframes | null {
  try {
    const parsed = copiedSchema.safeParse(JSON.parse(text));
    return parsed.success ? (parsed.data.keyframes as CopiedKeyframes) : null;
  } catch {
    return null;
  }
}

/** Whether elements of its type can move so. */
export function hasMovingProperty({ type }: Element, property: MovingProperty): boolean {
  return describeProperty(type, property)?.canKeyframe === true;
}
