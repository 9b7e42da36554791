/**
 * A track is moved among the others by its head: dragged up or down, or by the arrow keys while the head has the focus. One drag is one step of the
 * history; Escape takes it back.
 */
'use client';

import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useEditorStore } from '#components/composer/store/editor-store';
import { scrollAtEdge } from '#components/composer/timeline/scroll-at-edge';
import { NO_FEEDBACK, useTimelineUiStore } from '#components/composer/timeline/timeline-ui';
import { moveTrack } from '#lib/editor/commands/move-track';
import { ROW_PX, type TimelineRow } from '#lib/editor/timeline-rows';

/** What is held: its place in the list, and where in the window the pointer took it. */
interface Held {
  track: number;
  from: number;
  /** From the top of the list of heads. */
  grabbedPx: number;
  to: number;
}

interface TrackDrag {
  /** The track that is being dragged, and how far it is from its place; null when none is. */
  dragged: { track: number; offsetPx: number } | null;
  handlersOf: (row: TimelineRow) => {
    onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    onPointerUp: () => void;
    onPointerCancel: () => void;
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  };
}

/** A hand is not quite still in a click. */
const CLICK_REACH_PX = 4;

/** `rows` without an empty one: that is no track of the document. */
export function useTrackDrag(rows: readonly TimelineRow[]): TrackDrag {
  const store = useEditorStore();
  const ui = useTimelineUiStore();
  const held = useRef<Held | null>(null);
  const [dragged, setDragged] = useState<TrackDrag['dragged']>(null);
  const settle = () => {
    held.current = null;
    setDragged(null);
    ui.setState({ feedback: NO_FEEDBACK });
  };
  useEffect(() => {
    if (dragged === null) return;
    const cancel = (event: globalThis.KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      settle();
    };
    window.addEventListener('keydown', cancel, true);
    return () => window.removeEventListener('keydown', cancel, true);
  });
  /** Over all, how far down the list of heads. */
  const heightOf = ({ clientY, currentTarget }: PointerEvent<HTMLElement>): number => clientY - (currentTarget.closest('[data-heads]')?.getBoundingClientRect().top ?? 0);
  const move = (row: TimelineRow, by: number) => {
    const to = rows[rows.indexOf(row) - by];
    if (to === undefined) return;
    store.getState().run(moveTrack, { track: row.track, rows: by });
    // The track goes by the number of its new place.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-track-grip="${to.track}"]`)?.focus());
  };
  return {
    dragged,
    handlersOf: (row) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const from = rows.indexOf(row);
        held.current = { track: row.track, from, grabbedPx: heightOf(event), to: from };
      },
      onPointerMove: (event) => {
        const now = held.current;
        if (now === null) return;
        const offsetPx = heightOf(event) - now.grabbedPx;
        if (dragged === null && Math.abs(offsetPx) < CLICK_REACH_PX) return;
        const { scroller } = ui.getState();
        scrollAtEdge(scroller, { clientX: (scroller?.getBoundingClientRect().left ?? 0) + (scroller?.clientWidth ?? 0) / 2, clientY: event.clientY });
        const to = Math.min(rows.length - 1, Math.max(0, now.from + Math.round(offsetPx / ROW_PX)));
        held.current = { ...now, to };
        setDragged({ track: now.track, offsetPx });
        const linePx = (rows[to]?.topPx ?? 0) + (to > now.from ? ROW_PX : 0);
        ui.setState({ feedback: { ...NO_FEEDBACK, newTrackTopPx: to === now.from ? null : linePx } });
      },
      onPointerUp: () => {
        const now = held.current;
        settle();
        if (now !== null && now.to !== now.from) store.getState().run(moveTrack, { track: now.track, rows: now.from - now.to });
      },
      onPointerCancel: settle,
      onKeyDown: (event) => {
        const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
        if (by === 0) return;
        event.preventDefault();
        event.stopPropagation();
        move(row, by);
      },
    }),
  };
}
