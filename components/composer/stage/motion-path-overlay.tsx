/** The way of the selected element by its keyframes, drawn over the canvas: a dot is dragged to where the element is to be then, and pressed to go there in time. */
'use client';

import { useEffect, useRef, type PointerEvent } from 'react';
import { usePlayer } from '#components/composer/player/player-context';
import { placeIn } from '#components/composer/stage/stage-geometry';
import { toScopePoint } from '#components/composer/stage/stage-interaction';
import { useEditorStore } from '#components/composer/store/editor-store';
import { resolveFrameRate } from '#lib/composition/canvas-and-rate';
import { secondsToFrame } from '#lib/composition/frame-rate';
import { applyMatrix, type CanvasMatrix, type CanvasPoint } from '#lib/editor/canvas-matrix';
import type { CanvasView } from '#lib/editor/canvas-view';
import { moveMotionDot } from '#lib/editor/commands/move-motion-dot';
import { presentOf } from '#lib/editor/history';
import { SAME_MOMENT_SECONDS } from '#lib/editor/keyframes';
import { motionPathOf, type MotionDot } from '#lib/editor/motion-path';
import type { StageScene, StageTarget } from '#lib/editor/stage-targets';

interface MotionPathOverlayProps {
  target: StageTarget;
  scene: StageScene;
  view: CanvasView;
  toWindow: CanvasMatrix;
}

interface DotDrag {
  seconds: number;
  from: CanvasPoint;
  hasMoved: boolean;
}

const CLICK_REACH_PX = 3;

export function MotionPathOverlay({ target, scene, view, toWindow }: MotionPathOverlayProps) {
  const store = useEditorStore();
  const player = usePlayer();
  const drag = useRef<DotDrag | null>(null);
  // Taken away in mid-drag, as when it begins to play: as far as it has come.
  useEffect(() => () => {
    if (drag.current?.hasMoved === true) store.getState().end();
    drag.current = null;
  }, [store]);
  const path = motionPathOf(target, scene.canvas);
  if (path === null) return null;

  const at = (event: PointerEvent): CanvasPoint => toScopePoint(scene, view, placeIn(event.currentTarget.closest('[data-stage-window]'), event));
  const take = (event: PointerEvent, { seconds }: MotionDot): void => {
    event.stopPropagation();
    if (event.button !== 0 || !event.isPrimary || target.isLocked) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { seconds, from: at(event), hasMoved: false };
  };
  const follow = (event: PointerEvent): void => {
    if (drag.current === null || !event.isPrimary) return;
    event.stopPropagation();
    const { seconds, from, hasMoved } = drag.current;
    const to = at(event);
    const by: CanvasPoint = { xPx: to.xPx - from.xPx, yPx: to.yPx - from.yPx };
    if (!hasMoved) {
      if (Math.hypot(by.xPx, by.yPx) * view.scale < CLICK_REACH_PX) return;
      drag.current.hasMoved = true;
      store.getState().begin('Move keyframe');
    }
    store.getState().preview(moveMotionDot, { key: target.key, seconds, by });
  };
  const settle = (event: PointerEvent): void => {
    if (drag.current === null || !event.isPrimary) return;
    event.stopPropagation();
    const { seconds, hasMoved } = drag.current;
    drag.current = null;
    if (hasMoved) return store.getState().end();
    const frameRate = resolveFrameRate(presentOf(store.getState().history).composition);
    player?.seek((player.getState().frame ?? 0) + secondsToFrame(seconds, frameRate) - secondsToFrame(target.moment.seconds, frameRate));
  };
  const cancel = (event: PointerEvent): void => {
    if (drag.current === null || !event.isPrimary) return;
    event.stopPropagation();
    if (drag.current.hasMoved) store.getState().cancel();
    drag.current = null;
  };
  const points = path.points.map((point) => applyMatrix(toWindow, point)).map(({ xPx, yPx }) => `${xPx.toFixed(1)},${yPx.toFixed(1)}`).join(' ');
  return (
    <g>
      <polyline points={points} className="fill-none stroke-stage" strokeOpacity={0.5} strokeWidth={3} />
      <polyline points={points} className="fill-none stroke-stage-guide" strokeWidth={1.5} strokeDasharray="4 3" />
      {path.dots.map((dot, index) => {
        const { xPx, yPx } = applyMatrix(toWindow, dot.at);
        const isHere = Math.abs(dot.seconds - target.moment.seconds) < SAME_MOMENT_SECONDS;
        return (
          <g key={index} data-motion-dot={index} className="pointer-events-auto cursor-grab" onPointerDown={(event) => take(event, dot)} onPointerMove={follow} onPointerUp={settle} onPointerCancel={cancel}>
            <circle cx={xPx} cy={yPx} r={10} fill="transparent" />
            <circle cx={xPx} cy={yPx} r={4.5} className={isHere ? 'fill-stage-guide stroke-white' : 'fill-white stroke-stage-guide'} strokeWidth={1.5} />
          </g>
        );
      })}
    </g>
  );
}
