/**
 * What of the timeline is of the moment: which part is in sight, where the keyboard is, what a drag shows beside the document. Outside of the document
 * and its history; read by selectors, so that a drag renders only what shows it.
 */
'use client';

import { createContext, useContext, useState, type ReactNode } from 'react';
import { createStore, useStore, type StoreApi } from 'zustand';
import type { OnOccupied } from '#lib/editor/commands/move-clips';
import type { ElementKey } from '#lib/editor/editor-state';
import type { KeyframePlace } from '#lib/editor/keyframe-moments';
import { ROW_PX } from '#lib/editor/timeline-rows';

/** Left of the tracks: their heads. */
export const HEADS_PX = 160;
export const RULER_PX = 30;
/** Over and under the rows: room to drop something on a new track. */
export const LANES_PADDING_PX = 12;
/** Between a clip and the edges of its row. */
export const CLIP_INSET_PX = 3;
export const CLIP_HEIGHT_PX = ROW_PX - 2 * CLIP_INSET_PX;

export interface Ghost {
  startSeconds: number;
  endSeconds: number;
  /** From the top of the first row. */
  topPx: number;
}

export interface TimelineFeedback {
  snapSeconds: number | null;
  newTrackTopPx: number | null;
  /** Where the pointer would have what is dragged. */
  ghosts: readonly Ghost[];
  /** What selects; seconds, and pixels from the top of the first row. */
  box: { startSeconds: number; endSeconds: number; topPx: number; bottomPx: number } | null;
  note: { text: string; seconds: number; topPx: number } | null;
}

export const NO_FEEDBACK: TimelineFeedback = { snapSeconds: null, newTrackTopPx: null, ghosts: [], box: null, note: null };

interface TimelineUi {
  feedback: TimelineFeedback;
  /** The clip the Tab key comes to. */
  focusKey: ElementKey | null;
  /** What becomes of clips that others are dropped on. */
  onOccupied: OnOccupied;
  /** The selected keyframes, of the one selected clip. */
  keyframes: { key: ElementKey; places: readonly KeyframePlace[] } | null;
  /** Where the menu of the right button was asked for beside the clips: on a track of the scope and its clock. */
  pressedEmpty: { track: number; atSeconds: number } | null;
  /** An empty track is shown above all. The document has no empty tracks. */
  hasEmptyTrack: boolean;
  /** The part of the lanes that is drawn: what is in sight, and as much beside it. */
  drawnFromPx: number;
  drawnToPx: number;
  /** Of the part of the lanes that is in sight. */
  widthPx: number;
  /** What scrolls. */
  scroller: HTMLElement | null;
}

export type TimelineUiApi = StoreApi<TimelineUi>;

const TimelineUiContext = createContext<TimelineUiApi | null>(null);

export function TimelineUiProvider({ children }: { children: ReactNode }) {
  const [ui] = useState(() =>
    createStore<TimelineUi>()(() => ({ feedback: NO_FEEDBACK, focusKey: null, onOccupied: 'nearest', keyframes: null, pressedEmpty: null, hasEmptyTrack: false, drawnFromPx: 0, drawnToPx: 4000, widthPx: 1000, scroller: null })),
  );
  return <TimelineUiContext value={ui}>{children}</TimelineUiContext>;
}

export function useTimelineUiStore(): TimelineUiApi {
  const ui = useContext(TimelineUiContext);
  if (ui === null) throw new Error('There is no timeline around this component');
  return ui;
}

export function useTimelineUi<Selected>(selector: (ui: TimelineUi) => Selected): Selected {
  return useStore(useTimelineUiStore(), selector);
}
