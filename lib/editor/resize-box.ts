/**
 * Boxes under a pointer that drags a handle: where they are and where the pointer is in, where they should be out (for `placeBoxes`). What is opposite to
 * the handle stays where it is seen, whether the box is turned or not. Pure; pixels of the scope's canvas.
 */
import type { Box } from '#lib/composition/timeline';
import type { Size } from '#lib/composition/units';
import { turnAbout, type CanvasPoint } from '#lib/editor/canvas-matrix';
import type { PlacedBox } from '#lib/editor/commands/place-boxes';
import type { ElementKey } from '#lib/editor/editor-state';

/** -1: at the left or the upper edge, 1: at the right or the lower, 0: in the middle. */
export interface HandlePlace {
  across: -1 | 0 | 1;
  down: -1 | 0 | 1;
}

/** A box, and how it is seen. */
export interface TurnedBox {
  box: Box;
  scaleX: number;
  scaleY: number;
  rotationDegrees: number;
}

export interface ResizeOptions {
  keepsAspect: boolean;
  /** The middle stays, instead of what is opposite. */
  isAboutCentre: boolean;
}

const SIDE_PX_MIN = 1;

const centreOf = ({ xPx, yPx, widthPx, heightPx }: Box): CanvasPoint => ({ xPx: xPx + widthPx / 2, yPx: yPx + heightPx / 2 });

/** The box whose handle is at `pointer`; whole pixels. */
export function resizeBox({ box, scaleX, scaleY, rotationDegrees }: TurnedBox, { across, down }: HandlePlace, pointer: CanvasPoint, { keepsAspect, isAboutCentre }: ResizeOptions): Box {
  const { widthPx, heightPx } = box;
  const seen = seenOffset({ scaleX, scaleY, rotationDegrees });
  const fixed = isAboutCentre ? centreOf(box) : addPoints(centreOf(box), seen((-across * widthPx) / 2, (-down * heightPx) / 2));
  const unturned = turnAbout({ xPx: pointer.xPx - fixed.xPx, yPx: pointer.yPx - fixed.yPx }, { xPx: 0, yPx: 0 }, -rotationDegrees);
  const reach = isAboutCentre ? 2 : 1;
  const wish = { widthPx: (across * reach * unturned.xPx) / scaleX, heightPx: (down * reach * unturned.yPx) / scaleY };
  const size = keepsAspect ? keepAspect(box, wish, { across, down }) : { widthPx: across === 0 ? widthPx : wish.widthPx, heightPx: down === 0 ? heightPx : wish.heightPx };
  const next = { widthPx: Math.max(SIDE_PX_MIN, Math.round(size.widthPx)), heightPx: Math.max(SIDE_PX_MIN, Math.round(size.heightPx)) };
  return sizedFrom(fixed, { size: next, place: isAboutCentre ? { across: 0, down: 0 } : { across, down }, seen });
}

/** The box of another size, of which what is opposite to the handle stays where it is seen. */
export function sizeBoxAt({ box, ...look }: TurnedBox, { across, down }: HandlePlace, size: Size): Box {
  const seen = seenOffset(look);
  const fixed = addPoints(centreOf(box), seen((-across * box.widthPx) / 2, (-down * box.heightPx) / 2));
  return sizedFrom(fixed, { size, place: { across, down }, seen });
}

type Offset = (xPx: number, yPx: number) => CanvasPoint;

/** From the middle of a box to a place of it, as it is seen. */
const seenOffset = ({ scaleX, scaleY, rotationDegrees }: Omit<TurnedBox, 'box'>): Offset => (xPx, yPx) => turnAbout({ xPx: xPx * scaleX, yPx: yPx * scaleY }, { xPx: 0, yPx: 0 }, rotationDegrees);

const addPoints = (a: CanvasPoint, b: CanvasPoint): CanvasPoint => ({ xPx: a.xPx + b.xPx, yPx: a.yPx + b.yPx });

function sizedFrom(fixed: CanvasPoint, { size, place: { across, down }, seen }: { size: Size; place: HandlePlace; seen: Offset }): Box {
  const centre = addPoints(fixed, seen((across * size.widthPx) / 2, (down * size.heightPx) / 2));
  return { xPx: Math.round(centre.xPx - size.widthPx / 2), yPx: Math.round(centre.yPx - size.heightPx / 2), ...size };
}

/** Of a corner, as far along the diagonal as the pointer is; of a side, as far as the pointer is. */
function keepAspect({ widthPx, heightPx }: Box, wish: { widthPx: number; heightPx: number }, { across, down }: HandlePlace): { widthPx: number; heightPx: number } {
  const alongWidth = across === 0 ? 0 : widthPx;
  const alongHeight = down === 0 ? 0 : heightPx;
  const factor = (wish.widthPx * alongWidth + wish.heightPx * alongHeight) / (alongWidth ** 2 + alongHeight ** 2);
  const least = SIDE_PX_MIN / Math.min(widthPx, heightPx);
  return { widthPx: widthPx * Math.max(least, factor), heightPx: heightPx * Math.max(least, factor) };
}

type KeyedTurnedBox = TurnedBox & { key: ElementKey };

/** Several, as one picture: from the box around them (`from`) to another of the same aspect. */
export function resizeTogether(boxes: readonly KeyedTurnedBox[], from: Box, to: Box): PlacedBox[] {
  const factor = to.widthPx / from.widthPx;
  return boxes.map(({ key, box }) => {
    const centre = centreOf(box);
    const size = { widthPx: Math.max(SIDE_PX_MIN, Math.round(box.widthPx * factor)), heightPx: Math.max(SIDE_PX_MIN, Math.round(box.heightPx * factor)) };
    const xPx = Math.round(to.xPx + (centre.xPx - from.xPx) * factor - size.widthPx / 2);
    const yPx = Math.round(to.yPx + (centre.yPx - from.yPx) * factor - size.heightPx / 2);
    return { key, from: box, to: { xPx, yPx, ...size } };
  });
}

/** All turned by so much about one point: each about its own middle, whose place turns with them. */
export function turnTogether(boxes: readonly KeyedTurnedBox[], about: CanvasPoint, degrees: number): PlacedBox[] {
  return boxes.map(({ key, box, rotationDegrees }) => {
    const before = centreOf(box);
    const after = turnAbout(before, about, degrees);
    const to = boxes.length === 1 ? box : { ...box, xPx: box.xPx + Math.round(after.xPx - before.xPx), yPx: box.yPx + Math.round(after.yPx - before.yPx) };
    return { key, from: box, to, rotationDegrees: toHalfTurn(rotationDegrees + degrees) };
  });
}

/** In (-180, 180], to the tenth of a degree. */
export function toHalfTurn(degrees: number): number {
  const turned = ((degrees % 360) + 360) % 360;
  const rounded = Math.round((turned > 180 ? turned - 360 : turned) * 10) / 10;
  return rounded === -180 ? 180 : rounded + 0;
}
