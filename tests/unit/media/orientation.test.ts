/** ffprobe's matrices and EXIF tags as one of the eight orientations. */
import { describe, expect, it } from 'vitest';
import { isSideways, parseDisplayMatrix, parseExifOrientation } from '#worker/media/orientation';

const matrix = (a: number, b: number, c: number, d: number): string =>
  `\n00000000: ${String(a * 65536).padStart(12)} ${String(b * 65536).padStart(12)}           0\n00000001: ${String(c * 65536).padStart(12)} ${String(d * 65536).padStart(12)}           0\n00000002:            0           0  1073741824\n`;

describe('parseDisplayMatrix', () => {
  it.each([
    [1, [1, 0, 0, 1]], [2, [-1, 0, 0, 1]], [3, [-1, 0, 0, -1]], [4, [1, 0, 0, -1]],
    [5, [0, 1, 1, 0]], [6, [0, 1, -1, 0]], [7, [0, -1, -1, 0]], [8, [0, -1, 1, 0]],
  ] as const)('knows orientation %i', (orientation, [a, b, c, d]) => expect(parseDisplayMatrix(matrix(a, b, c, d))).toBe(orientation));

  it('takes a skewed or unreadable matrix for upright', () => {
    expect(parseDisplayMatrix(matrix(0.7, 0.7, -0.7, 0.7))).toBe(1);
    expect(parseDisplayMatrix('nonsense')).toBe(1);
  });
});

describe('parseExifOrientation', () => {
  it.each([['    6', 6], ['1', 1], ['8', 8]])('reads %j', (text, orientation) => expect(parseExifOrientation(text)).toBe(orientation));
  it.each(['', '0', '9', 'left'])('knows that %j is none', (text) => expect(parseExifOrientation(text)).toBeNull());
});

it('only quarter turns lay a picture on its side', () => {
  expect(([1, 2, 3, 4, 5, 6, 7, 8] as const).map(isSideways)).toEqual([false, false, false, false, true, true, true, true]);
});
