/** Where things of the scope's canvas are in the stage's window: matrices and corners in, points and SVG attributes out. */
import type { Box } from '#lib/composition/timeline';
import { applyMatrix, IDENTITY, multiplyMatrices, type CanvasMatrix, type CanvasPoint } from '#lib/editor/canvas-matrix';
import type { CanvasView } from '#lib/editor/canvas-view';
import type { HandlePlace } from '#lib/editor/resize-box';
import { boxAround, type StageScene, type StageTarget } from '#lib/editor/stage-targets';

/** From the scope's canvas to the window. */
export function windowMatrix({ matrix }: Pick<StageScene, 'matrix'>, { scale, leftPx, topPx }: CanvasView): CanvasMatrix {
  return multiplyMatrices({ a: scale, b: 0, c: 0, d: scale, e: leftPx, f: topPx }, matrix);
}

/** Where on the page something is, from the corner of an element: of the stage's window a place in it. */
export function placeIn(element: Element | null, { clientX, clientY }: { clientX: number; clientY: number }): CanvasPoint {
  const { left = 0, top = 0 } = element?.getBoundingClientRect() ?? {};
  return { xPx: clientX - left, yPx: clientY - top };
}

/** A box that is selected as one: of one element its own, of several the one around them. */
export interface SelectionBox {
  box: Box;
  matrix: CanvasMatrix;
}

export function selectionBoxOf(targets: readonly StageTarget[]): SelectionBox {
  const [only] = targets;
  return only !== undefined && targets.length === 1 ? { box: only.box, matrix: only.matrix } : { box: boxAround(targets), matrix: IDENTITY };
}

/** Where a handle of the box is on the scope's canvas. */
export function handlePoint({ box, matrix }: SelectionBox, { across, down }: HandlePlace): CanvasPoint {
  return applyMatrix(matrix, { xPx: box.xPx + (box.widthPx * (across + 1)) / 2, yPx: box.yPx + (box.heightPx * (down + 1)) / 2 });
}

const CORNERS: readonly HandlePlace[] = [{ across: -1, down: -1 }, { across: 1, down: -1 }, { across: 1, down: 1 }, { across: -1, down: 1 }];
const LEFT_AND_RIGHT: readonly HandlePlace[] = [{ across: -1, down: 0 }, { across: 1, down: 0 }];
const UP_AND_DOWN: readonly HandlePlace[] = [{ across: 0, down: -1 }, { across: 0, down: 1 }];

/** Several grow as one picture; a text is as high as its lines. */
export function handlesOf(targets: readonly StageTarget[]): readonly HandlePlace[] {
  const [only] = targets;
  if (only === undefined || targets.length > 1) return CORNERS;
  const { element } = only;
  const isAsHighAsLines = element.type === 'text' && element.font_size !== undefined && element.height === undefined;
  return isAsHighAsLines ? [...CORNERS, ...LEFT_AND_RIGHT] : [...CORNERS, ...LEFT_AND_RIGHT, ...UP_AND_DOWN];
}

/** "10,20 30,20 ..." of the corners of a box. */
export function polygonOf({ box, matrix }: SelectionBox, toWindow: CanvasMatrix): string {
  return CORNERS.map((corner) => {
    const { xPx, yPx } = applyMatrix(toWindow, handlePoint({ box, matrix }, corner));
    return `${xPx.toFixed(2)},${yPx.toFixed(2)}`;
  }).join(' ');
}

/** A corner as an angle, an edge as a bar: SVG path data about a point. */
export function handleOf({ across, down }: HandlePlace, { xPx, yPx }: CanvasPoint, reachPx: number): string {
  if (across === 0) return `M ${xPx - reachPx} ${yPx} h ${2 * reachPx}`;
  if (down === 0) return `M ${xPx} ${yPx - reachPx} v ${2 * reachPx}`;
  return `M ${xPx} ${yPx - down * reachPx} V ${yPx} H ${xPx - across * reachPx}`;
}

/** The upright box around a box, in the window. */
export function polygonBounds({ box, matrix }: SelectionBox, toWindow: CanvasMatrix): Box {
  return boxAround([{ box, matrix: multiplyMatrices(toWindow, matrix) }]);
}

const CURSORS = ['ew-resize', 'nwse-resize', 'ns-resize', 'nesw-resize'] as const;

/** The arrow along which the handle pulls, as it is seen. */
export function cursorOf(handle: HandlePlace, angleDegrees: number): string {
  const direction = (Math.atan2(handle.down, handle.across) * 180) / Math.PI + angleDegrees;
  return CURSORS[((Math.round(direction / 45) % 4) + 4) % 4] ?? 'move';
}

/** How far a box is turned in the window. */
export function angleOf(matrix: CanvasMatrix, toWindow: CanvasMatrix): number {
  const { a, b, d } = multiplyMatrices(toWindow, matrix);
  // Mirrored across, it is turned by half a turn less.
  return (Math.atan2(a < 0 && d > 0 ? -b : b, a < 0 && d > 0 ? -a : a) * 180) / Math.PI;
}
