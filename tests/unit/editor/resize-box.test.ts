/** Boxes under handles. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box } from '#lib/composition/timeline';
import { turnAbout, type CanvasPoint } from '#lib/editor/canvas-matrix';
import { resizeBox, resizeTogether, toHalfTurn, turnTogether, type HandlePlace } from '#lib/editor/resize-box';

const box: Box = { xPx: 100, yPx: 50, widthPx: 200, heightPx: 100 };
const upright = { box, scaleX: 1, scaleY: 1, rotationDegrees: 0 };
const free = { keepsAspect: false, isAboutCentre: false };

/** A corner or the middle of an edge, where it is seen. */
function seenAt({ xPx, yPx, widthPx, heightPx }: Box, { across, down }: HandlePlace, rotationDegrees: number): CanvasPoint {
  const centre = { xPx: xPx + widthPx / 2, yPx: yPx + heightPx / 2 };
  return turnAbout({ xPx: centre.xPx + (across * widthPx) / 2, yPx: centre.yPx + (down * heightPx) / 2 }, centre, rotationDegrees);
}

describe('resizing by a handle', () => {
  it('a corner takes its box along, the opposite one stays', () => {
    expect(resizeBox(upright, { across: 1, down: 1 }, { xPx: 350, yPx: 90 }, free)).toEqual({ xPx: 100, yPx: 50, widthPx: 250, heightPx: 40 });
    expect(resizeBox(upright, { across: -1, down: -1 }, { xPx: 150, yPx: 100 }, free)).toEqual({ xPx: 150, yPx: 100, widthPx: 150, heightPx: 50 });
  });

  it('a side leaves the other side length alone', () => {
    expect(resizeBox(upright, { across: 0, down: 1 }, { xPx: 999, yPx: 250 }, free)).toEqual({ ...box, heightPx: 200 });
  });

  it('keeps the shape of the box when asked to', () => {
    const resized = resizeBox(upright, { across: 1, down: 1 }, { xPx: 500, yPx: 250 }, { ...free, keepsAspect: true });
    expect(resized).toEqual({ xPx: 100, yPx: 50, widthPx: 400, heightPx: 200 });
  });

  it('grows on both sides about the middle', () => {
    expect(resizeBox(upright, { across: 1, down: 0 }, { xPx: 320, yPx: 0 }, { ...free, isAboutCentre: true })).toEqual({ xPx: 80, yPx: 50, widthPx: 240, heightPx: 100 });
  });

  it('never becomes nothing, however far the handle is dragged', () => {
    const resized = resizeBox(upright, { across: 1, down: 1 }, { xPx: -900, yPx: -900 }, free);
    expect([resized.widthPx, resized.heightPx]).toEqual([1, 1]);
  });

  it('of a turned box what is opposite stays where it is seen, to a pixel', () => {
    const side = fc.constantFrom(-1 as const, 0 as const, 1 as const);
    const handle = fc.record({ across: side, down: side }).filter(({ across, down }) => across !== 0 || down !== 0);
    const pointer = fc.record({ xPx: fc.integer({ min: -500, max: 900 }), yPx: fc.integer({ min: -500, max: 900 }) });
    fc.assert(
      fc.property(handle, pointer, fc.integer({ min: -180, max: 180 }), fc.boolean(), (place, at, rotationDegrees, keepsAspect) => {
        const opposite: HandlePlace = { across: (0 - place.across) as -1 | 0 | 1, down: (0 - place.down) as -1 | 0 | 1 };
        const resized = resizeBox({ ...upright, rotationDegrees }, place, at, { keepsAspect, isAboutCentre: false });
        const [before, after] = [seenAt(box, opposite, rotationDegrees), seenAt(resized, opposite, rotationDegrees)];
        expect(Math.hypot(before.xPx - after.xPx, before.yPx - after.yPx)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('several at once', () => {
  const boxes = [
    { key: 'a', box: { xPx: 0, yPx: 0, widthPx: 100, heightPx: 100 }, scaleX: 1, scaleY: 1, rotationDegrees: 0 },
    { key: 'b', box: { xPx: 200, yPx: 100, widthPx: 100, heightPx: 100 }, scaleX: 1, scaleY: 1, rotationDegrees: 30 },
  ];

  it('grow as one picture', () => {
    const placed = resizeTogether(boxes, { xPx: 0, yPx: 0, widthPx: 300, heightPx: 200 }, { xPx: 0, yPx: 0, widthPx: 600, heightPx: 400 });
    expect(placed.map(({ to }) => to)).toEqual([{ xPx: 0, yPx: 0, widthPx: 200, heightPx: 200 }, { xPx: 400, yPx: 200, widthPx: 200, heightPx: 200 }]);
  });

  it('turn about their common middle, each by the same angle', () => {
    const placed = turnTogether(boxes, { xPx: 150, yPx: 100 }, 180);
    expect(placed.map(({ to }) => [to.xPx, to.yPx])).toEqual([[200, 100], [0, 0]]);
    expect(placed.map(({ rotationDegrees }) => rotationDegrees)).toEqual([180, -150]);
  });

  it('angles are the short way round', () => {
    expect([190, -180, 360, 720.04, -190].map(toHalfTurn)).toEqual([-170, 180, 0, 0, 170]);
  });
});
