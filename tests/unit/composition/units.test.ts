/** Lengths, ratios and colours as written, and what they are. */
import { describe, expect, it } from 'vitest';
import { lengthToPx, normalizeColor, ratioToNumber } from '#lib/composition/units';

const canvas = { widthPx: 800, heightPx: 400 };

describe('lengthToPx', () => {
  it.each([
    [12.5, 12.5],
    ['12.5px', 12.5],
    ['-3 px', -3],
    ['25%', 50],
    ['10vw', 80],
    ['10vh', 40],
    ['10 vmin', 40],
    ['10vmax', 80],
    ['.5vw', 4],
    ['-.5vw', -4],
  ])('%s, of 200 px, is %d px', (length, px) => {
    expect(lengthToPx(length, canvas, 200)).toBe(px);
  });
});

describe('ratioToNumber', () => {
  it.each([
    [0.3, 0.3],
    ['30%', 0.3],
    ['250 %', 2.5],
  ])('%s is %d', (ratio, value) => {
    expect(ratioToNumber(ratio)).toBe(value);
  });
});

describe('normalizeColor', () => {
  it.each([
    ['#FFF', '#ffffff'],
    ['#1a2', '#11aa22'],
    ['#A0b1C2', '#a0b1c2'],
  ])('%s is %s', (color, normalized) => {
    expect(normalizeColor(color)).toBe(normalized);
  });
});
