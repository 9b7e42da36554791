/**
 * Cropping a picture where it stands: all of it is seen, faint outside of what is kept; its edges are dragged over it, or it under them. Each drag is one step;
 * Enter, Escape or a press elsewhere ends it.
 */
'use client';

import { useEffect, useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { ARROWS } from '#components/composer/stage/arrow-keys';
import { angleOf, cursorOf, handlePoint, handleOf, placeIn, polygonOf, windowMatrix } from '#components/composer/stage/stage-geometry';
import { toScopePoint } from '#components/composer/stage/stage-interaction';
import { WholePicture } from '#components/composer/stage/whole-picture';
import { useEditorStore } from '#components/composer/store/editor-store';
import { Button } from '#components/ui/button';
import { flipsOf } from '#lib/composition/look';
import type { Element } from '#lib/composition/schema/composition';
import type { Size } from '#lib/composition/units';
import { applyMatrix, type CanvasPoint } from '#lib/editor/canvas-matrix';
import type { CanvasView } from '#lib/editor/canvas-view';
import { cropPicture } from '#lib/editor/commands/crop-picture';
import { setProperty } from '#lib/editor/commands/set-property';
import { panCrop, resizeCrop, wholePictureOf, type CropGrip, type CropResult } from '#lib/editor/crop-drag';
import { titleOf } from '#lib/editor/editor-view';
import type { HandlePlace } from '#lib/editor/resize-box';
import type { StageScene, StageTarget } from '#lib/editor/stage-targets';

interface CropEditorProps {
  target: StageTarget;
  /** Of the upright source. */
  source: Size;
  scene: StageScene;
  view: CanvasView;
  onDone: () => void;
}

/** What is dragged, as it was when the drag began; without a handle the picture itself. */
interface CropDrag {
  target: StageTarget;
  grip: CropGrip;
  from: CanvasPoint;
  handle: HandlePlace | null;
}

const PLACES = [-1, 0, 1] as const;
const HANDLES: readonly HandlePlace[] = PLACES.flatMap((across) => PLACES.map((down) => ({ across, down }))).filter(({ across, down }) => across !== 0 || down !== 0);
const HANDLE_PX = 10;
const HIT_PX = 24;

export function CropEditor({ target, source, scene, view, onDone }: CropEditorProps) {
  const store = useEditorStore();
  const root = useRef<HTMLDivElement>(null);
  const drag = useRef<CropDrag | null>(null);
  const grip = gripOf(target, source);
  const toWindow = windowMatrix(scene, view);
  const frame = { box: target.area, matrix: target.matrix };
  const whole = { box: grip === null ? target.area : wholePictureOf(grip), matrix: target.matrix };
  const angle = angleOf(target.matrix, toWindow);
  useEffect(() => {
    root.current?.focus({ preventScroll: true });
    // Taken away in mid-drag, as when it begins to play: as far as it has come.
    return () => {
      if (drag.current !== null) store.getState().end();
      drag.current = null;
    };
  }, [store]);
  if (grip === null) return null;

  const argsOf = ({ box, part }: CropResult, begun: StageTarget) => ({ key: target.key, from: begun.box, to: box, part, source, atSeconds: scene.atSeconds });
  const at = (event: PointerEvent): CanvasPoint => toScopePoint(scene, view, placeIn(root.current, event));
  const take = (event: PointerEvent, handle: HandlePlace | null): void => {
    event.stopPropagation();
    if (event.button !== 0 || !event.isPrimary) return;
    root.current?.setPointerCapture(event.pointerId);
    drag.current = { target, grip, from: at(event), handle };
    store.getState().begin('Crop');
  };
  const follow = (event: PointerEvent): void => {
    event.stopPropagation();
    if (drag.current === null || !event.isPrimary) return;
    const { from, handle, grip: begun, target: held } = drag.current;
    const to = at(event);
    const by: CanvasPoint = { xPx: to.xPx - from.xPx, yPx: to.yPx - from.yPx };
    const place = handle === null ? null : handlePoint({ box: begun.box, matrix: held.matrix }, handle);
    const result = handle === null || place === null ? panCrop(begun, by) : resizeCrop(begun, handle, { xPx: place.xPx + by.xPx, yPx: place.yPx + by.yPx });
    store.getState().preview(cropPicture, argsOf(result, held));
  };
  const settle = (finish: () => void) => (event?: PointerEvent): void => {
    if (event?.isPrimary === false) return;
    if (drag.current !== null) finish();
    drag.current = null;
  };
  const press = (event: KeyboardEvent): void => {
    const arrow = ARROWS[event.key];
    if (event.key === 'Escape' && drag.current !== null) settle(store.getState().cancel)();
    else if (event.key === 'Escape' || event.key === 'Enter') onDone();
    else if (arrow !== undefined) {
      const step = event.shiftKey ? 10 : 1;
      store.getState().run(cropPicture, argsOf(panCrop(grip, { xPx: arrow[0] * step, yPx: arrow[1] * step }), target), `crop ${target.key}`);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={root}
      role="group"
      aria-label={`Crop of ${titleOf(target.element)}: drag or arrow keys move the picture, Enter ends`}
      tabIndex={-1}
      className="absolute inset-0 outline-none"
      onKeyDown={press}
      onPointerDown={(event) => {
        event.stopPropagation();
        if (event.isPrimary) onDone();
      }}
      onPointerMove={follow}
      onPointerUp={settle(store.getState().end)}
      onPointerCancel={settle(store.getState().cancel)}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <WholePicture target={target} whole={whole} toWindow={toWindow} />
      <svg aria-hidden="true" className="absolute inset-0 size-full">
        <polygon points={polygonOf(whole, toWindow)} className="cursor-move fill-transparent stroke-on-stage" strokeOpacity={0.6} strokeDasharray="4 4" onPointerDown={(event) => take(event, null)} />
        <polygon points={polygonOf(frame, toWindow)} className="pointer-events-none fill-none stroke-stage-accent" strokeWidth={2} />
        {HANDLES.map((handle) => {
          const { xPx, yPx } = applyMatrix(toWindow, handlePoint(frame, handle));
          return (
            <g key={`${handle.across} ${handle.down}`} data-crop={`${handle.across} ${handle.down}`} style={{ cursor: cursorOf(handle, angle) }} transform={`rotate(${angle} ${xPx} ${yPx})`} onPointerDown={(event) => take(event, handle)}>
              <rect x={xPx - HIT_PX / 2} y={yPx - HIT_PX / 2} width={HIT_PX} height={HIT_PX} fill="transparent" />
              <path d={handleOf(handle, { xPx, yPx }, HANDLE_PX)} className="fill-none stroke-white" strokeWidth={4} strokeLinecap="square" />
            </g>
          );
        })}
      </svg>
      <CropBar target={target} onDone={onDone} />
    </div>
  );
}

function CropBar({ target: { key, element }, onDone }: Pick<CropEditorProps, 'target' | 'onDone'>) {
  const store = useEditorStore();
  return (
    <div className="absolute inset-x-0 bottom-3 mx-auto flex w-fit gap-1.5 rounded-xl border border-line bg-surface p-1.5 shadow-pop" onPointerDown={(event) => event.stopPropagation()}>
      <Button size="small" variant="quiet" disabled={!hasCrop(element)} onClick={() => store.getState().run(setProperty, { keys: [key], path: ['crop'], value: undefined })}>
        All of it
      </Button>
      <Button size="small" variant="primary" onClick={onDone}>
        Done
      </Button>
    </div>
  );
}

const hasCrop = (element: Element): boolean => 'crop' in element && element.crop !== undefined;

/** Null of what is no picture. */
function gripOf({ element, area, crop, scaleX, scaleY, rotationDegrees }: StageTarget, source: Size): CropGrip | null {
  if (crop === null || element.type === 'audio') return null;
  const { flipX, flipY } = flipsOf(element.flip);
  return { box: area, part: crop, source, scaleX, scaleY, rotationDegrees, isFlippedAcross: flipX, isFlippedDown: flipY };
}
