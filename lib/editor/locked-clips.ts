/**
 * What locked tracks hold: a state and the numbers of the locked tracks (`project.lockedTracks`, of the composition itself) in; the elements that are not
 * to be changed, and why an edit cannot be, out. The store asks for every edit, so that no command has to know of locks.
 */
import type { SourceSecondsOf } from '#lib/composition/known-timing';
import type { Element } from '#lib/composition/schema/composition';
import { changeElement } from '#lib/editor/change-element';
import { refuse, type EditOutcome } from '#lib/editor/edit-outcome';
import { findElement, listScopeKeys, type EditorState, type ElementKey } from '#lib/editor/editor-state';
import { openScene, type PlacedClip } from '#lib/editor/scene';

export interface TrackLocks {
  lockedTracks: readonly number[];
  sourceSecondsOf: SourceSecondsOf;
}

const NOTHING: ReadonlySet<ElementKey> = new Set();

/** Keys of the elements of the open scope that cannot be changed: those on locked tracks; within a group on such a track all of them. */
export function listLockedKeys(state: EditorState, locks: TrackLocks): ReadonlySet<ElementKey> {
  if (locks.lockedTracks.length === 0) return NOTHING;
  const { lockedTracks, sourceSecondsOf } = locks;
  const group = outermostTrackOf(state, sourceSecondsOf);
  if (group !== null) return lockedTracks.includes(group) ? new Set(listScopeKeys(state)) : NOTHING;
  return new Set(lockedClips(placeRoot(state, sourceSecondsOf), locks).map(({ key }) => key));
}

/** The track of the composition that holds the open group; null while none is open. */
export function outermostTrackOf(state: EditorState, sourceSecondsOf: SourceSecondsOf): number | null {
  if (state.scope === null) return null;
  const [, outermost] = findElement(state.composition, state.scope)?.path ?? [];
  return placeRoot(state, sourceSecondsOf).find(({ index }) => index === outermost)?.track ?? null;
}

/** The outcome of an edit, or a refusal when it changes, removes, or puts something beside, what is on a locked track. Whole tracks may still change places. */
export function keepLocked(before: EditorState, outcome: EditOutcome, locks: TrackLocks): EditOutcome {
  if (locks.lockedTracks.length === 0 || !outcome.ok || outcome.state.composition === before.composition) return outcome;
  const clipsBefore = placeRoot(before, locks.sourceSecondsOf);
  const locked = lockedClips(clipsBefore, locks);
  if (locked.length === 0) return outcome;
  const kept = new Map<PlacedClip, PlacedClip>();
  const clipsAfter = placeRoot(outcome.state, locks.sourceSecondsOf);
  for (const clip of locked) {
    const same = clipsAfter.find(({ element }) => element === clip.element) ?? clipsAfter.find((other) => !kept.has(other) && isUnchanged(clip.element, other.element));
    if (same === undefined) return refuse(explain(clip, clipsBefore));
    kept.set(same, clip);
  }
  const added = clipsAfter.find((clip) => !kept.has(clip) && [...kept.keys()].some(({ track }) => track === clip.track));
  const beside = added === undefined ? undefined : [...kept].find(([{ track }]) => track === added.track)?.[1];
  return beside === undefined ? outcome : refuse(explain(beside, clipsBefore));
}

const placeRoot = ({ composition }: EditorState, sourceSecondsOf: SourceSecondsOf): readonly PlacedClip[] => openScene({ composition, selection: [], scope: null }, sourceSecondsOf).clips;

const lockedClips = (clips: readonly PlacedClip[], { lockedTracks }: TrackLocks): PlacedClip[] => clips.filter(({ track }) => lockedTracks.includes(track));

/** A track that is moved, hidden or muted as a whole says so in its elements. */
const OF_THE_TRACK = { track: undefined, visible: undefined, muted: undefined };

function isUnchanged(before: Element, after: Element): boolean {
  return before.id === after.id && JSON.stringify(changeElement(before, OF_THE_TRACK)) === JSON.stringify(changeElement(after, OF_THE_TRACK));
}

/** By the number that people see: 1 is the lowest. */
function explain({ track }: PlacedClip, clips: readonly PlacedClip[]): string {
  const below = new Set(clips.map((clip) => clip.track).filter((other) => other < track));
  return `Track ${below.size + 1} is locked: unlock it to change what is on it`;
}
