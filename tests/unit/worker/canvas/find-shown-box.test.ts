/** What a drawn bitmap shows, found by its pixels. */
import { describe, expect, it } from 'vitest';
import { findShownBox } from '#worker/canvas/draw-bitmaps';

const SIZE = { widthPx: 20, heightPx: 10 };

function boxOf(...points: Array<[number, number]>) {
  const pixels = Buffer.alloc(SIZE.widthPx * SIZE.heightPx * 4);
  for (const [x, y] of points) pixels[(y * SIZE.widthPx + x) * 4 + 3] = 1;
  const { xPx, yPx, widthPx, heightPx } = findShownBox(pixels, SIZE);
  return [xPx, yPx, widthPx, heightPx];
}

describe('findShownBox', () => {
  it('holds every pixel that is not transparent, and has even edges', () => {
    expect(boxOf([4, 2], [7, 5])).toEqual([4, 2, 4, 4]);
    expect(boxOf([5, 3], [8, 6])).toEqual([4, 2, 6, 6]);
    expect(boxOf([19, 9])).toEqual([18, 8, 2, 2]);
    expect(boxOf([0, 0], [19, 9])).toEqual([0, 0, 20, 10]);
  });

  it('is small where nothing is shown', () => {
    expect(boxOf()).toEqual([0, 0, 2, 2]);
  });
});
