/**
 * The playhead: its line over the tracks and its head on the ruler. Where they stand is written past React, at every frame that is shown; the timeline
 * scrolls along with them.
 */
'use client';

import { useEffect, useRef, type KeyboardEvent } from 'react';
import { usePlayer, usePlayerState } from '#components/composer/player/player-context';
import { useEditor } from '#components/composer/store/editor-store';
import { useTimelineUiStore } from '#components/composer/timeline/timeline-ui';
import type { TimelineScene } from '#components/composer/timeline/use-timeline-scene';
import { frameToSeconds, secondsToFrame } from '#lib/composition/frame-rate';
import { formatTimecode } from '#lib/editor/timecode';
import type { Player } from '#lib/preview/player';

interface PlayheadPlace {
  frame: number;
  /** From the left edge of the lanes. */
  xPx: number;
  isPlaying: boolean;
}

/** `write` is called for every frame, outside of React. */
function usePlayhead({ view, originSeconds }: TimelineScene, write: (place: PlayheadPlace) => void): Player | null {
  const player = usePlayer();
  const pxPerSecond = useEditor((state) => state.pxPerSecond);
  const writeNow = useRef(write);
  writeNow.current = write;
  const { numerator, denominator } = view.frameRate;
  useEffect(() => {
    const tell = () => {
      const { frame, isPlaying } = player?.getState() ?? { frame: 0, isPlaying: false };
      writeNow.current({ frame, isPlaying, xPx: (frameToSeconds(frame, { numerator, denominator }) - originSeconds) * pxPerSecond });
    };
    tell();
    return player?.subscribe(tell);
  }, [player, numerator, denominator, originSeconds, pxPerSecond]);
  return player;
}

export function PlayheadLine({ scene }: { scene: TimelineScene }) {
  const ui = useTimelineUiStore();
  const line = useRef<HTMLDivElement>(null);
  const lastFrame = useRef<number | null>(null);
  usePlayhead(scene, ({ frame, xPx, isPlaying }) => {
    if (line.current !== null) line.current.style.transform = `translateX(${xPx}px)`;
    // Zooming keeps its own place.
    if (lastFrame.current !== null && lastFrame.current !== frame) keepInSight(ui.getState(), xPx, isPlaying);
    lastFrame.current = frame;
  });
  return <div ref={line} data-testid="playhead" aria-hidden="true" className="pointer-events-none absolute inset-y-0 -left-px z-20 w-0.5 bg-danger" />;
}

export function PlayheadHead({ scene }: { scene: TimelineScene }) {
  const head = useRef<HTMLDivElement>(null);
  const frameCount = usePlayerState((state) => state.frameCount);
  const { frameRate } = scene.view;
  const player = usePlayhead(scene, ({ frame, xPx }) => {
    if (head.current === null) return;
    head.current.style.transform = `translateX(${xPx}px)`;
    head.current.setAttribute('aria-valuenow', String(frame));
    head.current.setAttribute('aria-valuetext', formatTimecode(frame, frameRate));
  });
  const press = (event: KeyboardEvent) => {
    const frame = player?.getState().frame ?? 0;
    const step = event.shiftKey ? secondsToFrame(1, frameRate) : 1;
    const frames: Record<string, number> = { ArrowLeft: frame - step, ArrowRight: frame + step, Home: 0, End: frameCount - 1 };
    const wanted = frames[event.key];
    if (wanted === undefined || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    player?.seek(wanted);
  };
  return (
    <div
      ref={head}
      role="slider"
      tabIndex={0}
      aria-label="Playhead"
      aria-valuemin={0}
      aria-valuemax={Math.max(0, frameCount - 1)}
      aria-valuenow={0}
      onKeyDown={press}
      className="absolute bottom-0 -left-[7px] z-[3] h-4 w-3.5 rounded-t-[3px] bg-danger [clip-path:polygon(0_0,100%_0,100%_55%,50%_100%,0_55%)] focus-visible:bg-ink focus-visible:outline-none"
    />
  );
}

/** Where it comes to stand when it had gone out of sight. */
const FOLLOW_MARGIN_PX = 60;

function keepInSight({ scroller, widthPx }: { scroller: HTMLElement | null; widthPx: number }, xPx: number, isPlaying: boolean): void {
  if (scroller === null) return;
  const offsetPx = xPx - scroller.scrollLeft;
  if (offsetPx >= 0 && offsetPx <= widthPx) return;
  scroller.scrollLeft = Math.max(0, xPx - (isPlaying || offsetPx < 0 ? FOLLOW_MARGIN_PX : widthPx - FOLLOW_MARGIN_PX));
}
