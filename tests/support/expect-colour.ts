/** Compares what a frame shows at a place with a colour, and two frames with each other. */
import { expect } from 'vitest';
import { colourAt, type Frame } from '#tests/support/read-frame';

/** At (x, y) each of red, green and blue is within `tolerance` of `colour` (#rrggbb). */
export function expectColour(frame: Frame, [x, y]: readonly [number, number], colour: string, tolerance = 2): void {
  const expected = [1, 3, 5].map((offset) => parseInt(colour.slice(offset, offset + 2), 16));
  const actual = colourAt(frame, x, y);
  const distance = Math.max(...actual.map((value, channel) => Math.abs(value - expected[channel]!)));
  expect(distance, `(${x}, ${y}) is rgb(${actual.join(', ')}) instead of ${colour}`).toBeLessThanOrEqual(tolerance);
}

/** Mean and largest distance between the pixels of two frames of one size. */
export function compareFrames(first: Frame, second: Frame): { mean: number; max: number } {
  expect([second.widthPx, second.heightPx]).toEqual([first.widthPx, first.heightPx]);
  let sum = 0;
  let max = 0;
  for (let offset = 0; offset < first.pixels.length; offset += 1) {
    const distance = Math.abs(first.pixels[offset]! - second.pixels[offset]!);
    sum += distance;
    max = Math.max(max, distance);
  }
  return { mean: sum / first.pixels.length, max };
}
