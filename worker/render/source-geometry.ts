/**
 * From the picture people see to the pixels that are stored: boxes in upright, square pixels in; boxes of the coded picture out.
 */
import type { Look } from '#lib/composition/look';
import type { Box } from '#lib/composition/timeline';
import type { Orientation, PictureFacts } from '#lib/composition/media-facts';

type SizeFacts = Pick<PictureFacts, 'codedWidthPx' | 'codedHeightPx' | 'widthPx' | 'heightPx' | 'orientation'>;

/** True when the stored picture lies on its side. */
export function isSideways(orientation: Orientation): boolean {
  return orientation >= 5;
}

const MIRRORED_ACROSS: Readonly<Record<Orientation, Orientation>> = { 1: 2, 2: 1, 3: 4, 4: 3, 5: 6, 6: 5, 7: 8, 8: 7 };
const MIRRORED_DOWN: Readonly<Record<Orientation, Orientation>> = { 1: 4, 4: 1, 2: 3, 3: 2, 5: 8, 8: 5, 6: 7, 7: 6 };

/** What makes the stored picture upright and then flips it: an orientation, too. */
export function flipOrientation(orientation: Orientation, look: Pick<Look, 'flipX' | 'flipY'> | null): Orientation {
  const across = look?.flipX === true ? MIRRORED_ACROSS[orientation] : orientation;
  return look?.flipY === true ? MIRRORED_DOWN[across] : across;
}

/** The stored pixels that show `crop`; never empty, and inside the picture. */
export function toCodedCrop(crop: Box, facts: SizeFacts): Box {
  const { codedWidthPx, codedHeightPx, orientation } = facts;
  const uprightWidthPx = isSideways(orientation) ? codedHeightPx : codedWidthPx;
  const uprightHeightPx = isSideways(orientation) ? codedWidthPx : codedHeightPx;
  const [left, width] = scaleRange([crop.xPx, crop.widthPx], facts.widthPx, uprightWidthPx);
  const [top, height] = scaleRange([crop.yPx, crop.heightPx], facts.heightPx, uprightHeightPx);
  // Distances from the far edges, for the orientations that mirror.
  const right = uprightWidthPx - left - width;
  const bottom = uprightHeightPx - top - height;
  switch (orientation) {
    case 1: return { xPx: left, yPx: top, widthPx: width, heightPx: height };
    case 2: return { xPx: right, yPx: top, widthPx: width, heightPx: height };
    case 3: return { xPx: right, yPx: bottom, widthPx: width, heightPx: height };
    case 4: return { xPx: left, yPx: bottom, widthPx: width, heightPx: height };
    case 5: return { xPx: top, yPx: left, widthPx: height, heightPx: width };
    case 6: return { xPx: top, yPx: right, widthPx: height, heightPx: width };
    case 7: return { xPx: bottom, yPx: right, widthPx: height, heightPx: width };
    case 8: return { xPx: bottom, yPx: left, widthPx: height, heightPx: width };
    default: return orientation satisfies never;
  }
}

/** A range of `from` pixels on a line of `to` pixels, rounded to whole ones; unchanged where the pixels are square. */
function scaleRange([start, length]: [number, number], from: number, to: number): [number, number] {
  const first = Math.min(to - 1, Math.max(0, Math.round((start * to) / from)));
  const end = Math.min(to, Math.max(first + 1, Math.round(((start + length) * to) / from)));
  return [first, end - first];
}
