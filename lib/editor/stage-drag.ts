/**
 * Drags on the stage: what was taken hold of as the drag began, and how far the pointer has come, in; where the boxes should be (for `placeBoxes`), the
 * guides to draw and a few words out. Pure; pixels of the scope's canvas.
 */
import type { Box } from '#lib/composition/timeline';
import type { Size } from '#lib/composition/units';
import { applyMatrix, type CanvasPoint } from '#lib/editor/canvas-matrix';
import type { PlacedBox } from '#lib/editor/commands/place-boxes';
import { resizeBox, resizeTogether, toHalfTurn, turnTogether, type HandlePlace } from '#lib/editor/resize-box';
import { snapBox, type BoxLine, type Guide } from '#lib/editor/snap-box';
import { snapSpacing, type Spacing, type SpacingSnap } from '#lib/editor/snap-spacing';
import { boxAround, type StageTarget } from '#lib/editor/stage-targets';

/** What attracts; null: nothing does. */
export interface Snapping {
  canvas: Size;
  /** Boxes of elements that do not move. */
  others: readonly Box[];
  reachPx: number;
}

export interface DragResult {
  boxes: PlacedBox[];
  guides: Guide[];
  /** Distances that have become equal. */
  spacings: readonly Spacing[];
  /** What to write beside the pointer; null: nothing. */
  note: string | null;
}

export interface MoveDrag {
  targets: readonly StageTarget[];
  byPx: CanvasPoint;
  /** Only across or only down, whichever is more. */
  isStraight: boolean;
  snapping: Snapping | null;
}

export function dragMove({ targets, byPx, isStraight, snapping }: MoveDrag): DragResult {
  const by = isStraight ? straighten(byPx) : byPx;
  const around = boxAround(targets);
  const moved: Box = { ...around, xPx: around.xPx + by.xPx, yPx: around.yPx + by.yPx };
  const snap = snapping === null ? { byXPx: 0, byYPx: 0, guides: [] } : snapBox(moved, snapping);
  const isHeld = (axis: 'x' | 'y'): boolean => isStraight && by[axis === 'x' ? 'xPx' : 'yPx'] === 0;
  // Lines come first: what is at one is not pulled off it.
  const spaced = (axis: 'x' | 'y'): SpacingSnap | null => (snapping === null || isHeld(axis) || snap.guides.some((guide) => guide.axis === axis) ? null : snapSpacing(moved, { ...snapping, axis }));
  const [across, down] = [spaced('x'), spaced('y')];
  const dx = Math.round(by.xPx + (isHeld('x') ? 0 : (across?.byPx ?? snap.byXPx)));
  const dy = Math.round(by.yPx + (isHeld('y') ? 0 : (down?.byPx ?? snap.byYPx)));
  const boxes = targets.map(({ key, box }): PlacedBox => ({ key, from: box, to: { ...box, xPx: box.xPx + dx, yPx: box.yPx + dy } }));
  return { boxes, guides: snap.guides.filter(({ axis }) => !isHeld(axis)), spacings: [...(across?.spacings ?? []), ...(down?.spacings ?? [])], note: null };
}

const straighten = ({ xPx, yPx }: CanvasPoint): CanvasPoint => (Math.abs(xPx) >= Math.abs(yPx) ? { xPx, yPx: 0 } : { xPx: 0, yPx });

export interface ResizeDrag {
  targets: readonly StageTarget[];
  handle: HandlePlace;
  /** Where the handle should be. */
  pointer: CanvasPoint;
  keepsAspect: boolean;
  isAboutCentre: boolean;
  snapping: Snapping | null;
}

export function dragResize({ targets, handle, pointer, isAboutCentre, snapping, ...drag }: ResizeDrag): DragResult {
  const [only, ...more] = targets;
  if (only === undefined) return { boxes: [], guides: [], spacings: [], note: null };
  const isOne = more.length === 0;
  const from = isOne ? only : { box: boxAround(targets), scaleX: 1, scaleY: 1, rotationDegrees: 0 };
  const options = { keepsAspect: drag.keepsAspect || !isOne, isAboutCentre };
  const wished = resizeBox(from, handle, pointer, options);
  // Lines of a turned box are not upright.
  const isUpright = from.rotationDegrees === 0 && from.scaleX === 1 && from.scaleY === 1 && !isAboutCentre;
  const { box: to, guides } = snapping === null || !isUpright ? { box: wished, guides: [] } : snapResize(from.box, wished, { handle, snapping, keepsAspect: options.keepsAspect });
  const boxes = isOne ? [{ key: only.key, from: only.box, to }] : resizeTogether(targets, from.box, to);
  return { boxes, guides, spacings: [], note: `${to.widthPx} × ${to.heightPx}` };
}

