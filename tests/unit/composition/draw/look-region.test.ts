/** The part of the canvas that is drawn for one layer: never less than what is seen, and no more than is needed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRegion } from '#lib/composition/draw/look-region';
import { frameAt } from '#lib/composition/frame-at';
import { drawFrame, QUARTERS } from '#tests/unit/composition/draw/draw-scene';
import { compositionOf, image, timelineOf } from '#tests/unit/composition/fixtures';

const number = (min: number, max: number) => fc.integer({ min, max });

const CANVAS = { widthPx: 1000, heightPx: 500, fillColor: '#000000' };

function regionOf(element: Record<string, unknown>) {
  const [item] = frameAt(timelineOf(compositionOf([image({ fit_mode: 'fill', ...element })])), 0);
  if (item === undefined) throw new Error('nothing is seen');
  return findRegion(item, CANVAS);
}

describe('the region of a layer', () => {
  it('is its box and a pixel around it', () => {
    expect(regionOf({ x: 100, y: 50, width: 300, height: 200, color_overlay: '#ff000080' })).toEqual({ xPx: 99, yPx: 49, widthPx: 302, heightPx: 202 });
  });

  it('ends a pixel beyond the canvas', () => {
    expect(regionOf({ x: -5000, y: 50, width: 9000, height: 2000, color_overlay: '#ff000080' })).toEqual({ xPx: -1, yPx: 49, widthPx: 1002, heightPx: 452 });
  });

  it('has room for half of a stroke, three deviations of a blur, and a shadow', () => {
    expect(regionOf({ x: 200, y: 200, width: 100, height: 100, stroke_color: '#fff', stroke_width: 20, blur_radius: 10 })).toEqual({ xPx: 159, yPx: 159, widthPx: 182, heightPx: 182 });
    expect(regionOf({ x: 200, y: 200, width: 100, height: 100, shadow_color: '#fff', shadow_blur: 20, shadow_x: 30, shadow_y: 40 })).toEqual({ xPx: 119, yPx: 119, widthPx: 262, heightPx: 262 });
  });

  it('is none where nothing of the layer reaches the canvas, though it moves there', () => {
    const x = [{ time: 0, value: -400 }, { time: 1, value: 0 }];
    expect(regionOf({ x, y: 0, width: 100, height: 100, color_overlay: '#ff0000' })).toBeNull();
  });

  it('holds every corner of a turned box that is on the canvas', () => {
    const corners = fc.record({ x: number(-500, 1200), y: number(-500, 700), width: number(1, 800), height: number(1, 800), rotation: number(0, 359) });
    fc.assert(
      fc.property(corners, (box) => {
        const region = regionOf({ ...box, x_scale: 1.5, color_overlay: '#ff000080', shadow_color: '#000000', shadow_x: 5000 });
        const angle = (box.rotation * Math.PI) / 180;
        for (const [side, end] of [[-1, -1], [-1, 1], [1, -1], [1, 1]] as const) {
          const [across, down] = [(side * box.width * 1.5) / 2, (end * box.height) / 2];
          const x = box.x + box.width / 2 + across * Math.cos(angle) - down * Math.sin(angle);
          const y = box.y + box.height / 2 + across * Math.sin(angle) + down * Math.cos(angle);
          if (x < 0 || y < 0 || x > CANVAS.widthPx || y > CANVAS.heightPx) continue;
          expect(region !== null && x >= region.xPx && y >= region.yPx && x <= region.xPx + region.widthPx && y <= region.yPx + region.heightPx).toBe(true);
        }
      }),
    );
  });

  it('cuts neither blurs nor shadows: a layer looks the same on a canvas that shows more of it', { timeout: 60_000 }, () => {
    const shadow = fc.record({ shadow_color: fc.constant('#00ff00'), shadow_blur: number(0, 20), shadow_x: number(-30, 30), shadow_y: number(-30, 30) });
    const blur = fc.record({ blur_radius: number(1, 12) });
    const box = fc.record({ x: number(-60, 160), y: number(-60, 110), width: number(5, 150), height: number(5, 150), opacity: fc.constantFrom(1, 0.5) });
    fc.assert(
      fc.property(box, fc.oneof(shadow, blur), fc.oneof(fc.constant({}), shadow, blur), ({ x, y, ...rest }, first, second) => {
        const look = { id: 'a', fit_mode: 'fill', ...rest, ...first, ...second };
        const small = drawFrame([{ ...look, x, y }], { a: QUARTERS }, { width: 120, height: 80 });
        const large = drawFrame([{ ...look, x: x + 200, y: y + 200 }], { a: QUARTERS }, { width: 520, height: 480 });
        let different = 0;
        for (let row = 0; row < 80; row += 1) {
          for (let column = 0; column < 120; column += 1) {
            const there = large.at(column + 200, row + 200);
            if (small.at(column, row).some((value, channel) => Math.abs(value - (there[channel] ?? 0)) > 10)) different += 1;
          }
        }
        expect(different).toBe(0);
      }),
      { numRuns: 60, seed: 1 },
    );
  });
});
