/** Undo, redo, gestures and merging, by references. */
import { describe, expect, it } from 'vitest';
import { select, type EditorState } from '#lib/editor/editor-state';
import { beginGesture, cancelGesture, canRedo, canUndo, changeSelection, commit, createHistory, endGesture, HISTORY_ENTRIES_MAX, jumpTo, presentOf, redo, undo, updateGesture } from '#lib/editor/history';
import { image } from '#tests/unit/composition/fixtures';
import { stateOf } from '#tests/unit/editor/editor-fixtures';

const stateNamed = (name: string): EditorState => stateOf([image({ id: 'a', name })]);
const [first, second, third] = ['one', 'two', 'three'].map(stateNamed) as [EditorState, EditorState, EditorState];

describe('history', () => {
  it('undo after do is what was, redo what was done', () => {
    const history = commit(createHistory(first), second, { label: 'Rename' });
    expect(presentOf(undo(history))).toBe(first);
    expect(presentOf(redo(undo(history)))).toBe(second);
    expect([canUndo(history), canRedo(history), canUndo(undo(history)), canRedo(undo(history))]).toEqual([true, false, false, true]);
  });

  it('undo at the beginning and redo at the end change nothing', () => {
    const history = createHistory(first);
    expect([undo(history), redo(history)]).toEqual([history, history]);
  });

  it('a step forgets what could be redone; a selection does not', () => {
    const undone = undo(commit(createHistory(first), second, { label: 'Rename' }));
    const selected = changeSelection(undone, select(first, ['a']));
    expect(canRedo(selected)).toBe(true);
    expect(presentOf(undo(redo(selected))).selection).toEqual(['a']);
    expect(canRedo(commit(selected, third, { label: 'Rename' }))).toBe(false);
  });

  it('a step without a change is none', () => {
    const history = commit(createHistory(first), select(first, ['a']), { label: 'Nothing' });
    expect([history.entries.length, presentOf(history).selection]).toEqual([1, ['a']]);
  });

  it('typing in one field soon after is one step, later or elsewhere another', () => {
    const typed = (history = createHistory(first), state: EditorState, key: string, atMs: number) => commit(history, state, { label: 'Type', merge: { key, atMs } });
    const start = typed(undefined, second, 'name', 0);
    expect(typed(start, third, 'name', 900).entries).toHaveLength(2);
    expect(typed(start, third, 'name', 1100).entries).toHaveLength(3);
    expect(typed(start, third, 'text', 10).entries).toHaveLength(3);
    expect(presentOf(undo(typed(start, third, 'name', 900)))).toBe(first);
  });

  it('a gesture is one entry, or none when it is cancelled or comes to nothing', () => {
    const moving = updateGesture(updateGesture(beginGesture(createHistory(first), 'Move'), second), third);
    expect(presentOf(moving)).toBe(third);
    expect(endGesture(moving).entries.map(({ label, state }) => [label, state])).toEqual([['Open', first], ['Move', third]]);
    expect(presentOf(cancelGesture(moving))).toBe(first);
    expect(presentOf(undo(moving))).toBe(first);
    expect(endGesture(updateGesture(moving, first)).entries).toHaveLength(1);
  });

  it('goes to any entry of the list', () => {
    const history = commit(commit(createHistory(first), second, { label: 'A' }), third, { label: 'B' });
    expect([presentOf(jumpTo(history, 0)), presentOf(jumpTo(jumpTo(history, 0), 2)), jumpTo(history, 9)]).toEqual([first, third, history]);
  });

  it('keeps the latest entries alone', () => {
    let history = createHistory(first);
    for (let step = 0; step < HISTORY_ENTRIES_MAX + 50; step += 1) history = commit(history, stateNamed(`step ${step}`), { label: String(step) });
    expect([history.entries.length, history.index, history.entries.at(-1)?.label]).toEqual([HISTORY_ENTRIES_MAX, HISTORY_ENTRIES_MAX - 1, String(HISTORY_ENTRIES_MAX + 49)]);
  });
});
