/**
 * Where layers that are drawn frame by frame ever reach: layers and a stretch of frames in, the part of the canvas that has to be laid on FFmpeg's
 * picture out. Pure.
 */
import { findRegion } from '#lib/composition/draw/look-region';
import { itemAt } from '#lib/composition/frame-at';
import { isMovingWithin } from '#lib/composition/motion-stretches';
import type { Segment } from '#lib/composition/segments';
import type { Box, Layer, Timeline } from '#lib/composition/timeline';
import type { Size } from '#lib/composition/units';

export type DrawnCanvas = Pick<Timeline, 'widthPx' | 'heightPx' | 'frameRate' | 'fillColor'>;

/** Boxes of sizes in these steps: pieces of equal size are one stream of FFmpeg's. Even, as 4:2:0 is. */
const SIZE_STEP_PX = 32;

/** On even coordinates, of even size, within the canvas; null when nothing of the layer is ever seen there. */
export function findDrawnBox(layer: Layer, { startFrame, endFrame }: Pick<Segment, 'startFrame' | 'endFrame'>, canvas: DrawnCanvas): Box | null {
  const lastFrame = isMovingWithin(layer, startFrame, endFrame) ? endFrame - 1 : startFrame;
  let reached: Box | null = null;
  for (let frame = startFrame; frame <= lastFrame; frame += 1) {
    const item = itemAt(layer, frame, canvas.frameRate);
    const region = item === null ? null : findRegion(item, canvas);
    if (region !== null) reached = reached === null ? region : uniteBoxes(reached, region);
  }
  return reached === null ? null : fitToGrid(reached, canvas);
}

/** The smallest box that holds both. */
export function uniteBoxes(first: Box, second: Box): Box {
  const xPx = Math.min(first.xPx, second.xPx);
  const yPx = Math.min(first.yPx, second.yPx);
  const right = Math.max(first.xPx + first.widthPx, second.xPx + second.widthPx);
  const bottom = Math.max(first.yPx + first.heightPx, second.yPx + second.heightPx);
  return { xPx, yPx, widthPx: right - xPx, heightPx: bottom - yPx };
}

export const areaOf = ({ widthPx, heightPx }: Size): number => widthPx * heightPx;

/** The part of the region on the canvas, grown to the grid. */
export function fitToGrid({ xPx, yPx, widthPx, heightPx }: Box, canvas: Size): Box {
  const [left, width] = fitRange(xPx, xPx + widthPx, canvas.widthPx);
  const [top, height] = fitRange(yPx, yPx + heightPx, canvas.heightPx);
  return { xPx: left, yPx: top, widthPx: width, heightPx: height };
}

/** `size` is the canvas's, and even. */
function fitRange(from: number, to: number, size: number): [start: number, length: number] {
  const first = Math.max(0, Math.min(from, size - 1));
  const start = first - (first % 2);
  const length = Math.min(size, Math.ceil((Math.min(to, size) - start) / SIZE_STEP_PX) * SIZE_STEP_PX);
  return [Math.min(start, size - length), length];
}
