/**
 * Undo by references: states in, a list of states with labels and the place in it out. Nobody writes an inverse.
 * A gesture (a drag) is many live states and one entry; a changed selection is kept in the entry it belongs to, records nothing and clears nothing.
 */
import type { EditorState } from '#lib/editor/editor-state';

/** Entries share what they have in common, so that many are cheap. */
export const HISTORY_ENTRIES_MAX = 200;
/** Typing within this time is one step. */
export const MERGE_MS_MAX = 1000;

export interface HistoryEntry {
  /** What was done: "Move 2 clips"; of the first, how it began. */
  label: string;
  state: EditorState;
  /** Of what may be one step with what follows. */
  merge: MergeMark | null;
}

/** Steps with the same key one soon after the other become one: typing into one field. */
export interface MergeMark {
  key: string;
  /** Any clock that goes on. */
  atMs: number;
}

export interface Gesture {
  label: string;
  /** What it began from, and what a live change is computed from, so that nothing drifts. */
  start: EditorState;
  current: EditorState;
}

export interface History {
  /** Oldest first; never empty. */
  entries: readonly HistoryEntry[];
  /** The entry that is shown; those after it can be redone. */
  index: number;
  gesture: Gesture | null;
}

export function createHistory(initial: EditorState, label = 'Open'): History {
  return { entries: [{ label, state: initial, merge: null }], index: 0, gesture: null };
}

/** The state that is shown, that of a gesture included. */
export function presentOf(history: History): EditorState {
  return history.gesture?.current ?? entryAt(history, history.index).state;
}

/** Records a step and ends a gesture without it. A state with the same composition is no step: its selection alone is taken over. */
export function commit(history: History, next: EditorState, { label, merge = null }: { label: string; merge?: MergeMark | null }): History {
  const settled = history.gesture === null ? history : { ...history, gesture: null };
  const current = entryAt(settled, settled.index);
  if (next.composition === current.state.composition) return setPresent(settled, next);
  const isLast = settled.index === settled.entries.length - 1;
  if (isLast && settled.index > 0 && isOneStep(current.merge, merge)) {
    return { ...settled, entries: [...settled.entries.slice(0, -1), { ...current, state: next, merge }] };
  }
  const entries = [...settled.entries.slice(0, settled.index + 1), { label, state: next, merge }].slice(-HISTORY_ENTRIES_MAX);
  return { entries, index: entries.length - 1, gesture: null };
}

function isOneStep(earlier: MergeMark | null, later: MergeMark | null): boolean {
  return earlier !== null && later !== null && earlier.key === later.key && later.atMs - earlier.atMs <= MERGE_MS_MAX;
}

/** Another selection or another open group of the same document: no step, and redo stays possible. */
export function changeSelection(history: History, next: EditorState): History {
  if (next.composition !== presentOf(history).composition) throw new Error('A changed document is committed');
  return history.gesture === null ? setPresent(history, next) : { ...history, gesture: { ...history.gesture, current: next } };
}

function setPresent(history: History, state: EditorState): History {
  const current = entryAt(history, history.index);
  if (current.state === state) return history;
  return { ...history, entries: history.entries.with(history.index, { ...current, state }) };
}

export const canUndo = ({ index, gesture }: History): boolean => index > 0 || gesture !== null;
export const canRedo = ({ entries, index, gesture }: History): boolean => gesture === null && index < entries.length - 1;

/** During a gesture, takes that back. */
export function undo(history: History): History {
  if (history.gesture !== null) return cancelGesture(history);
  return history.index > 0 ? { ...history, index: history.index - 1 } : history;
}

export function redo(history: History): History {
  return canRedo(history) ? { ...history, index: history.index + 1 } : history;
}

/** Shows any entry of the list; nothing is lost by it until the next step. */
export function jumpTo(history: History, index: number): History {
  return history.entries[index] === undefined ? history : { ...history, index, gesture: null };
}

/** From here on `updateGesture` shows without recording. One that is still going on is cancelled. */
export function beginGesture(history: History, label: string): History {
  const settled = cancelGesture(history);
  const start = presentOf(settled);
  return { ...settled, gesture: { label, start, current: start } };
}

/** Shows a state computed from the gesture's start; without a gesture nothing happens. */
export function updateGesture(history: History, current: EditorState, label?: string): History {
  const { gesture } = history;
  return gesture === null || gesture.current === current ? history : { ...history, gesture: { ...gesture, current, label: label ?? gesture.label } };
}

/** One entry for all of it, or none when the document is as it was. */
export function endGesture(history: History): History {
  const { gesture } = history;
  return gesture === null ? history : commit(history, gesture.current, { label: gesture.label });
}

/** As if it had not begun: the same references. */
export function cancelGesture(history: History): History {
  return history.gesture === null ? history : { ...history, gesture: null };
}

function entryAt({ entries }: History, index: number): HistoryEntry {
  const entry = entries[index];
  if (entry === undefined) throw new Error(`There is no entry ${index}`);
  return entry;
}
