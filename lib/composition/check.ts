/** What the schema cannot see because it is between properties: ids used twice, overlaps, lengths and sizes that are known without any medium. */
import { findTimingProblems } from '#lib/composition/check-timing';
import { toPath, type CompositionProblem } from '#lib/composition/composition-problem';
import { resolveKnownTiming } from '#lib/composition/known-timing';
import { BOX_SIDE_PX_MAX, ELEMENTS_MAX } from '#lib/composition/limits';
import { resolveCanvas, resolveFrameRate } from '#lib/composition/resolve';
import type { ResolveProblem } from '#lib/composition/resolve-problem';
import type { Composition } from '#lib/composition/schema/composition';
import { quoteValue } from '#lib/composition/schema/expected';
import { valuesOf } from '#lib/composition/still-properties';
import { lengthToPx } from '#lib/composition/units';

/** Ids used before, at each place but the first. For any value, as wrong as it may be in other ways; a list that is too long is not searched. */
export function findDuplicateIds(value: unknown): CompositionProblem[] {
  if (typeof value !== 'object' || value === null || !('elements' in value) || !Array.isArray(value.elements)) return [];
  if (value.elements.length > ELEMENTS_MAX) return [];
  const firstPathById = new Map<string, string>();
  return value.elements.flatMap((element: unknown, index) => {
    const path = toPath(['elements', index]);
    const id = readId(element) ?? path;
    const firstPath = firstPathById.get(id);
    if (firstPath === undefined) {
      firstPathById.set(id, path);
      return [];
    }
    return [{ path: `${path}.id`, message: `must be unique, but ${firstPath} has the same id`, code: 'duplicate_id' }];
  });
}

/** Overlaps and lengths for which no medium is needed. */
export function findKnownTimingProblems(composition: Composition): CompositionProblem[] {
  const problems = findTimingProblems(composition, resolveKnownTiming(composition), resolveFrameRate(composition));
  return problems.map(({ code, elementIndex, message, details }) => ({
    path: elementIndex === null ? '' : toPath(['elements', elementIndex, ...pathWithin(code, details)]),
    message,
    code: code.toLowerCase(),
  }));
}

/** Where in the element the fault is. */
function pathWithin(code: ResolveProblem['code'], { property, keyframe }: ResolveProblem['details']): PropertyKey[] {
  if (code === 'TRANSITION_IMPOSSIBLE') return ['transition'];
  return code === 'KEYFRAMES_OUT_OF_ORDER' && typeof property === 'string' && typeof keyframe === 'number' ? [property, keyframe, 'time'] : [];
}

/** Boxes whose given width or height is more than can be drawn. */
export function findOversizedBoxes(composition: Composition): CompositionProblem[] {
  const canvas = resolveCanvas(composition);
  return composition.elements.flatMap((element, index) =>
    (['width', 'height'] as const).flatMap((property): CompositionProblem[] => {
      const tooLarge = valuesOf(element.type === 'audio' ? undefined : element[property]).find((length) => lengthToPx(length, canvas, canvas[`${property}Px`]) > BOX_SIDE_PX_MAX);
      if (tooLarge === undefined) return [];
      return [{ path: toPath(['elements', index, property]), message: `must come to at most ${BOX_SIDE_PX_MAX} pixels, not ${quoteValue(tooLarge)}`, code: 'too_big' }];
    }),
  );
}

function readId(element: unknown): string | null {
  return typeof element === 'object' && element !== null && 'id' in element && typeof element.id === 'string' ? element.id : null;
}
