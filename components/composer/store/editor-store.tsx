/**
 * The editor's state for React: lib/editor's history with what is seen around it, in one store outside of React. Every change of the document goes
 * through `run`, `preview` or the history; components read by selectors, so that only what changed renders again.
 */
'use client';

import { createContext, useContext } from 'react';
import { createStore, useStore, type StoreApi } from 'zustand';
import type { MediaFactsBySource } from '#lib/composition/media-facts';
import type { Command, EditOutcome } from '#lib/editor/edit-outcome';
import type { Composition } from '#lib/composition/schema/composition';
import { replaceDocument } from '#lib/editor/commands/replace-document';
import { DocumentTexts } from '#lib/editor/document-text';
import type { EditorState } from '#lib/editor/editor-state';
import { beginGesture, cancelGesture, changeSelection, commit, createHistory, endGesture, jumpTo, presentOf, redo, undo, updateGesture, type History } from '#lib/editor/history';
import { locateField, type FieldPlace } from '#lib/editor/locate-field';
import { keepLocked } from '#lib/editor/locked-clips';
import type { Marker } from '#lib/editor/project';
import { sourceSecondsFrom } from '#lib/editor/source-seconds';
import { followLocks } from '#lib/editor/track-locks';

/** A sentence for a moment, about something that was done or could not be. */
export interface Notice {
  text: string;
  kind: 'refusal' | 'news';
}

/** What a project has beside its composition. */
export interface ProjectDetails {
  id: string;
  name: string;
  createdAtMs: number;
  /** By time. */
  markers: readonly Marker[];
  /** Numbers of the tracks of the composition itself whose elements stay as they are: `isElementLocked`. They follow their tracks. */
  lockedTracks: readonly number[];
  /** Of the videos made of it, the newest first. */
  jobIds: readonly string[];
}

/** A project as it is put into the editor. */
export interface OpenedProject {
  details: ProjectDetails;
  /** What `text` says. */
  state: EditorState;
  text: string;
  draftText: string | null;
  label?: string;
}

export interface EditorStore {
  history: History;
  project: ProjectDetails;
  /** What was typed as JSON and is no composition yet; null: the text is the document's. */
  draftText: string | null;
  /** Counts the texts that were taken: one may differ from the document's in its spaces alone. */
  textRevision: number;
  /** The field that a problem leads to: the inspector puts the focus into it. A new object each time. */
  field: FieldPlace | null;
  /** Of the media that have been looked at. */
  facts: MediaFactsBySource;
  notice: Notice | null;
  /** What was copied here last, for browsers that do not let the page read theirs. */
  clipboard: string | null;
  isSnapping: boolean;
  /** Zoom of the timeline. */
  pxPerSecond: number;
  /** The stretch of the open scope that the timeline is to show, as large as it gets; a new object each time it is asked for. */
  shownSpan: { startSeconds: number; endSeconds: number } | null;
  isGridShown: boolean;
  isSafeAreaShown: boolean;

  /** Does a command as one step of the history; a refusal, that of a locked track too, becomes the notice. Steps with one `mergeKey` soon after each other become one. */
  run: <Args>(command: Command<Args>, args: Args, mergeKey?: string) => EditOutcome;
  /** Within a gesture: shows what the command makes of the document as it was at its beginning. */
  preview: <Args>(command: Command<Args>, args: Args) => EditOutcome;
  begin: (label: string) => void;
  end: () => void;
  cancel: () => void;
  undo: () => void;
  redo: () => void;
  jumpTo: (index: number) => void;
  /** Another selection or scope of the same document: no step. */
  choose: (change: (state: EditorState) => EditorState) => void;
  /** Another project; the history begins anew. */
  open: (opened: OpenedProject) => void;
  changeProject: (change: Partial<Omit<ProjectDetails, 'id' | 'createdAtMs'>>) => void;
  /** The text of the document as the history has it, without a drag that is not over; the very text it was read from as long as nothing else has changed it. */
  readText: () => string;
  /** Takes a text for the document: one step when it is a composition, else the draft. Steps with one `mergeKey` soon after each other become one. */
  writeText: (text: string, how?: { label?: string; mergeKey?: string }) => void;
  /** Selects the element a problem's path (or an element's id) is about, and leads to its field. */
  reveal: (path: string) => void;
  learnFacts: (facts: MediaFactsBySource) => void;
  say: (notice: Notice | null) => void;
  setClipboard: (clipboard: string) => void;
  setView: (view: Partial<Pick<EditorStore, 'isSnapping' | 'pxPerSecond' | 'shownSpan' | 'isGridShown' | 'isSafeAreaShown'>>) => void;
}

export type EditorStoreApi = StoreApi<EditorStore>;

const PX_PER_SECOND_DEFAULT = 80;

const UNSAVED: ProjectDetails = { id: '', name: 'Untitled', createdAtMs: 0, markers: [], lockedTracks: [], jobIds: [] };

