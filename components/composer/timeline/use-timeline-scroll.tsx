/**
 * Looking along the timeline: which part of the lanes is drawn, zooming about the pointer by Ctrl and the wheel (as pinching is told to pages), and the
 * place that stays where it is when the zoom is changed elsewhere.
 */
'use client';

import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { usePlayer } from '#components/composer/player/player-context';
import { useEditor, useEditorStore } from '#components/composer/store/editor-store';
import { HEADS_PX, useTimelineUiStore } from '#components/composer/timeline/timeline-ui';
import { frameToSeconds } from '#lib/composition/frame-rate';
import { fitScale, zoomAbout } from '#lib/editor/time-scale';
import type { TimelineScene } from '#components/composer/timeline/use-timeline-scene';

/** Scrolled by less, nothing has to be drawn. */
const DRAWN_STEP_PX = 800;
/** One notch of a wheel is about 100. */
const ZOOM_PER_WHEEL_PX = 1.0025;

export function useTimelineScroll(scrollerRef: RefObject<HTMLDivElement | null>, { view, originSeconds, lengthSeconds }: TimelineScene): void {
  const ui = useTimelineUiStore();
  const store = useEditorStore();
  const player = usePlayer();
  const pxPerSecond = useEditor((state) => state.pxPerSecond);
  const shownSpan = useEditor((state) => state.shownSpan);
  const lastPxPerSecond = useRef(pxPerSecond);
  const wantedScrollSeconds = useRef<number | null>(null);

  useEffect(() => {
    const scroller = scrollerRef.current;
    if (scroller === null) return;
    const look = () => {
      const { scrollLeft, clientWidth } = scroller;
      const drawnFromPx = Math.max(0, Math.floor(scrollLeft / DRAWN_STEP_PX) - 1) * DRAWN_STEP_PX;
      const drawnToPx = (Math.ceil((scrollLeft + clientWidth) / DRAWN_STEP_PX) + 1) * DRAWN_STEP_PX;
      const now = ui.getState();
      const widthPx = clientWidth - HEADS_PX;
      if (now.drawnFromPx !== drawnFromPx || now.drawnToPx !== drawnToPx || now.widthPx !== widthPx) ui.setState({ drawnFromPx, drawnToPx, widthPx });
    };
    const zoom = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const now = { pxPerSecond: store.getState().pxPerSecond, scrollSeconds: scroller.scrollLeft / store.getState().pxPerSecond };
      const aboutPx = Math.max(0, event.clientX - scroller.getBoundingClientRect().left - HEADS_PX);
      const zoomed = zoomAbout(now, ZOOM_PER_WHEEL_PX ** -event.deltaY, aboutPx);
      wantedScrollSeconds.current = zoomed.scrollSeconds;
      store.getState().setView({ pxPerSecond: zoomed.pxPerSecond });
    };
    ui.setState({ scroller });
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(scroller);
    scroller.addEventListener('scroll', look, { passive: true });
    scroller.addEventListener('wheel', zoom, { passive: false });
    return () => {
      sizes.disconnect();
      scroller.removeEventListener('scroll', look);
      scroller.removeEventListener('wheel', zoom);
    };
  }, [scrollerRef, ui, store]);

  useLayoutEffect(() => {
    if (shownSpan === null) return;
    const scale = fitScale(shownSpan, ui.getState().widthPx);
    const { pxPerSecond: before, setView } = store.getState();
    if (scale.pxPerSecond === before) scrollerRef.current?.scrollTo({ left: scale.scrollSeconds * before });
    else wantedScrollSeconds.current = scale.scrollSeconds;
    setView({ pxPerSecond: scale.pxPerSecond });
  }, [scrollerRef, shownSpan, ui, store]);

  useLayoutEffect(() => {
    const scroller = scrollerRef.current;
    const before = lastPxPerSecond.current;
    if (scroller === null || before === pxPerSecond) return;
    lastPxPerSecond.current = pxPerSecond;
    const wanted = wantedScrollSeconds.current;
    wantedScrollSeconds.current = null;
    // By buttons and keys: about the playhead where it is in sight, else about the left edge.
    const playheadSeconds = frameToSeconds(player?.getState().frame ?? 0, view.frameRate) - originSeconds;
    const offsetPx = playheadSeconds * before - scroller.scrollLeft;
    const isInSight = offsetPx >= 0 && offsetPx <= scroller.clientWidth - HEADS_PX;
    const isWhole = lengthSeconds * pxPerSecond <= scroller.clientWidth - HEADS_PX;
    const scrollLeft = wanted !== null ? wanted * pxPerSecond : isWhole ? 0 : isInSight ? playheadSeconds * pxPerSecond - offsetPx : (scroller.scrollLeft / before) * pxPerSecond;
    scroller.scrollLeft = Math.max(0, scrollLeft);
  }, [scrollerRef, pxPerSecond, player, view.frameRate, originSeconds, lengthSeconds]);
}
