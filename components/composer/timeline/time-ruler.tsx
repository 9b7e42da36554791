/** The ruler: timecode, the marked range and the markers. A press or a drag on it moves the playhead. */
'use client';

import { memo, useRef, type PointerEvent } from 'react';
import { usePlayer, usePlayerState } from '#components/composer/player/player-context';
import { afterTracks } from '#components/composer/shell/after-tracks';
import { lazyPart } from '#components/composer/shell/lazy-part';
import { useEditor } from '#components/composer/store/editor-store';
import { RULER_PX, useTimelineUi } from '#components/composer/timeline/timeline-ui';
import { PlayheadHead } from '#components/composer/timeline/playhead';
import type { TimelineScene } from '#components/composer/timeline/use-timeline-scene';
import { frameToSeconds, secondsToFrame } from '#lib/composition/frame-rate';
import type { Rational } from '#lib/composition/media-facts';
import { listRulerTicks } from '#lib/editor/time-scale';

const TimelineMarkers = lazyPart(afterTracks(async () => (await import('#components/composer/timeline/timeline-markers')).TimelineMarkers));

export function TimeRuler({ scene }: { scene: TimelineScene }) {
  const { view, originSeconds } = scene;
  const player = usePlayer();
  const pxPerSecond = useEditor((state) => state.pxPerSecond);
  const isScrubbing = useRef(false);
  const wasPlaying = useRef(false);
  const seek = ({ clientX, currentTarget }: PointerEvent<HTMLElement>) => {
    const seconds = (clientX - currentTarget.getBoundingClientRect().left) / pxPerSecond;
    player?.seek(secondsToFrame(Math.max(0, seconds) + originSeconds, view.frameRate));
  };
  const begin = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0 || (event.target instanceof Element && event.target.closest('button, [data-range]') !== null)) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    isScrubbing.current = true;
    wasPlaying.current = player?.getState().isPlaying ?? false;
    player?.pause();
    seek(event);
  };
  const end = () => {
    if (isScrubbing.current && wasPlaying.current) player?.play();
    isScrubbing.current = false;
  };
  return (
    <div
      data-testid="ruler"
      onPointerDown={begin}
      onPointerMove={(event) => isScrubbing.current && seek(event)}
      onPointerUp={end}
      onPointerCancel={end}
      className="relative min-w-0 flex-1 cursor-col-resize touch-none overflow-hidden border-b border-line bg-surface select-none"
      style={{ height: RULER_PX }}
    >
      <RangeBand scene={scene} pxPerSecond={pxPerSecond} />
      <Ticks pxPerSecond={pxPerSecond} frameRate={view.frameRate} />
      <TimelineMarkers scene={scene} />
      <PlayheadHead scene={scene} />
    </div>
  );
}

const TICK_PX = 5;

/** All small ticks are one path. */
const Ticks = memo(function Ticks({ pxPerSecond, frameRate }: { pxPerSecond: number; frameRate: Rational }) {
  const drawnFromPx = useTimelineUi((ui) => ui.drawnFromPx);
  const drawnToPx = useTimelineUi((ui) => ui.drawnToPx);
  const ticks = listRulerTicks({ pxPerSecond, scrollSeconds: drawnFromPx / pxPerSecond }, drawnToPx - drawnFromPx, frameRate);
  const path = ticks.map(({ xPx, label }) => `M${Math.round(xPx) + 0.5} ${RULER_PX}v${-(label === null ? TICK_PX : 2 * TICK_PX)}`).join('');
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-y-0" style={{ left: drawnFromPx }}>
      <svg className="absolute inset-y-0 left-0 text-line-strong" width={drawnToPx - drawnFromPx} height={RULER_PX}>
        <path d={path} stroke="currentColor" />
      </svg>
      {ticks.map(({ frame, xPx, label }) =>
        label === null ? null : (
          <span key={frame} className="absolute top-1 pl-1 text-[10.5px] text-ink-faint tabular-nums" style={{ left: xPx }}>
            {label}
          </span>
        ),
      )}
    </div>
  );
});

/** The part that is played and rendered; its ends can be dragged. */
function RangeBand({ scene: { view, originSeconds }, pxPerSecond }: { scene: TimelineScene; pxPerSecond: number }) {
  const player = usePlayer();
  const range = usePlayerState((state) => state.range);
  if (range === null) return null;
  const toPx = (frame: number): number => (frameToSeconds(frame, view.frameRate) - originSeconds) * pxPerSecond;
  const drag = (edge: 'start' | 'end') => (event: PointerEvent<HTMLElement>) => {
    const band = event.currentTarget.parentElement?.parentElement?.getBoundingClientRect();
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || band === undefined || player === null) return;
    const frame = secondsToFrame((event.clientX - band.left) / pxPerSecond + originSeconds, view.frameRate);
    const { frameCount } = player.getState();
    if (edge === 'start') player.setRange({ ...range, startFrame: Math.min(range.endFrame - 1, Math.max(0, frame)) });
    else player.setRange({ ...range, endFrame: Math.min(frameCount, Math.max(range.startFrame + 1, frame)) });
  };
  const handle = (edge: 'start' | 'end') => (
    <span
      data-range={edge}
      title={edge === 'start' ? 'Start of the range' : 'End of the range'}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag(edge)}
      className={`absolute inset-y-0 w-2 cursor-ew-resize bg-accent ${edge === 'start' ? 'left-0 rounded-l' : 'right-0 rounded-r'}`}
    />
  );
  return (
    <div className="absolute top-0 bottom-0 z-[1] bg-accent/15" style={{ left: toPx(range.startFrame), width: toPx(range.endFrame) - toPx(range.startFrame) }}>
      {handle('start')}
      {handle('end')}
    </div>
  );
}
