/** Boxes on the canvas, snapping, timecode, the timeline's scale. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeBoxes } from '#lib/editor/commands/place-boxes';
import { alignBoxes, distributeBoxes, nudgeBoxes } from '#lib/editor/align-boxes';
import { viewOf } from '#lib/editor/editor-view';
import { findFreeDistance, type Stretch } from '#lib/editor/find-free-place';
import { frameBoxOf } from '#lib/editor/frame-box';
import { makeRoom } from '#lib/editor/make-room';
import { snapBox } from '#lib/editor/snap-box';
import { listSnapTargets, snapTime } from '#lib/editor/snap-time';
import { fitScale, listRulerTicks, pxToSeconds, secondsToPx, zoomAbout } from '#lib/editor/time-scale';
import { formatTimecode, parseTimecode } from '#lib/editor/timecode';
import { frameAt } from '#lib/composition/frame-at';
import type { Box } from '#lib/composition/timeline';
import { factsOf, image, video } from '#tests/unit/composition/fixtures';
import { done, elementsOf, lengths, stateOf, timelineFrom } from '#tests/unit/editor/editor-fixtures';

const box = (xPx: number, yPx: number, widthPx: number, heightPx: number): Box => ({ xPx, yPx, widthPx, heightPx });
const CANVAS = { widthPx: 1000, heightPx: 500 };
const square = { type: 'shape', shape: 'rectangle', duration: 5 };

/** What is written when an element is put from where it is drawn to another box. */
function place(element: Record<string, unknown>, to: Partial<Box>, { atSeconds = 0, rotationDegrees = undefined as number | undefined } = {}): Record<string, unknown> {
  const state = stateOf([{ id: 'e', ...element }]);
  const [item] = frameAt(timelineFrom(state), Math.round(atSeconds * 10));
  const from = frameBoxOf(state.composition.elements[0]!, item!, { canvas: CANVAS, facts: factsOf(state.composition), seconds: atSeconds, durationSeconds: 5 });
  const next = done(placeBoxes(state, { boxes: [{ key: 'e', from, to: { ...from, ...to }, rotationDegrees }], atSeconds }, lengths));
  const [after] = frameAt(timelineFrom(next), Math.round(atSeconds * 10));
  const now = frameBoxOf(next.composition.elements[0]!, after!, { canvas: CANVAS, facts: factsOf(next.composition), seconds: atSeconds, durationSeconds: 5 });
  expect(Object.entries({ ...from, ...to }).every(([side, px]) => Math.abs(Reflect.get(now, side) - px) <= 1)).toBe(true);
  return elementsOf(next)[0] as Record<string, unknown>;
}

describe('placing on the canvas', () => {
  it('writes in the unit that is there, and pixels where there is none', () => {
    expect(place({ ...square, x: '10%', y: 20, width: 100, height: 100 }, { xPx: 250, yPx: 30 })).toMatchObject({ x: '25%', y: 30 });
    expect(place({ ...square, width: 100, height: 100 }, { xPx: 250 })).toEqual({ id: 'e', ...square, width: 100, height: 100, x: 250 });
    expect(place({ ...square, x: '50%', x_anchor: '50%', width: 100, height: 100 }, { xPx: 0 })).toMatchObject({ x: '5%', x_anchor: '50%' });
  });

  it('leaves a centred element centred when it grows about its centre', () => {
    expect(place({ ...square, width: 100, height: 100 }, { xPx: 400, widthPx: 200 })).toEqual({ id: 'e', ...square, width: 200, height: 100 });
  });

  it('of a picture whose height follows writes its width alone while it keeps its shape, both when it does not', () => {
    expect(place(image({ x: 0, y: 0, width: '32%' }), { widthPx: 640, heightPx: 480 })).toEqual({ id: 'e', ...image({ x: 0, y: 0, width: '64%' }) });
    expect(place(image({ x: 0, y: 0, width: 320 }), { widthPx: 400 })).toMatchObject({ width: 400, height: 240 });
    expect(place(image({ x: 0, y: 0, width: 320, aspect_ratio: '1:1' }), { widthPx: 400 })).not.toHaveProperty('aspect_ratio');
  });

  it('that moves by keyframes sets one at the moment', () => {
    const x = [{ time: 0, value: '0%' }, { time: 4, value: '40%' }];
    expect(place({ ...square, x, y: 0, width: 100, height: 100 }, { xPx: 300 }, { atSeconds: 2 }).x).toEqual([{ time: 0, value: '0%' }, { time: 2, value: '30%' }, { time: 4, value: '40%' }]);
  });

  it('turns', () => {
    expect(place({ ...square, width: 100, height: 100 }, {}, { rotationDegrees: 45 })).toMatchObject({ rotation: 45 });
  });

  it('lines up with the canvas or with each other, spreads evenly, and nudges', () => {
    const boxes = [{ key: 'a', ...box(0, 0, 100, 50) }, { key: 'b', ...box(500, 100, 200, 50) }, { key: 'c', ...box(150, 300, 50, 50) }];
    expect(alignBoxes(boxes.slice(0, 1), 'center', CANVAS)[0]!.to).toEqual(box(450, 0, 100, 50));
    expect(alignBoxes(boxes, 'right', CANVAS).map(({ to }) => to.xPx)).toEqual([600, 500, 650]);
    expect(alignBoxes(boxes, 'middle', CANVAS).map(({ to }) => to.yPx)).toEqual([150, 150, 150]);
    expect(distributeBoxes(boxes, 'across').map(({ key, to }) => [key, to.xPx])).toEqual([['a', 0], ['c', 275], ['b', 500]]);
    expect(nudgeBoxes(boxes, 1, -10)[1]!.to).toEqual(box(501, 90, 200, 50));
  });
});

