/** The renderer's own geometry: which stored pixels a crop means, and where a turned box goes. */
import { describe, expect, it } from 'vitest';
import type { Orientation } from '#lib/composition/media-facts';
import { placeBox } from '#worker/render/placement';
import { toCodedCrop } from '#worker/render/source-geometry';

const box = (xPx: number, yPx: number, widthPx: number, heightPx: number) => ({ xPx, yPx, widthPx, heightPx });

describe('toCodedCrop', () => {
  // The left top corner, 10 x 4, of a picture that people see upright.
  const expected: Record<Orientation, ReturnType<typeof box>> = {
    1: box(0, 0, 10, 4), 2: box(90, 0, 10, 4), 3: box(90, 46, 10, 4), 4: box(0, 46, 10, 4),
    5: box(0, 0, 4, 10), 6: box(0, 40, 4, 10), 7: box(96, 40, 4, 10), 8: box(96, 0, 4, 10),
  };
  it.each([1, 2, 3, 4, 5, 6, 7, 8] as const)('finds the corner of a picture of orientation %i', (orientation) => {
    const [widthPx, heightPx] = orientation >= 5 ? [50, 100] : [100, 50];
    expect(toCodedCrop(box(0, 0, 10, 4), { codedWidthPx: 100, codedHeightPx: 50, widthPx, heightPx, orientation })).toEqual(expected[orientation]);
  });

  it('counts in stored pixels where pixels are not square', () => {
    const facts = { codedWidthPx: 720, codedHeightPx: 576, widthPx: 1024, heightPx: 576, orientation: 1 } as const;
    expect(toCodedCrop(box(0, 0, 1024, 576), facts)).toEqual(box(0, 0, 720, 576));
    expect(toCodedCrop(box(256, 10, 512, 100), facts)).toEqual(box(180, 10, 360, 100));
  });

  it('never gives an empty crop or one outside the picture', () => {
    const facts = { codedWidthPx: 2, codedHeightPx: 2, widthPx: 200, heightPx: 2, orientation: 1 } as const;
    for (let x = 0; x < 200; x += 1) {
      const crop = toCodedCrop(box(x, 0, 1, 1), facts);
      expect(crop.widthPx).toBe(1);
      expect(crop.xPx + crop.widthPx).toBeLessThanOrEqual(2);
    }
  });
});

describe('placeBox', () => {
  const still = { grid: 1, hasAlpha: false } as const;
  const moving = { grid: 2, hasAlpha: false } as const;

  it('leaves an upright box as it is', () => {
    expect(placeBox(box(11, -7, 33, 21), 0, still)).toMatchObject({ xPx: 11, yPx: -7, widthPx: 33, heightPx: 21, rotation: null, quarterTurns: 0 });
    expect(placeBox(box(10, 6, 32, 20), 0, moving)).toMatchObject({ xPx: 10, yPx: 6, widthPx: 32, heightPx: 20 });
  });

  it('evens out an odd box by transparent margins, without moving its picture', () => {
    const placed = placeBox(box(11, -7, 33, 21), 0, moving);
    expect(placed).toMatchObject({ xPx: 10, yPx: -8, margins: { leftPx: 1, topPx: 1, rightPx: 2, bottomPx: 2 }, widthPx: 36, heightPx: 24 });
  });

  it('turns by quarters exactly, about the centre', () => {
    expect(placeBox(box(100, 100, 40, 20), 90, still)).toMatchObject({ quarterTurns: 1, rotation: null, xPx: 110, yPx: 90, widthPx: 20, heightPx: 40 });
    expect(placeBox(box(100, 100, 40, 20), 180, still)).toMatchObject({ quarterTurns: 2, xPx: 100, yPx: 100, widthPx: 40, heightPx: 20 });
    expect(placeBox(box(100, 100, 40, 20), 270, still)).toMatchObject({ quarterTurns: 3, xPx: 110, yPx: 90 });
  });

  it('smooths a quarter turn that would move the picture by half a pixel', () => {
    expect(placeBox(box(100, 100, 41, 20), 90, still)).toMatchObject({ quarterTurns: 0, rotation: { degrees: 90 } });
  });

  it.each([1, 15, 30, 45, 89, 133.7, 300])('keeps the centre and holds every corner at %f degrees', (degrees) => {
    const from = box(13, 8, 75, 32);
    for (const options of [still, moving]) {
      const { xPx, yPx, rotation, margins } = placeBox(from, degrees, options);
      expect([xPx + margins.leftPx + rotation!.widthPx / 2, yPx + margins.topPx + rotation!.heightPx / 2]).toEqual([50.5, 24]);
      const radians = (degrees * Math.PI) / 180;
      expect(rotation!.widthPx).toBeGreaterThanOrEqual(75 * Math.abs(Math.cos(radians)) + 32 * Math.abs(Math.sin(radians)));
      expect([xPx % options.grid, yPx % options.grid].map(Math.abs)).toEqual([0, 0]);
    }
  });
});
