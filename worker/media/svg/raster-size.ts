/** How large a drawing is, and how large its picture is made: the size it gives itself in, whole pixels out. Pure. */

export interface RasterBounds {
  /** Of the longer side: a small icon may fill a canvas. */
  longSidePxMin: number;
  sidePxMax: number;
  pixelsMax: number;
}

export interface RasterSize {
  /** What a layout without a size of its own shows. */
  naturalWidthPx: number;
  naturalHeightPx: number;
  /** The longer side, and what it is drawn as; the other follows. */
  mode: 'width' | 'height';
  valuePx: number;
}

export function chooseRasterSize({ width, height }: { width: number; height: number }, { longSidePxMin, sidePxMax, pixelsMax }: RasterBounds): RasterSize {
  const longSide = Math.max(width, height);
  const largest = Math.min(sidePxMax / longSide, Math.sqrt(pixelsMax / (width * height)));
  const natural = Math.min(1, largest);
  const drawn = Math.min(Math.max(1, longSidePxMin / longSide), largest);
  return {
    naturalWidthPx: Math.max(1, Math.round(width * natural)),
    naturalHeightPx: Math.max(1, Math.round(height * natural)),
    mode: width >= height ? 'width' : 'height',
    valuePx: Math.max(1, Math.floor(longSide * drawn)),
  };
}
