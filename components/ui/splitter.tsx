/**
 * The line between two panels, which can be dragged or moved with the arrow keys: the size of the panel that it belongs to in, the wished one out.
 */
'use client';

import clsx from 'clsx';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';

interface SplitterProps {
  label: string;
  /** `column`: the panel is left or right of the line; `row`: above or below. */
  axis: 'column' | 'row';
  /** Where the panel is that grows. */
  panel: 'before' | 'after';
  sizePx: number;
  minPx: number;
  maxPx: number;
  onResize: (sizePx: number) => void;
  /** It is as large as it was to be: a drag is over, or a key was pressed. */
  onSettle: () => void;
}

const STEP_PX = 16;

export function Splitter({ label, axis, panel, sizePx, minPx, maxPx, onResize, onSettle }: SplitterProps) {
  const start = useRef<{ pointerPx: number; sizePx: number } | null>(null);
  const sign = panel === 'before' ? 1 : -1;
  const toPx = ({ clientX, clientY }: PointerEvent) => (axis === 'column' ? clientX : clientY);
  const resize = (wishedPx: number) => onResize(Math.round(Math.min(maxPx, Math.max(minPx, wishedPx))));
  const begin = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { pointerPx: toPx(event), sizePx };
  };
  const move = (event: PointerEvent) => {
    if (start.current !== null) resize(start.current.sizePx + sign * (toPx(event) - start.current.pointerPx));
  };
  const end = () => {
    if (start.current !== null) onSettle();
    start.current = null;
  };
  const press = (event: KeyboardEvent) => {
    const { key } = event;
    const [less, more] = axis === 'column' ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown'];
    if (key !== less && key !== more) return;
    event.preventDefault();
    resize(sizePx + (key === more ? sign : -sign) * STEP_PX);
    onSettle();
  };
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={axis === 'column' ? 'vertical' : 'horizontal'}
      aria-valuenow={sizePx}
      aria-valuemin={minPx}
      aria-valuemax={maxPx}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
      onKeyDown={press}
      className={clsx(
        'relative z-10 shrink-0 touch-none bg-line transition-colors after:absolute hover:bg-accent focus-visible:bg-accent',
        axis === 'column' ? 'w-px cursor-col-resize after:-inset-x-1 after:inset-y-0' : 'h-px cursor-row-resize after:inset-x-0 after:-inset-y-1',
      )}
    />
  );
}
