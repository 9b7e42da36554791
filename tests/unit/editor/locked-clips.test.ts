/** What locked tracks hold: no edit changes what is on them, whichever command it is. */
import { describe, expect, it } from 'vitest';
import { deleteClips } from '#lib/editor/commands/delete-clips';
import { moveClips } from '#lib/editor/commands/move-clips';
import { moveTrack } from '#lib/editor/commands/move-track';
import { pasteElements } from '#lib/editor/commands/paste-elements';
import { setHidden } from '#lib/editor/commands/set-hidden';
import { setProperty } from '#lib/editor/commands/set-property';
import type { EditOutcome } from '#lib/editor/edit-outcome';
import { enterGroup, select, type EditorState } from '#lib/editor/editor-state';
import { keepLocked, listLockedKeys } from '#lib/editor/locked-clips';
import { elementsOf, lengths, reasonOf, stateOf } from '#tests/unit/editor/editor-fixtures';

const locks = { lockedTracks: [2], sourceSecondsOf: lengths };
const bar = (id: string, track: number, rest: Record<string, unknown> = {}) => ({ id, type: 'shape', shape: 'rectangle', track, time: 0, duration: 2, ...rest });
const state = stateOf([bar('low', 1), bar('held', 2), { id: 'set', type: 'composition', track: 3, time: 0, duration: 4, elements: [bar('inner', 1)] }]);
const held = (before: EditorState, outcome: EditOutcome) => keepLocked(before, outcome, locks);
const LOCKED = 'Track 2 is locked: unlock it to change what is on it';

describe('a locked track', () => {
  it('keeps its elements from being changed, deleted and moved, together with others as well', () => {
    expect(reasonOf(held(state, setProperty(state, { keys: ['held', 'low'], path: ['opacity'], value: 0.5 }, lengths)))).toBe(LOCKED);
    expect(reasonOf(held(state, deleteClips(state, { keys: ['held'] }, lengths)))).toBe(LOCKED);
    expect(reasonOf(held(state, moveClips(state, { keys: ['held'], deltaSeconds: 1, rows: 0, onOccupied: 'refuse' }, lengths)))).toBe(LOCKED);
    const free = setProperty(state, { keys: ['low'], path: ['opacity'], value: 0.5 }, lengths);
    expect(held(state, free)).toBe(free);
  });

  it('takes nothing new: what is moved onto it is refused, what is pasted goes elsewhere', () => {
    const later = select(stateOf([bar('low', 1, { time: 3 }), bar('held', 2)]), ['low']);
    expect(reasonOf(held(later, moveClips(later, { keys: ['low'], deltaSeconds: 0, rows: 1, onOccupied: 'refuse' }, lengths)))).toBe(LOCKED);
    const content = { elements: [bar('new', 1) as never], fonts: [] };
    const pasted = pasteElements(later, { content, atSeconds: 3, lockedTracks: [2] }, lengths);
    expect(held(later, pasted)).toBe(pasted);
    expect(elementsOf(pasted.ok ? pasted.state : later)).toContainEqual(expect.objectContaining({ id: 'new', track: 3 }));
  });

  it('is moved among the others and hidden as a whole', () => {
    const moved = moveTrack(state, { track: 2, rows: 1 }, lengths);
    expect(held(state, moved)).toBe(moved);
    const hidden = setHidden(state, { keys: ['held'], isHidden: true }, lengths);
    expect(held(state, hidden)).toBe(hidden);
  });

  it('holds what is in a group on it', () => {
    const inGroup = enterGroup(state, 'set');
    expect([...listLockedKeys(inGroup, { ...locks, lockedTracks: [3] })]).toEqual(['inner']);
    expect([...listLockedKeys(inGroup, locks)]).toEqual([]);
    expect([...listLockedKeys(state, locks)]).toEqual(['held']);
    const edited = setProperty(inGroup, { keys: ['inner'], path: ['opacity'], value: 0.5 }, lengths);
    expect(reasonOf(keepLocked(inGroup, edited, { ...locks, lockedTracks: [3] }))).toBe('Track 3 is locked: unlock it to change what is on it');
  });
});
