/** Which track each element is on: those without one are above all that have one, each on a track of its own, in the order of the list. */
import type { Element } from '#lib/composition/schema/composition';

/** One track for each element, by its place in the list. */
export function listTracks(elements: readonly Element[]): number[] {
  let last = elements.reduce((highest, { track }) => Math.max(highest, track ?? 0), 0);
  return elements.map(({ track }) => {
    if (track !== undefined) return track;
    last += 1;
    return last;
  });
}