interface SnapResize {
  handle: HandlePlace;
  snapping: Snapping;
  keepsAspect: boolean;
}

function snapResize(from: Box, wished: Box, { handle, snapping, keepsAspect }: SnapResize): { box: Box; guides: Guide[] } {
  const { across, down } = handle;
  const snap = snapBox(wished, { ...snapping, lines: { x: linesOf(across), y: linesOf(down) } });
  const corner: CanvasPoint = { xPx: across < 0 ? wished.xPx : wished.xPx + wished.widthPx, yPx: down < 0 ? wished.yPx : wished.yPx + wished.heightPx };
  const upright = { box: from, scaleX: 1, scaleY: 1, rotationDegrees: 0 };
  if (!keepsAspect) {
    const box = resizeBox(upright, handle, { xPx: corner.xPx + snap.byXPx, yPx: corner.yPx + snap.byYPx }, { keepsAspect: false, isAboutCentre: false });
    return { box, guides: snap.guides };
  }
  // Both sides grow together: only one of them can be at a line.
  const axis = snap.byXPx !== 0 && (snap.byYPx === 0 || Math.abs(snap.byXPx) <= Math.abs(snap.byYPx)) ? 'x' : 'y';
  const widthPx = axis === 'x' ? wished.widthPx + across * snap.byXPx : ((wished.heightPx + down * snap.byYPx) * from.widthPx) / from.heightPx;
  const heightPx = (widthPx * from.heightPx) / from.widthPx;
  const fixed: CanvasPoint = { xPx: across < 0 ? from.xPx + from.widthPx : from.xPx, yPx: down < 0 ? from.yPx + from.heightPx : from.yPx };
  const pointer: CanvasPoint = { xPx: fixed.xPx + across * widthPx, yPx: fixed.yPx + down * heightPx };
  const box = resizeBox(upright, handle, pointer, { keepsAspect: true, isAboutCentre: false });
  return { box, guides: snap.guides.filter((guide) => guide.axis === axis) };
}

function linesOf(place: -1 | 0 | 1): readonly BoxLine[] {
  return place === 0 ? [] : place < 0 ? ['start'] : ['end'];
}

const TURN_STEP_DEGREES = 15;
/** Near an upright angle it is meant. */
const UPRIGHT_REACH_DEGREES = 2;

export interface TurnDrag {
  targets: readonly StageTarget[];
  from: CanvasPoint;
  pointer: CanvasPoint;
  /** In steps of 15 degrees. */
  isStepped: boolean;
  isSnapping: boolean;
}

export function dragTurn({ targets, from, pointer, isStepped, isSnapping }: TurnDrag): DragResult {
  const about = pivotOf(targets);
  const base = targets.length === 1 ? (targets[0]?.rotationDegrees ?? 0) : 0;
  const wished = base + angleOf(about, pointer) - angleOf(about, from);
  const angle = toHalfTurn(isStepped ? Math.round(wished / TURN_STEP_DEGREES) * TURN_STEP_DEGREES : isSnapping ? toUpright(wished) : Math.round(wished));
  return { boxes: turnTogether(targets, about, angle - base), guides: [], spacings: [], note: `${angle}°` };
}

/** What a turn is about: of one element its own centre. */
export function pivotOf(targets: readonly StageTarget[]): CanvasPoint {
  const [only] = targets;
  if (only !== undefined && targets.length === 1) return applyMatrix(only.matrix, middleOf(only.box));
  return middleOf(boxAround(targets));
}

const middleOf = ({ xPx, yPx, widthPx, heightPx }: Box): CanvasPoint => ({ xPx: xPx + widthPx / 2, yPx: yPx + heightPx / 2 });

const angleOf = (about: CanvasPoint, { xPx, yPx }: CanvasPoint): number => (Math.atan2(yPx - about.yPx, xPx - about.xPx) * 180) / Math.PI;

function toUpright(degrees: number): number {
  const upright = Math.round(degrees / 90) * 90;
  return Math.abs(degrees - upright) <= UPRIGHT_REACH_DEGREES ? upright : Math.round(degrees);
}
