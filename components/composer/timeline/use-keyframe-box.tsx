/** Choosing keyframes by a box that is drawn along their lane: a press beside them chooses none, a drag those it passes; with Shift to those there are. */
'use client';

import { useEffect, useRef, useState, type PointerEvent } from 'react';
import { useEditorStore } from '#components/composer/store/editor-store';
import { useTimelineUiStore } from '#components/composer/timeline/timeline-ui';
import type { ElementKey } from '#lib/editor/editor-state';
import type { KeyframeMoment, KeyframePlace } from '#lib/editor/keyframe-moments';

/** From the left edge of the lane. */
interface KeyframeBox {
  fromPx: number;
  toPx: number;
}

interface Held {
  startPx: number;
  kept: readonly KeyframePlace[];
  hasMoved: boolean;
}

const CLICK_REACH_PX = 3;

export function useKeyframeBox(key: ElementKey, moments: readonly KeyframeMoment[]) {
  const store = useEditorStore();
  const ui = useTimelineUiStore();
  const held = useRef<Held | null>(null);
  const [box, setBox] = useState<KeyframeBox | null>(null);
  useEffect(() => () => ui.setState({ keyframes: null }), [ui]);
  const choose = (places: readonly KeyframePlace[]) => ui.setState({ keyframes: { key, places } });
  const placeOf = ({ clientX, currentTarget }: PointerEvent<HTMLElement>): number => clientX - currentTarget.getBoundingClientRect().left;
  const settle = () => {
    held.current = null;
    setBox(null);
  };
  return {
    box,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        // A keyframe itself is dragged as clips are.
        if (!(event.target instanceof Element) || event.target.closest('[data-part=keyframe]') !== null) return;
        event.stopPropagation();
        // The editor of a curve is beside the lane on the page.
        if (!event.currentTarget.contains(event.target)) return;
        if (event.button !== 0) return;
        const { keyframes } = ui.getState();
        const kept = event.shiftKey && keyframes?.key === key ? keyframes.places : [];
        choose(kept);
        held.current = { startPx: placeOf(event), kept, hasMoved: false };
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        const now = held.current;
        if (now === null) return;
        // Let go outside of the lane.
        if (event.buttons === 0) return settle();
        const atPx = placeOf(event);
        if (!now.hasMoved && Math.abs(atPx - now.startPx) < CLICK_REACH_PX) return;
        now.hasMoved = true;
        // Only now: what has the pointer captured gets the click as well, and a click is the way's under it.
        event.currentTarget.setPointerCapture(event.pointerId);
        const [fromPx, toPx] = [Math.min(now.startPx, atPx), Math.max(now.startPx, atPx)];
        const { pxPerSecond } = store.getState();
        setBox({ fromPx, toPx });
        choose([...now.kept, ...moments.filter(({ seconds }) => seconds * pxPerSecond >= fromPx && seconds * pxPerSecond <= toPx).flatMap(({ keyframes }) => keyframes)]);
      },
      onPointerUp: settle,
      onPointerCancel: settle,
      onLostPointerCapture: settle,
    },
  };
}
