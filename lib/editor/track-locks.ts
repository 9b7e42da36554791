/**
 * Which tracks are locked once the document has changed: the document and its locked tracks, and the one that comes after it, in; the numbers of the same
 * tracks there out. What a track is, is known by its elements: a lock follows them wherever the track is moved or renumbered.
 */
import type { Composition, Element } from '#lib/composition/schema/composition';
import { listTracks } from '#lib/composition/tracks';

export interface LockedDocument {
  composition: Composition;
  lockedTracks: readonly number[];
}

/**
 * The locked tracks of the document that comes after another: those that have an element of a locked track and none of an unlocked one. A track of which
 * nothing was in the document before is as it was `remembered`: it has come back by undo. The same list when nothing changes.
 */
export function followLocks({ composition: before, lockedTracks }: LockedDocument, after: Composition, remembered: readonly number[]): readonly number[] {
  if (before === after || (lockedTracks.length === 0 && remembered.length === 0)) return lockedTracks;
  const tracksBefore = listTracks(before.elements);
  const wasLocked = new Map(listIdentities(before.elements).map((identity, index) => [identity, lockedTracks.includes(tracksBefore[index] ?? 0)]));
  const identities = listIdentities(after.elements);
  const known = new Map<number, boolean[]>();
  for (const [index, track] of listTracks(after.elements).entries()) {
    const lock = wasLocked.get(identities[index] ?? '');
    known.set(track, [...(known.get(track) ?? []), ...(lock === undefined ? [] : [lock])]);
  }
  const next = [...known].flatMap(([track, locks]) => ((locks.length === 0 ? remembered.includes(track) : locks.every(Boolean)) ? [track] : []));
  const isSame = next.length === lockedTracks.length && next.every((track) => lockedTracks.includes(track));
  return isSame ? lockedTracks : next.toSorted((a, b) => a - b);
}

/** What each element is known by in another version of its document: its id, else all of it but where and when it is, and how many before it are the same. */
function listIdentities(elements: readonly Element[]): string[] {
  const counts = new Map<string, number>();
  return elements.map(({ track: _track, time: _time, duration: _duration, ...element }) => {
    const identity = element.id ?? JSON.stringify(element);
    const count = counts.get(identity) ?? 0;
    counts.set(identity, count + 1);
    return `${count} ${identity}`;
  });
}
