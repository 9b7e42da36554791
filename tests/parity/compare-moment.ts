/** How alike the preview and another picture of one moment are: as a whole, and where each element is. */
import { findRegion } from '#lib/composition/draw/look-region';
import { frameAt } from '#lib/composition/frame-at';
import type { Box, Timeline } from '#lib/composition/timeline';
import type { Size } from '#lib/composition/units';
import { compareSsim } from '#tests/support/compare-ssim';
import type { Frame } from '#tests/support/read-frame';

export interface MomentPictures {
  preview: Frame;
  /** The preview in the colours of `other`: by `halveChroma` where that is of a video, as halved chroma takes from a small red dot nearly all of its red. */
  previewInItsColours: Frame;
  other: Frame;
}

export interface Likeness {
  /** On luma, 1 for equal. */
  ssim: number;
  /** Mean of red, green and blue, of 255, in the colours of the other picture. */
  difference: number;
}

export interface ElementLikeness extends Likeness {
  elementId: string;
  box: Box;
}

export interface MomentLikeness {
  frame: number;
  whole: Likeness;
  elements: ElementLikeness[];
}

/** Two windows of SSIM each way: below that a figure says nothing. */
const BOX_PX_MIN = 16;

/** `frame` is the moment's number; elements are looked for where the timeline has them then. */
export function compareMoment(timeline: Timeline, frame: number, pictures: MomentPictures): MomentLikeness {
  const elements = frameAt(timeline, frame).flatMap((item): ElementLikeness[] => {
    const region = findRegion(item, timeline);
    const box = region === null ? null : fitInto(region, timeline);
    return box === null ? [] : [{ elementId: item.layer.elementId, box, ...compareBox(pictures, box) }];
  });
  return { frame, whole: compareBox(pictures, { xPx: 0, yPx: 0, widthPx: timeline.widthPx, heightPx: timeline.heightPx }), elements };
}

/** The part on the canvas, grown to the least size; null when nothing is on it. */
function fitInto({ xPx, yPx, widthPx, heightPx }: Box, canvas: Size): Box | null {
  const across = fitRange(xPx, xPx + widthPx, canvas.widthPx);
  const down = fitRange(yPx, yPx + heightPx, canvas.heightPx);
  return across === null || down === null ? null : { xPx: across.start, yPx: down.start, widthPx: across.length, heightPx: down.length };
}

function fitRange(start: number, end: number, size: number): { start: number; length: number } | null {
  const [from, to] = [Math.max(0, start), Math.min(size, end)];
  if (from >= to) return null;
  const length = Math.min(size, Math.max(BOX_PX_MIN, to - from));
  return { start: Math.max(0, Math.min(from - Math.floor((length - (to - from)) / 2), size - length)), length };
}

function compareBox({ preview, previewInItsColours, other }: MomentPictures, box: Box): Likeness {
  const part = cutOut(other, box);
  return { ssim: compareSsim(cutOut(preview, box), part), difference: meanDifference(cutOut(previewInItsColours, box), part) };
}

function meanDifference(first: Frame, second: Frame): number {
  let sum = 0;
  for (let index = 0; index < first.pixels.length; index += 1) sum += Math.abs(first.pixels[index]! - second.pixels[index]!);
  return sum / first.pixels.length;
}

function cutOut({ widthPx: rowPx, pixels }: Frame, { xPx, yPx, widthPx, heightPx }: Box): Frame {
  const rows = Array.from({ length: heightPx }, (_, row) => pixels.subarray(((yPx + row) * rowPx + xPx) * 3, ((yPx + row) * rowPx + xPx + widthPx) * 3));
  return { widthPx, heightPx, pixels: Buffer.concat(rows) };
}
