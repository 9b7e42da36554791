/**
 * Cropping on the stage: a picture as it is drawn, and how far the pointer has come, in; the part of its source that is kept and the box it is drawn into
 * out, at the scale it has. Pure; boxes are pixels of the scope's canvas before the turn, parts pixels of the upright source.
 */
import type { Box } from '#lib/composition/timeline';
import type { Size } from '#lib/composition/units';
import { turnAbout, type CanvasPoint } from '#lib/editor/canvas-matrix';
import { resizeBox, sizeBoxAt, type HandlePlace, type TurnedBox } from '#lib/editor/resize-box';

/** A picture as it was when the drag began; `box` is what is drawn. */
export interface CropGrip extends TurnedBox {
  part: Box;
  source: Size;
  isFlippedAcross: boolean;
  isFlippedDown: boolean;
}

export interface CropResult {
  box: Box;
  part: Box;
}

/** Pixels of the canvas to one of the source. */
const scaleOf = ({ box, part }: CropGrip): { across: number; down: number } => ({ across: box.widthPx / part.widthPx, down: box.heightPx / part.heightPx });

/** Where all of the source would be drawn. */
export function wholePictureOf(grip: CropGrip): Box {
  const { box, part, source, isFlippedAcross, isFlippedDown } = grip;
  const { across, down } = scaleOf(grip);
  const leftPx = isFlippedAcross ? source.widthPx - part.xPx - part.widthPx : part.xPx;
  const topPx = isFlippedDown ? source.heightPx - part.yPx - part.heightPx : part.yPx;
  return { xPx: box.xPx - leftPx * across, yPx: box.yPx - topPx * down, widthPx: source.widthPx * across, heightPx: source.heightPx * down };
}

/** The picture moved under its box, as far as it reaches. `by` is as it is seen. */
export function panCrop(grip: CropGrip, by: CanvasPoint): CropResult {
  const { box, part, source, scaleX, scaleY, rotationDegrees, isFlippedAcross, isFlippedDown } = grip;
  const { across, down } = scaleOf(grip);
  const unturned = turnAbout(by, { xPx: 0, yPx: 0 }, -rotationDegrees);
  const byX = (unturned.xPx / scaleX / across) * (isFlippedAcross ? -1 : 1);
  const byY = (unturned.yPx / scaleY / down) * (isFlippedDown ? -1 : 1);
  const xPx = clamp(part.xPx - byX, source.widthPx - part.widthPx);
  const yPx = clamp(part.yPx - byY, source.heightPx - part.heightPx);
  return { box, part: { ...part, xPx, yPx } };
}

/** An edge or a corner of the box moved over the picture, which stays where it is. `pointer` is where the handle should be. */
export function resizeCrop(grip: CropGrip, handle: HandlePlace, pointer: CanvasPoint): CropResult {
  const { box, part, source, isFlippedAcross, isFlippedDown } = grip;
  const scale = scaleOf(grip);
  const wished = resizeBox(grip, handle, pointer, { keepsAspect: false, isAboutCentre: false });
  const across = cutAlong({ start: part.xPx, length: part.widthPx, whole: source.widthPx }, isFlippedAcross ? -handle.across : handle.across, wished.widthPx / scale.across);
  const down = cutAlong({ start: part.yPx, length: part.heightPx, whole: source.heightPx }, isFlippedDown ? -handle.down : handle.down, wished.heightPx / scale.down);
  const size: Size = { widthPx: Math.max(1, Math.round(across.length * scale.across)), heightPx: Math.max(1, Math.round(down.length * scale.down)) };
  return {
    box: sizeBoxAt({ ...grip, box }, handle, size),
    part: { xPx: across.start, yPx: down.start, widthPx: across.length, heightPx: down.length },
  };
}

interface Stretch {
  start: number;
  length: number;
  whole: number;
}

/** -1: the start moves, 1: the end, 0: neither. Within the whole, and a pixel of it at least. */
function cutAlong({ start, length, whole }: Stretch, side: number, wished: number): { start: number; length: number } {
  if (side === 0) return { start, length };
  const end = start + length;
  const cut = Math.min(side < 0 ? end : whole - start, Math.max(1, wished));
  return side < 0 ? { start: end - cut, length: cut } : { start, length: cut };
}

const clamp = (value: number, max: number): number => Math.min(Math.max(0, max), Math.max(0, value));
