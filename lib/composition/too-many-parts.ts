/** Compositions whose groups repeat so much so often that what they come to could not be planned. */
import { idAt, type Arrangement } from '#lib/composition/arrangement';
import { PARTS_MAX } from '#lib/composition/limits';
import type { ResolveProblem } from '#lib/composition/resolve-problem';

/** `counts` are the layers and sounds of each element, by its place in the list; the largest is at fault. */
export function findTooManyParts(arrangement: Arrangement, counts: readonly number[]): ResolveProblem[] {
  const count = counts.reduce((sum, parts) => sum + parts, 0);
  if (count <= PARTS_MAX) return [];
  const elementIndex = counts.indexOf(Math.max(...counts));
  const elementId = idAt(arrangement, elementIndex);
  return [
    {
      code: 'OUTPUT_TOO_COMPLEX',
      elementId,
      elementIndex,
      message: `Element "${elementId}" repeats so often that the composition comes to ${count} layers and sounds; at most ${PARTS_MAX} are allowed`,
      details: { element_id: elementId, parts: count, parts_max: PARTS_MAX },
    },
  ];
}
