/** Boxes in a row come to stand at equal distances. */
import { describe, expect, it } from 'vitest';
import type { Box } from '#lib/composition/timeline';
import { snapSpacing } from '#lib/editor/snap-spacing';

const box = (xPx: number, yPx: number, widthPx: number, heightPx: number): Box => ({ xPx, yPx, widthPx, heightPx });
const row = [box(0, 0, 100, 50), box(140, 10, 100, 50)];

describe('a box that moves', () => {
  it('comes to be as far from its neighbour as that is from the next, on either side', () => {
    expect(snapSpacing(box(277, 5, 60, 40), { others: row, reachPx: 6, axis: 'x' })).toEqual({
      byPx: 3, spacings: [{ axis: 'x', fromPx: 100, toPx: 140, acrossPx: 25 }, { axis: 'x', fromPx: 240, toPx: 280, acrossPx: 25 }],
    });
    expect(snapSpacing(box(-104, 5, 60, 40), { others: row, reachPx: 6, axis: 'x' })?.byPx).toBe(4);
  });

  it('comes to be in the middle between two', () => {
    expect(snapSpacing(box(108, 5, 20, 40), { others: row, reachPx: 6, axis: 'x' })).toMatchObject({ byPx: 2, spacings: [{ fromPx: 100, toPx: 110 }, { fromPx: 130, toPx: 140 }] });
  });

  it('is left alone out of reach, and by what is not in its row', () => {
    expect(snapSpacing(box(300, 5, 60, 40), { others: row, reachPx: 6, axis: 'x' })).toBeNull();
    expect(snapSpacing(box(277, 200, 60, 40), { others: row, reachPx: 6, axis: 'x' })).toBeNull();
  });

  it('does so down as well as across', () => {
    const column = row.map(({ xPx, yPx, widthPx, heightPx }) => box(yPx, xPx, heightPx, widthPx));
    expect(snapSpacing(box(5, 277, 40, 60), { others: column, reachPx: 6, axis: 'y' })).toMatchObject({ byPx: 3, spacings: [{ axis: 'y', acrossPx: 25 }, { axis: 'y' }] });
  });
});
