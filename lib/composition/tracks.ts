/** Which track each element is on: those without one are above all that have one, each on a track of its own, in the order of the list. */
import type { Element } from '#lib/composition/schema/composition';

/** The next lower track that holds something to be seen, for the element at a place of the list; null when there is none. */
export function findTrackBelow(elements: readonly Element[], index: number): number | null {
  const tracks = listTracks(elements);
  const own = tracks[index] ?? 0;
  const below = tracks.filter((track, other) => track < own && elements[other]?.type !== 'audio');
  return below.length === 0 ? null : Math.max(...below);
}

/** One track for each element, by its place in the list. */
export function listTracks(elements: readonly Element[]): number[] {
  let last = elements.reduce((highest, { track }) => Math.max(highest, track ?? 0), 0);
  return elements.map(({ track }) => {
    if (track !== undefined) return track;
    last += 1;
    return last;
  });
}
