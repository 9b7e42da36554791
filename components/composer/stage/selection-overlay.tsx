/**
 * What is drawn over the canvas: outlines of what is selected and under the pointer, handles, guides and the box that selects. To the eye alone: the
 * list of elements says the same to everybody else, and has the keys.
 */
'use client';

import { angleOf, cursorOf, handlePoint, handlesOf, polygonOf, selectionBoxOf, windowMatrix } from '#components/composer/stage/stage-geometry';
import { MotionPathOverlay } from '#components/composer/stage/motion-path-overlay';
import type { StageFeedback } from '#components/composer/stage/stage-interaction';
import { applyMatrix, IDENTITY, type CanvasMatrix } from '#lib/editor/canvas-matrix';
import type { CanvasView } from '#lib/editor/canvas-view';
import type { ElementKey } from '#lib/editor/editor-state';
import type { HandlePlace } from '#lib/editor/resize-box';
import type { Guide } from '#lib/editor/snap-box';
import type { Spacing } from '#lib/editor/snap-spacing';
import type { StageScene, StageTarget } from '#lib/editor/stage-targets';

interface SelectionOverlayProps {
  scene: StageScene;
  view: CanvasView;
  selected: readonly StageTarget[];
  hoveredKey: ElementKey | null;
  feedback: StageFeedback;
  /** A text is being written in: its outline alone. */
  isEditing: boolean;
}

export function SelectionOverlay({ scene, view, selected, hoveredKey, feedback, isEditing }: SelectionOverlayProps) {
  const toWindow = windowMatrix(scene, view);
  const { guides, spacings, selecting, isDragging } = feedback;
  const [only] = selected;
  const free = selected.filter(({ isLocked }) => !isLocked);
  const isPointing = !isDragging && selecting === null;
  const hovered = scene.targets.find(({ key }) => key === hoveredKey);
  return (
    <svg aria-hidden="true" className="pointer-events-none absolute inset-0 size-full">
      {scene.isGroup && <polygon points={polygonOf({ box: { xPx: 0, yPx: 0, ...scene.canvas }, matrix: IDENTITY }, toWindow)} className="fill-none stroke-stage-accent" strokeDasharray="2 4" />}
      {hovered !== undefined && isPointing && !selected.includes(hovered) && <polygon points={polygonOf(hovered, toWindow)} className="fill-none stroke-stage-accent" strokeWidth={1.5} strokeOpacity={0.75} />}
      {selected.map((target) => (
        <Outline key={target.key} points={polygonOf(target, toWindow)} isThin={selected.length > 1} isLocked={target.isLocked} />
      ))}
      {only !== undefined && selected.length === 1 && !isEditing && <MotionPathOverlay target={only} scene={scene} view={view} toWindow={toWindow} />}
      {guides.map((guide) => (
        <GuideLine key={`${guide.axis} ${guide.atPx}`} guide={guide} scene={scene} toWindow={toWindow} />
      ))}
      {spacings.map((spacing) => (
        <SpacingLine key={`${spacing.axis} ${spacing.fromPx}`} spacing={spacing} toWindow={toWindow} />
      ))}
      {selecting !== null && <polygon points={polygonOf({ box: selecting, matrix: IDENTITY }, toWindow)} className="fill-stage-accent stroke-stage-accent" fillOpacity={0.14} />}
      {free.length > 0 && !isEditing && <Handles selected={free} toWindow={toWindow} isQuiet={isDragging} />}
    </svg>
  );
}

/** Seen on any picture: a light line in a dark one. Dashes: it cannot be taken hold of. */
function Outline({ points, isThin, isLocked }: { points: string; isThin: boolean; isLocked: boolean }) {
  return (
    <>
      {!isThin && <polygon points={points} className="fill-none stroke-stage" strokeOpacity={0.6} strokeWidth={4} />}
      <polygon points={points} className="fill-none stroke-stage-accent" strokeWidth={isThin ? 1 : 1.75} strokeDasharray={isLocked ? '6 5' : undefined} />
    </>
  );
}

