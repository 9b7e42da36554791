/** A lock stays with its track, whatever number that has. */
import { describe, expect, it } from 'vitest';
import { addElements } from '#lib/editor/commands/add-elements';
import { deleteClips } from '#lib/editor/commands/delete-clips';
import { moveToNewTrack } from '#lib/editor/commands/move-to-new-track';
import { moveTrack } from '#lib/editor/commands/move-track';
import { createShapeElement } from '#lib/editor/create-element';
import type { EditOutcome } from '#lib/editor/edit-outcome';
import { followLocks } from '#lib/editor/track-locks';
import { done, lengths, stateOf } from '#tests/unit/editor/editor-fixtures';

const shape = (id: string | undefined, track: number | undefined, time: number) => ({ ...(id === undefined ? {} : { id }), type: 'shape', shape: 'rectangle', width: 10, height: 10, track, time, duration: 2 });
const start = stateOf([shape('low', 1, 0), shape('middle', 2, 0), shape('later', 2, 4), shape('high', 3, 0)]);
const locksAfter = (outcome: EditOutcome, lockedTracks: readonly number[] = [2]) => followLocks({ composition: start.composition, lockedTracks }, done(outcome).composition, []);

describe('a locked track', () => {
  it.each([
    ['is moved up', moveTrack(start, { track: 2, rows: 1 }, lengths), [3]],
    ['is moved down', moveTrack(start, { track: 2, rows: -1 }, lengths), [1]],
    ['has another moved past it', moveTrack(start, { track: 3, rows: -2 }, lengths), [3]],
    ['has a new one made under it', addElements(start, { elements: [createShapeElement('ellipse')], destination: { kind: 'new-track', above: 1, atSeconds: 0 } }, lengths), [3]],
    ['has a new one made above it', addElements(start, { elements: [createShapeElement('ellipse')], destination: { kind: 'new-track', above: 2, atSeconds: 0 } }, lengths), [2]],
    ['has a clip moved to a new one under all', moveToNewTrack(start, { keys: ['high'], deltaSeconds: 0, above: null }, lengths), [3]],
    ['has one under it deleted', deleteClips(start, { keys: ['low'] }, lengths), [2]],
  ])('stays locked when it %s', (_name, outcome, expected) => expect(locksAfter(outcome)).toEqual(expected));

  it('keeps its lock with numbers that nobody wrote', () => {
    const loose = stateOf([shape(undefined, undefined, 0), shape(undefined, undefined, 1), shape(undefined, undefined, 1)]);
    const after = done(deleteClips(loose, { keys: ['elements.0'] }, lengths));
    expect(followLocks({ composition: loose.composition, lockedTracks: [2] }, after.composition, [])).toHaveLength(1);
  });

  it('is unlocked once something unlocked is on it, and gone with the last of it', () => {
    const mixed = stateOf([shape('low', 2, 9), shape('middle', 2, 0), shape('later', 2, 4), shape('high', 3, 0)]);
    expect(followLocks({ composition: start.composition, lockedTracks: [2] }, mixed.composition, [])).toEqual([]);
    const emptied = done(deleteClips(start, { keys: ['middle', 'later'] }, lengths));
    expect(locksAfter({ ok: true, state: emptied, label: '' })).toEqual([]);
    // By undo it comes back as it was.
    expect(followLocks({ composition: emptied.composition, lockedTracks: [] }, start.composition, [2])).toEqual([2]);
  });

  it('is the same list when nothing changes', () => {
    const locked = [2];
    expect(followLocks({ composition: start.composition, lockedTracks: locked }, done(addElements(start, { elements: [createShapeElement('ellipse')], destination: { kind: 'end-of-track', track: 3 } }, lengths)).composition, [])).toBe(locked);
  });
});
