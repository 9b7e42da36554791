/**
 * The open scope as the timeline draws it: clips and tracks of which only what changed is new, rows that stay while something is dragged, the place of
 * the scope on the composition's clock.
 */
'use client';

import { useEffect, useMemo, useRef } from 'react';
import { useTimelineUi, useTimelineUiStore } from '#components/composer/timeline/timeline-ui';
import { useEditor, useEditorState } from '#components/composer/store/editor-store';
import { viewOf, type EditorView } from '#lib/editor/editor-view';
import { scopeStartSeconds } from '#lib/editor/scope-start';
import { shareView } from '#lib/editor/share-view';
import { sourceSecondsFrom } from '#lib/editor/source-seconds';
import { listRows, type TimelineRow } from '#lib/editor/timeline-rows';

export interface TimelineScene {
  view: EditorView;
  rows: readonly TimelineRow[];
  /** Numbers of tracks whose clips stay where they are. */
  locked: ReadonlySet<number>;
  /** When the scope begins, on the composition's clock. */
  originSeconds: number;
  /** As long as the lanes have to be; while something is dragged it does not shrink. */
  lengthSeconds: number;
}

const NONE: ReadonlySet<number> = new Set();

export function useTimelineScene(): TimelineScene {
  const { composition, scope } = useEditorState();
  const facts = useEditor((state) => state.facts);
  const lockedTracks = useEditor(({ project }) => project.lockedTracks);
  const start = useEditor(({ history }) => history.gesture?.start ?? null);
  const last = useRef<EditorView | null>(null);
  const view = useMemo(() => shareView(last.current, viewOf({ composition, scope, selection: [] }, sourceSecondsFrom(facts))), [composition, scope, facts]);
  useEffect(() => void (last.current = view), [view]);
  const held = useMemo(() => (start === null ? null : viewOf(start, sourceSecondsFrom(facts))), [start, facts]);
  const rows = useRows(view, held);
  const locked = useMemo(() => (scope === null ? new Set(lockedTracks) : NONE), [scope, lockedTracks]);
  const originSeconds = useMemo(() => scopeStartSeconds({ composition, scope }, sourceSecondsFrom(facts)), [composition, scope, facts]);
  return { view, rows, locked, originSeconds, lengthSeconds: Math.max(view.durationSeconds, held?.durationSeconds ?? 0) };
}

/** The same list as long as the tracks are the same. */
function useRows(view: EditorView, held: EditorView | null): readonly TimelineRow[] {
  const ui = useTimelineUiStore();
  const hasEmptyTrack = useTimelineUi((state) => state.hasEmptyTrack);
  const before = held ?? view;
  const top = before.tracks[0]?.track ?? 0;
  const [settledTop, isDragging] = [view.tracks[0]?.track ?? 0, held !== null];
  const lastTop = useRef(settledTop);
  useEffect(() => {
    // Something has come to be on it.
    if (!isDragging && settledTop > lastTop.current) ui.setState({ hasEmptyTrack: false });
    if (!isDragging) lastTop.current = settledTop;
  }, [ui, settledTop, isDragging]);
  const numbers = [...before.tracks, ...view.tracks].map(({ track }) => track);
  const names = [...new Set(hasEmptyTrack ? [...numbers, top + 1] : numbers)].toSorted((a, b) => b - a).join(' ');
  return useMemo(() => listRows(names === '' ? [] : names.split(' ').map(Number)), [names]);
}
