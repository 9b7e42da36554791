/** The frame grid: which fraction a written rate means, and where times land on it. */
import { describe, expect, it } from 'vitest';
import { frameToSeconds, secondsToFrame, toFrameRate } from '#lib/composition/frame-rate';

describe('toFrameRate', () => {
  it.each([
    [24, 24, 1],
    [25, 25, 1],
    [30, 30, 1],
    [60, 60, 1],
    [1, 1, 1],
    [23.976, 24_000, 1001],
    [23.98, 24_000, 1001],
    [24_000 / 1001, 24_000, 1001],
    [29.97, 30_000, 1001],
    [47.952, 48_000, 1001],
    [59.94, 60_000, 1001],
    [12.5, 25, 2],
    [33.333333, 100, 3],
    [29.5, 59, 2],
    [12.345, 2469, 200],
    [25.0001, 25, 1],
    [Math.PI, 355, 113],
  ])('%d is %d/%d', (rate, numerator, denominator) => {
    expect(toFrameRate(rate)).toEqual({ numerator, denominator });
  });
});

describe('frames and seconds', () => {
  it('every frame edge comes back from its time, to 600 s at any rate', () => {
    for (const rate of [toFrameRate(29.97), toFrameRate(60), toFrameRate(33.333333)]) {
      const last = secondsToFrame(600, rate);
      for (let frame = 0; frame <= last; frame += 1) expect(secondsToFrame(frameToSeconds(frame, rate), rate)).toBe(frame);
    }
  });

  it('a sum that falls short of its decimal value rounds as that value', () => {
    const rate = { numerator: 45, denominator: 8 };
    expect(0.7 + 0.1).toBeLessThan(0.8);
    expect(secondsToFrame(0.7 + 0.1, rate)).toBe(secondsToFrame(0.8, rate));
  });
});
