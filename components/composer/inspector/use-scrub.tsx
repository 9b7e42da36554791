/** Dragging a label to change its number: a pixel is a step, with Shift ten; Escape puts it back. One drag is one step of the history. */
'use client';

import { useEffect, useRef, useState, type PointerEvent } from 'react';
import type { ScrubHandlers } from '#components/composer/inspector/field-row';

interface Scrub {
  /** By how much of what is shown a step changes it. */
  step: number;
  onBegin: () => void;
  /** How many steps from where it began. */
  onMove: (by: number) => void;
  onEnd: () => void;
  onCancel: () => void;
}

/** Less is a press. */
const THRESHOLD_PX = 3;

type Drag = { state: 'pressed' | 'dragging'; startPx: number };

export function useScrub({ step, onBegin, onMove, onEnd, onCancel }: Scrub): ScrubHandlers {
  const drag = useRef<Drag | null>(null);
  const [isDragging, setDragging] = useState(false);
  const cancel = useRef(onCancel);
  cancel.current = onCancel;

  useEffect(() => {
    if (!isDragging) return;
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      drag.current = null;
      setDragging(false);
      cancel.current();
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, [isDragging]);

  const leave = (finish: () => void) => () => {
    const wasDragging = drag.current?.state === 'dragging';
    drag.current = null;
    setDragging(false);
    if (wasDragging) finish();
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { state: 'pressed', startPx: event.clientX };
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const { current } = drag;
      if (current === null) return;
      const movedPx = event.clientX - current.startPx;
      if (current.state === 'pressed') {
        if (Math.abs(movedPx) < THRESHOLD_PX) return;
        drag.current = { state: 'dragging', startPx: current.startPx };
        setDragging(true);
        onBegin();
      }
      onMove(Math.round(movedPx) * step * (event.shiftKey ? 10 : 1));
    },
    onPointerUp: leave(onEnd),
    onPointerCancel: leave(onCancel),
  };
}
