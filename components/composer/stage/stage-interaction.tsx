/**
 * What a pointer on the stage is doing, as data, and what each drag comes to: the interaction as it began and where the pointer is now in, boxes and
 * guides out. No events and no React.
 */
import type { Box } from '#lib/composition/timeline';
import { applyMatrix, invertMatrix, type CanvasPoint } from '#lib/editor/canvas-matrix';
import { toCanvasPoint, type CanvasView } from '#lib/editor/canvas-view';
import { scalesByKeyframes } from '#lib/editor/commands/place-on-stage';
import type { ElementKey } from '#lib/editor/editor-state';
import type { HandlePlace } from '#lib/editor/resize-box';
import type { Guide } from '#lib/editor/snap-box';
import type { Spacing } from '#lib/editor/snap-spacing';
import { dragMove, dragResize, dragTurn, type DragResult, type Snapping } from '#lib/editor/stage-drag';
import { boxAround, type StageScene, type StageTarget } from '#lib/editor/stage-targets';

/** What is dragged, as it was when the drag began. */
export interface Grip {
  scene: StageScene;
  targets: readonly StageTarget[];
  /** Where the pointer went down, on the scope's canvas. */
  from: CanvasPoint;
}

export type StageDrag = (Grip & { kind: 'move' }) | (Grip & { kind: 'resize'; handle: HandlePlace; /** From the pointer to the handle. */ offset: CanvasPoint }) | (Grip & { kind: 'turn' });

export type StageInteraction =
  | { kind: 'idle' }
  /** Down on an element, not moved yet: a click or the beginning of a drag. */
  | { kind: 'press'; at: CanvasPoint; grip: Grip; key: ElementKey; isAlone: boolean }
  /** Down on a handle, likewise. */
  | { kind: 'grab'; at: CanvasPoint; drag: StageDrag }
  | { kind: 'drag'; drag: StageDrag }
  | { kind: 'select'; scene: StageScene; from: CanvasPoint; kept: readonly ElementKey[] }
  | { kind: 'pan'; last: CanvasPoint };

export const IDLE: StageInteraction = { kind: 'idle' };

/** What is drawn over the canvas while a drag goes on; places are of the scope's canvas. */
export interface StageFeedback {
  guides: readonly Guide[];
  spacings: readonly Spacing[];
  note: string | null;
  selecting: Box | null;
  isDragging: boolean;
}

export const NO_FEEDBACK: StageFeedback = { guides: [], spacings: [], note: null, selecting: null, isDragging: false };

export interface DragModifiers {
  isShift: boolean;
  isAlt: boolean;
  isSnapping: boolean;
}

/** How near is near enough, on the page. */
const SNAP_REACH_PX = 6;

export function resultOfDrag(drag: StageDrag, pointer: CanvasPoint, { isShift, isAlt, isSnapping }: DragModifiers, view: CanvasView): DragResult {
  const { targets, from } = drag;
  const snapping = isSnapping ? snappingOf(drag, view) : null;
  switch (drag.kind) {
    case 'move':
      return dragMove({ targets, byPx: { xPx: pointer.xPx - from.xPx, yPx: pointer.yPx - from.yPx }, isStraight: isShift, snapping });
    case 'resize': {
      const { handle, offset } = drag;
      const isCorner = handle.across !== 0 && handle.down !== 0;
      const place = { xPx: pointer.xPx + offset.xPx, yPx: pointer.yPx + offset.yPx };
      return dragResize({ targets, handle, pointer: place, keepsAspect: (isCorner && !isFreeShape(targets)) !== isShift, isAboutCentre: isAlt || targets.some(({ element }) => scalesByKeyframes(element)), snapping });
    }
    case 'turn':
      return dragTurn({ targets, from, pointer, isStepped: isShift, isSnapping });
    default:
      return drag satisfies never;
  }
}

/** Pictures, texts and groups grow as they are by a corner, a shape takes any; with Shift it is the other way round. */
const isFreeShape = ([only, ...more]: readonly StageTarget[]): boolean => more.length === 0 && only?.element.type === 'shape' && only.element.shape !== 'path';

function snappingOf({ scene, targets }: Grip, view: CanvasView): Snapping {
  const { a, b } = scene.matrix;
  const others = scene.targets.filter((target) => target.isSeen && !targets.includes(target)).map((target) => boxAround([target]));
  return { canvas: scene.canvas, others, reachPx: SNAP_REACH_PX / (view.scale * Math.hypot(a, b)) };
}

/** A place in the window as one on the scope's canvas. */
export function toScopePoint(scene: StageScene, view: CanvasView, at: CanvasPoint): CanvasPoint {
  return applyMatrix(invertMatrix(scene.matrix), toCanvasPoint(view, at));
}

/** The box between two points. */
export function boxBetween(from: CanvasPoint, to: CanvasPoint): Box {
  return { xPx: Math.min(from.xPx, to.xPx), yPx: Math.min(from.yPx, to.yPx), widthPx: Math.abs(from.xPx - to.xPx), heightPx: Math.abs(from.yPx - to.yPx) };
}
