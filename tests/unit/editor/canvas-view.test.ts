/** The canvas in the window it is edited in. */
import { describe, expect, it } from 'vitest';
import { FIT, panBy, toCanvasPoint, viewOfCanvas, zoomAbout, ZOOM_MAX } from '#lib/editor/canvas-view';

const canvas = { widthPx: 1280, heightPx: 720 };
const windowSize = { widthPx: 1000, heightPx: 700 };

describe('the view of the canvas', () => {
  it('fits all of the canvas into the window, in its middle', () => {
    const { scale, leftPx, topPx } = viewOfCanvas(FIT, canvas, windowSize);
    expect(leftPx).toBeGreaterThan(0);
    expect(topPx).toBeGreaterThan(0);
    expect(leftPx * 2 + canvas.widthPx * scale).toBeCloseTo(windowSize.widthPx);
    expect(topPx * 2 + canvas.heightPx * scale).toBeCloseTo(windowSize.heightPx);
  });

  it('zooms about the pointer: what is under it stays there', () => {
    const at = { xPx: 130, yPx: 560 };
    const before = toCanvasPoint(viewOfCanvas(FIT, canvas, windowSize), at);
    const once = zoomAbout(FIT, 2, { canvas, windowSize, at });
    const twice = zoomAbout(once, 0.4, { canvas, windowSize, at });
    for (const zoom of [once, twice]) {
      const { xPx, yPx } = toCanvasPoint(viewOfCanvas(zoom, canvas, windowSize), at);
      expect(xPx).toBeCloseTo(before.xPx);
      expect(yPx).toBeCloseTo(before.yPx);
    }
  });

  it('never zooms farther in than four times', () => {
    expect(zoomAbout(FIT, 100, { canvas, windowSize, at: { xPx: 0, yPx: 0 } }).zoom).toBe(ZOOM_MAX);
  });

  it('moves by as much as it is dragged, at the size it has', () => {
    const fitted = viewOfCanvas(FIT, canvas, windowSize);
    const { scale, leftPx, topPx } = viewOfCanvas(panBy(FIT, { xPx: 30, yPx: -12 }, { canvas, windowSize }), canvas, windowSize);
    expect(scale).toBe(fitted.scale);
    expect(leftPx).toBeCloseTo(fitted.leftPx + 30);
    expect(topPx).toBeCloseTo(fitted.topPx - 12);
  });
});