describe('snapping on the canvas', () => {
  it('takes the nearest line of each axis, and says which', () => {
    const snapped = snapBox(box(447, 6, 100, 50), { canvas: CANVAS, others: [], reachPx: 8 });
    expect(snapped).toEqual({ byXPx: 3, byYPx: -6, guides: [{ axis: 'x', atPx: 500, kind: 'center' }, { axis: 'y', atPx: 0, kind: 'edge' }] });
    expect(snapBox(box(203, 200, 510, 10), { canvas: CANVAS, others: [box(200, 400, 30, 30)], reachPx: 4 })).toMatchObject({ byXPx: -3, byYPx: 0, guides: [{ atPx: 200, kind: 'element' }] });
    expect(snapBox(box(340, 200, 50, 10), { canvas: CANVAS, others: [], reachPx: 4 })).toEqual({ byXPx: 0, byYPx: 0, guides: [] });
  });

  it('of a handle takes only the lines that it moves', () => {
    expect(snapBox(box(3, 100, 497, 50), { canvas: CANVAS, others: [], reachPx: 5, lines: { x: ['end'], y: [] } })).toMatchObject({ byXPx: 0, guides: [{ atPx: 500 }] });
  });
});

describe('snapping on the timeline', () => {
  it('brings an edge onto what is nearest within reach, and does not move by itself', () => {
    const view = viewOf(stateOf([video({ id: 'a', track: 1, duration: 2 }), image({ id: 'b', track: 2, time: 5, duration: 3 })]), lengths);
    const targets = listSnapTargets(view, { movingKeys: ['b'], playheadSeconds: 4, markerSeconds: [6.5] });
    const snap = (delta: number) => snapTime([5, 8], delta, targets, { pxPerSecond: 40 });
    expect(snap(-0.9)).toEqual({ deltaSeconds: -1, target: { seconds: 4, kind: 'playhead' } });
    expect(snap(-1.4)).toEqual({ deltaSeconds: -1.5, target: { seconds: 6.5, kind: 'marker' } });
    expect(snap(-3.05)).toMatchObject({ deltaSeconds: -3, target: { kind: 'clip' } });
    expect(snap(-0.5)).toEqual({ deltaSeconds: -0.5, target: null });
  });

  it('on empty tracks begins at the start: there is no end to be drawn to', () => {
    const targets = listSnapTargets(viewOf(stateOf([]), lengths), { movingKeys: [], playheadSeconds: null, markerSeconds: [] });
    expect(snapTime([0, 8], 0.05, targets, { pxPerSecond: 80 })).toEqual({ deltaSeconds: 0, target: { seconds: 0, kind: 'start' } });
  });
});