function GuideLine({ guide: { axis, atPx }, scene: { canvas }, toWindow }: { guide: Guide; scene: StageScene; toWindow: CanvasMatrix }) {
  const from = applyMatrix(toWindow, axis === 'x' ? { xPx: atPx, yPx: 0 } : { xPx: 0, yPx: atPx });
  const to = applyMatrix(toWindow, axis === 'x' ? { xPx: atPx, yPx: canvas.heightPx } : { xPx: canvas.widthPx, yPx: atPx });
  return <line data-guide={axis} x1={from.xPx} y1={from.yPx} x2={to.xPx} y2={to.yPx} className="stroke-stage-guide" strokeWidth={1} strokeDasharray="5 3" />;
}

/** Half of the bars at its ends. */
const BAR_PX = 4;

/** A distance between two bars. */
function SpacingLine({ spacing: { axis, fromPx, toPx, acrossPx }, toWindow }: { spacing: Spacing; toWindow: CanvasMatrix }) {
  const from = applyMatrix(toWindow, axis === 'x' ? { xPx: fromPx, yPx: acrossPx } : { xPx: acrossPx, yPx: fromPx });
  const to = applyMatrix(toWindow, axis === 'x' ? { xPx: toPx, yPx: acrossPx } : { xPx: acrossPx, yPx: toPx });
  const angle = (Math.atan2(to.yPx - from.yPx, to.xPx - from.xPx) * 180) / Math.PI;
  const lengthPx = Math.hypot(to.xPx - from.xPx, to.yPx - from.yPx);
  return (
    <g data-spacing={axis} transform={`translate(${from.xPx} ${from.yPx}) rotate(${angle})`} className="stroke-stage-guide" strokeWidth={1}>
      <path d={`M 0 ${-BAR_PX} V ${BAR_PX} M 0 0 H ${lengthPx} M ${lengthPx} ${-BAR_PX} V ${BAR_PX}`} fill="none" />
    </g>
  );
}

/** Of a handle, and of the place around it that can be hit. */
const HANDLE_PX = 9;
const HIT_PX = 20;
const TURN_DISTANCE_PX = 22;

function Handles({ selected, toWindow, isQuiet }: { selected: readonly StageTarget[]; toWindow: CanvasMatrix; isQuiet: boolean }) {
  const selection = selectionBoxOf(selected);
  const angle = angleOf(selection.matrix, toWindow);
  const pointOf = (place: HandlePlace) => applyMatrix(toWindow, handlePoint(selection, place));
  const top = pointOf({ across: 0, down: -1 });
  const radians = (angle * Math.PI) / 180;
  const turn = { xPx: top.xPx + TURN_DISTANCE_PX * Math.sin(radians), yPx: top.yPx - TURN_DISTANCE_PX * Math.cos(radians) };
  return (
    <g className={isQuiet ? 'opacity-0' : undefined}>
      {selected.length > 1 && <polygon points={polygonOf(selection, toWindow)} className="fill-none stroke-stage-accent" strokeDasharray="4 3" />}
      <line x1={top.xPx} y1={top.yPx} x2={turn.xPx} y2={turn.yPx} className="stroke-stage-accent" strokeWidth={1.5} />
      <g data-handle="turn" className="pointer-events-auto cursor-grab">
        <circle cx={turn.xPx} cy={turn.yPx} r={HIT_PX / 2} fill="transparent" />
        <circle cx={turn.xPx} cy={turn.yPx} r={HANDLE_PX / 2 + 0.5} className="fill-white stroke-accent" strokeWidth={1.5} />
      </g>
      {handlesOf(selected).map((handle) => {
        const { xPx, yPx } = pointOf(handle);
        const square = (sidePx: number) => ({ x: xPx - sidePx / 2, y: yPx - sidePx / 2, width: sidePx, height: sidePx });
        return (
          <g key={`${handle.across} ${handle.down}`} data-handle={`${handle.across} ${handle.down}`} className="pointer-events-auto" style={{ cursor: cursorOf(handle, angle) }} transform={`rotate(${angle} ${xPx} ${yPx})`}>
            <rect {...square(HIT_PX)} fill="transparent" />
            <rect {...square(HANDLE_PX)} rx={2} className="fill-white stroke-accent" strokeWidth={1.5} />
          </g>
        );
      })}
    </g>
  );
}
