/**
 * The one tooltip of the page: shows beside what is hovered for a moment, or has the focus of the keyboard, the name that `Tooltip` gave it. A press, Escape
 * and scrolling take it away. Screen readers read the names of the elements themselves.
 */
'use client';

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { Keys } from '#components/ui/keys';
import type { TooltipSide } from '#components/ui/tooltip';

const DELAY_MS = 400;
/** Whoever goes from one to the next reads on. */
const SKIP_DELAY_MS = 300;
const GAP_PX = 6;
const EDGE_PX = 8;

export function TooltipLayer() {
  const [owner, setOwner] = useState<HTMLElement | null>(null);
  useEffect(() => watchPage(setOwner), []);
  return owner === null ? null : <Shown key={owner.dataset['tooltip']} owner={owner} />;
}

function Shown({ owner }: { owner: HTMLElement }) {
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const { xPx, yPx } = placeBeside(owner.getBoundingClientRect(), element, owner.dataset['tooltipSide'] as TooltipSide);
    element.style.translate = `${Math.round(xPx)}px ${Math.round(yPx)}px`;
  }, [owner]);
  const { tooltip, tooltipKeys } = owner.dataset;
  return (
    <div ref={ref} role="tooltip" className="pointer-events-none fixed top-0 left-0 z-[60]">
      <div className="flex animate-rise items-center gap-2 rounded-md bg-ink px-2 py-1 text-xs whitespace-nowrap text-paper shadow-pop">
        {tooltip}
        {tooltipKeys !== undefined && <Keys keys={tooltipKeys} />}
      </div>
    </div>
  );
}

/** Tells which element's tooltip is to be seen, null for none; gives what ends it. */
function watchPage(show: (owner: HTMLElement | null) => void): () => void {
  const ending = new AbortController();
  let owner: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let shownUntilMs = -Infinity;
  const leave = (): void => {
    clearTimeout(timer);
    if (owner !== null) shownUntilMs = performance.now();
    owner = null;
    show(null);
  };
  const enter = (next: HTMLElement | null, delayMs: number): void => {
    if (next === owner && next !== null) return;
    leave();
    if (next === null) return;
    timer = setTimeout(() => next.isConnected && show((owner = next)), performance.now() - shownUntilMs < SKIP_DELAY_MS ? 0 : delayMs);
  };
  const listen = <Name extends keyof DocumentEventMap>(name: Name, handle: (event: DocumentEventMap[Name]) => void): void => document.addEventListener(name, handle, { signal: ending.signal, capture: true, passive: true });
  listen('pointerover', ({ target, pointerType }) => pointerType !== 'touch' && enter(findOwner(target), DELAY_MS));
  listen('focusin', ({ target }) => target instanceof Element && target.matches(':focus-visible') && enter(findOwner(target), 0));
  listen('focusout', leave);
  listen('pointerdown', leave);
  listen('scroll', leave);
  listen('keydown', ({ key }) => key === 'Escape' && leave());
  return () => {
    ending.abort();
    leave();
  };
}

const findOwner = (target: EventTarget | null): HTMLElement | null => (target instanceof Element ? target.closest<HTMLElement>('[data-tooltip]') : null);

/** On the side asked for, or the other one where there is no room; within the window. */
function placeBeside(owner: DOMRect, { offsetWidth: width, offsetHeight: height }: HTMLElement, side: TooltipSide): { xPx: number; yPx: number } {
  const { innerWidth, innerHeight } = window;
  const isUpright = side === 'top' || side === 'bottom';
  const before = isUpright ? owner.top - GAP_PX - height : owner.left - GAP_PX - width;
  const after = isUpright ? owner.bottom + GAP_PX : owner.right + GAP_PX;
  const hasRoom = { before: before >= EDGE_PX, after: after + (isUpright ? height : width) <= (isUpright ? innerHeight : innerWidth) - EDGE_PX };
  const wantsBefore = side === 'top' || side === 'left';
  const along = (wantsBefore ? hasRoom.before || !hasRoom.after : hasRoom.before && !hasRoom.after) ? before : after;
  const middle = isUpright ? owner.left + (owner.width - width) / 2 : owner.top + (owner.height - height) / 2;
  const across = Math.max(EDGE_PX, Math.min(middle, (isUpright ? innerWidth - width : innerHeight - height) - EDGE_PX));
  return isUpright ? { xPx: across, yPx: along } : { xPx: along, yPx: across };
}