describe('a free place', () => {
  const stretch = fc.record({ track: fc.constantFrom(1, 2), startFrame: fc.nat({ max: 60 }), length: fc.integer({ min: 1, max: 20 }) }).map(({ length, ...rest }): Stretch => ({ ...rest, endFrame: rest.startFrame + length }));

  it('is free, and none that is nearer is', () => {
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1, maxLength: 3 }), fc.array(stretch, { maxLength: 6 }), fc.integer({ min: -80, max: 80 }), (moving, fixed, wantedFrames) => {
        const isFree = (by: number): boolean => moving.every((m) => m.startFrame + by >= 0 && m.startFrame + by <= 200 && fixed.every((f) => f.track !== m.track || m.endFrame + by <= f.startFrame || m.startFrame + by >= f.endFrame));
        const found = findFreeDistance(moving, fixed, { wantedFrames, lastStartFrame: 200 })!;
        expect(isFree(found)).toBe(true);
        for (let off = 0; off < Math.abs(found - wantedFrames); off += 1) expect([isFree(wantedFrames - off), isFree(wantedFrames + off)]).toEqual([false, false]);
      }),
    );
  });

  it('inserted is at the nearer end of what is there, and pushes no more than it must', () => {
    const taken = [{ track: 1, startFrame: 0, endFrame: 10 }, { track: 1, startFrame: 15, endFrame: 30 }];
    expect(makeRoom(taken, { startFrame: 12, lengthFrames: 3 })).toEqual({ startFrame: 12, pushFrames: 0 });
    expect(makeRoom(taken, { startFrame: 8, lengthFrames: 12 })).toEqual({ startFrame: 10, pushFrames: 7 });
    expect(makeRoom(taken, { startFrame: 40, lengthFrames: 12 })).toEqual({ startFrame: 40, pushFrames: 0 });
  });
});

describe('timecode', () => {
  const ntsc = { numerator: 30000, denominator: 1001 };

  it('counts frames at the whole rate, and drops none', () => {
    expect([0, 29, 30, 1800, 107_892].map((frame) => formatTimecode(frame, ntsc))).toEqual(['00:00:00', '00:00:29', '00:01:00', '01:00:00', '59:56:12']);
    expect(formatTimecode(60 * 60 * 25, { numerator: 25, denominator: 1 })).toBe('1:00:00:00');
    expect(formatTimecode(-26, { numerator: 25, denominator: 1 })).toBe('-00:01:01');
  });

  it('reads what it writes, and what people type', () => {
    fc.assert(fc.property(fc.nat({ max: 2_000_000 }), fc.constantFrom(24, 25, 30, 60), (frame, rate) => {
      expect(parseTimecode(formatTimecode(frame, { numerator: rate, denominator: 1 }), { numerator: rate, denominator: 1 })).toBe(frame);
    }));
    expect(['4:12', '4.5', '4.5s', '112f', '1:00', 'now', '4::1', ''].map((text) => parseTimecode(text, { numerator: 30, denominator: 1 }))).toEqual([132, 135, 135, 112, 30, null, null, null]);
  });
});

describe('the scale', () => {
  it('zooms about a point, which stays where it is', () => {
    fc.assert(fc.property(fc.double({ min: 0.1, max: 10, noNaN: true }), fc.integer({ min: 0, max: 1000 }), (factor, aboutPx) => {
      const scale = { pxPerSecond: 50, scrollSeconds: 100 };
      const zoomed = zoomAbout(scale, factor, aboutPx);
      if (zoomed.scrollSeconds > 0) expect(secondsToPx(pxToSeconds(aboutPx, scale), zoomed)).toBeCloseTo(aboutPx, 6);
    }));
    expect(secondsToPx(60, fitScale({ startSeconds: 0, endSeconds: 60 }, 1200))).toBeLessThan(1200);
  });

  it.each([2, 7, 50, 333, 2000])('of %i px a second has ticks on frames, and labels that can be read', (pxPerSecond) => {
    for (const rate of [{ numerator: 25, denominator: 1 }, { numerator: 30000, denominator: 1001 }]) {
      const ticks = listRulerTicks({ pxPerSecond, scrollSeconds: 3.21 }, 1200, rate);
      const labels = ticks.filter(({ label }) => label !== null);
      expect(ticks.every(({ frame, xPx }) => Number.isInteger(frame) && xPx >= -1e-6 && xPx <= 1200)).toBe(true);
      expect(labels.length).toBeGreaterThan(0);
      expect(Math.min(...labels.slice(1).map(({ xPx }, index) => xPx - labels[index]!.xPx))).toBeGreaterThanOrEqual(89);
      expect(Math.min(...ticks.slice(1).map(({ xPx }, index) => xPx - ticks[index]!.xPx))).toBeGreaterThanOrEqual(8.9);
    }
  });
});