export function createEditorStore(initial: EditorState): EditorStoreApi {
  return createStore<EditorStore>()((set, get) => {
    const texts = new DocumentTexts();
    /** The locked tracks each document had when it was left: what undo brings back. */
    const locksLeft = new WeakMap<Composition, readonly number[]>();
    // A step takes the place of a text that is none, a drag only when it is over; a document's locks go with their tracks.
    const change = (next: (history: History) => History): void => set(({ history, project, draftText: draft }) => {
      const changed = next(history);
      const [before, after] = [presentOf(history).composition, presentOf(changed).composition];
      const draftText = settledComposition({ history: changed }) === settledComposition({ history }) ? draft : null;
      if (after === before) return { history: changed, draftText };
      locksLeft.set(before, project.lockedTracks);
      const lockedTracks = followLocks({ composition: before, lockedTracks: project.lockedTracks }, after, locksLeft.get(after) ?? []);
      return { history: changed, draftText, project: lockedTracks === project.lockedTracks ? project : { ...project, lockedTracks } };
    });
    const attempt = <Args,>(state: EditorState, command: Command<Args>, args: Args): EditOutcome => {
      const { facts, history, project } = get();
      const sourceSecondsOf = sourceSecondsFrom(facts);
      // A gesture begins from the document it has left: there, tracks may have had other numbers.
      const isShown = state.composition === presentOf(history).composition;
      const lockedTracks = isShown ? project.lockedTracks : (locksLeft.get(state.composition) ?? project.lockedTracks);
      return keepLocked(state, command(state, args, sourceSecondsOf), { lockedTracks, sourceSecondsOf });
    };
    const record = (outcome: EditOutcome, mergeKey: string | undefined): EditOutcome => {
      const merge = mergeKey === undefined ? null : { key: mergeKey, atMs: performance.now() };
      if (outcome.ok) {
        change((history) => commit(history, outcome.state, { label: outcome.label, merge }));
        set({ notice: null });
      } else set({ notice: { kind: 'refusal', text: outcome.reason } });
      return outcome;
    };
    return {
      history: createHistory(initial),
      project: UNSAVED,
      draftText: null,
      textRevision: 0,
      field: null,
      facts: new Map(),
      notice: null,
      clipboard: null,
      isSnapping: true,
      pxPerSecond: PX_PER_SECOND_DEFAULT,
      shownSpan: null,
      isGridShown: false,
      isSafeAreaShown: false,

      run: (command, args, mergeKey) => record(attempt(presentOf(get().history), command, args), mergeKey),
      preview: (command, args) => {
        const { gesture } = get().history;
        if (gesture === null) return { ok: false, reason: 'Nothing is being dragged' };
        const outcome = attempt(gesture.start, command, args);
        if (outcome.ok) change((history) => updateGesture(history, outcome.state, outcome.label));
        return outcome;
      },
      begin: (label) => change((history) => beginGesture(history, label)),
      end: () => change(endGesture),
      cancel: () => change(cancelGesture),
      undo: () => change(undo),
      redo: () => change(redo),
      jumpTo: (index) => change((history) => jumpTo(history, index)),
      choose: (select) => change((history) => changeSelection(history, select(presentOf(history)))),
      open: ({ details, state, text, draftText, label }) => {
        texts.remember(state.composition, text);
        set({ history: createHistory(state, label), project: details, draftText, field: null, notice: null });
      },
      changeProject: (changes) => set(({ project }) => ({ project: { ...project, ...changes } })),
      readText: () => texts.textOf(settledComposition(get())),
      writeText: (text, { label, mergeKey } = {}) => {
        const value = parseJson(text);
        // The text is the whole of the document: what it says of a locked track is meant.
        const outcome = value === undefined ? null : replaceDocument(presentOf(get().history), { value, ...(label === undefined ? {} : { label }) }, sourceSecondsFrom(get().facts));
        if (outcome === null || !outcome.ok) return set({ draftText: text });
        record(outcome, mergeKey);
        texts.remember(presentOf(get().history).composition, text);
        set(({ textRevision }) => ({ draftText: null, textRevision: textRevision + 1 }));
      },
      reveal: (path) => {
        const place = locateField(presentOf(get().history).composition, path);
        get().choose((state) => ({ ...state, scope: place.scope, selection: place.key === null ? [] : [place.key] }));
        set({ field: place });
      },
      learnFacts: (facts) => set({ facts }),
      say: (notice) => set({ notice }),
      setClipboard: (clipboard) => set({ clipboard }),
      setView: (view) => set(view),
    };
  });
}

/** Undefined of what is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export const EditorStoreContext = createContext<EditorStoreApi | null>(null);

/** The store itself, for handlers that read it when something happens. */
export function useEditorStore(): EditorStoreApi {
  const store = useContext(EditorStoreContext);
  if (store === null) throw new Error('There is no editor around this component');
  return store;
}

/** A part of the store; renders again when that part changes. The selector must give the same reference for the same state. */
export function useEditor<Selected>(selector: (store: EditorStore) => Selected): Selected {
  return useStore(useEditorStore(), selector);
}

/** The document and its selection as they are shown, those of a drag included. */
export function useEditorState(): EditorState {
  return useEditor(({ history }) => presentOf(history));
}

/** The document as the history has it: that of a drag only when it is over. */
export const settledComposition = ({ history: { entries, index } }: Pick<EditorStore, 'history'>): Composition => {
  const entry = entries[index];
  if (entry === undefined) throw new Error('A history has an entry');
  return entry.state.composition;
};
