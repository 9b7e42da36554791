/** Flips as orientations: what a picture's orientation and a flip come to, against doing one after the other. */
import { describe, expect, it } from 'vitest';
import type { Orientation } from '#lib/composition/media-facts';
import { flipOrientation } from '#worker/render/source-geometry';

type Grid = readonly (readonly string[])[];

const STORED: Grid = [['a', 'b', 'c'], ['d', 'e', 'f']];

const across = (grid: Grid): Grid => grid.map((row) => row.toReversed());
const down = (grid: Grid): Grid => grid.toReversed();
const transpose = (grid: Grid): Grid => (grid[0] ?? []).map((_, column) => grid.map((row) => row[column] ?? ''));

/** EXIF's orientations, by mirroring and transposing alone. */
const UPRIGHT: Record<Orientation, (grid: Grid) => Grid> = {
  1: (grid) => grid,
  2: across,
  3: (grid) => across(down(grid)),
  4: down,
  5: transpose,
  6: (grid) => across(transpose(grid)),
  7: (grid) => across(down(transpose(grid))),
  8: (grid) => down(transpose(grid)),
};
const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

describe('flipOrientation', () => {
  it.each(ORIENTATIONS)('of a picture of orientation %i', (orientation) => {
    const upright = UPRIGHT[orientation](STORED);
    expect(UPRIGHT[flipOrientation(orientation, null)](STORED)).toEqual(upright);
    expect(UPRIGHT[flipOrientation(orientation, { flipX: true, flipY: false })](STORED)).toEqual(across(upright));
    expect(UPRIGHT[flipOrientation(orientation, { flipX: false, flipY: true })](STORED)).toEqual(down(upright));
    expect(UPRIGHT[flipOrientation(orientation, { flipX: true, flipY: true })](STORED)).toEqual(across(down(upright)));
  });
});
