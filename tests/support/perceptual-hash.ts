/**
 * What a frame looks like in a line of text, to be kept in git instead of the frame: its lightness and its contrast in a grid of 16 x 16 cells and
 * its colour in one of 8 x 8. Two such lines are compared by their most different cell, so that one small element that is gone, has moved or has
 * another colour is noticed however large the frame, and an encoder's noise, which is gone from a cell's mean, is not.
 */
import type { Frame } from '#tests/support/read-frame';

const FINE_CELLS = 16;
const COARSE_CELLS = 8;
const [LIGHTNESS, CONTRAST, COLOUR] = [0, FINE_CELLS ** 2, 2 * FINE_CELLS ** 2];
const HASH_BYTES = COLOUR + 2 * COARSE_CELLS ** 2;

/** Of 255. An encoder at crf 20 changes a cell of a detailed frame by up to 3, of most frames by 1; an edge that moves by 4 px in 720p changes it by 4 and more. */
export const HASH_DISTANCE_MAX = 3;

/** Base64. The frame must have at least 16 x 16 pixels. */
export function hashFrame(frame: Frame): string {
  const hash = Buffer.alloc(HASH_BYTES);
  for (const [cell, pixels] of listCells(frame, FINE_CELLS)) {
    const { mean, deviation } = measureLuma(frame, pixels);
    hash[LIGHTNESS + cell] = Math.round(mean);
    hash[CONTRAST + cell] = Math.round(deviation);
  }
  for (const [cell, pixels] of listCells(frame, COARSE_CELLS)) {
    const { blueness, redness } = measureColour(frame, pixels);
    hash[COLOUR + 2 * cell] = Math.round(128 + blueness);
    hash[COLOUR + 2 * cell + 1] = Math.round(128 + redness);
  }
  return hash.toString('base64');
}

/** The largest difference of any cell, of 255; Infinity where the texts are not of one kind. */
export function compareHashes(first: string, second: string): number {
  const [a, b] = [Buffer.from(first, 'base64'), Buffer.from(second, 'base64')];
  if (a.length !== HASH_BYTES || b.length !== HASH_BYTES) return Infinity;
  return a.reduce((largest, value, index) => Math.max(largest, Math.abs(value - b[index]!)), 0);
}

interface CellPixels {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

function* listCells({ widthPx, heightPx }: Frame, count: number): Generator<[cell: number, pixels: CellPixels]> {
  const edge = (index: number, size: number): number => Math.floor((index * size) / count);
  for (let cell = 0; cell < count * count; cell += 1) {
    const [column, row] = [cell % count, Math.floor(cell / count)];
    yield [cell, { left: edge(column, widthPx), right: edge(column + 1, widthPx), top: edge(row, heightPx), bottom: edge(row + 1, heightPx) }];
  }
}

/** Calls back with red, green and blue of each pixel; returns how many there are. */
function forEachPixel({ widthPx, pixels }: Frame, { left, right, top, bottom }: CellPixels, take: (red: number, green: number, blue: number) => void): number {
  for (let y = top; y < bottom; y += 1) {
    for (let offset = (y * widthPx + left) * 3, end = (y * widthPx + right) * 3; offset < end; offset += 3) take(pixels[offset]!, pixels[offset + 1]!, pixels[offset + 2]!);
  }
  return (right - left) * (bottom - top);
}

const lumaOf = (red: number, green: number, blue: number): number => 0.2126 * red + 0.7152 * green + 0.0722 * blue;

function measureLuma(frame: Frame, cell: CellPixels): { mean: number; deviation: number } {
  let [sum, squares] = [0, 0];
  const count = forEachPixel(frame, cell, (red, green, blue) => {
    const luma = lumaOf(red, green, blue);
    sum += luma;
    squares += luma * luma;
  });
  const mean = sum / count;
  return { mean, deviation: Math.sqrt(Math.max(0, squares / count - mean * mean)) };
}

/** How far blue and red are from grey, -127 to 127: the two colour differences of bt709. */
function measureColour(frame: Frame, cell: CellPixels): { blueness: number; redness: number } {
  let [blues, reds, lumas] = [0, 0, 0];
  const count = forEachPixel(frame, cell, (red, green, blue) => {
    blues += blue;
    reds += red;
    lumas += lumaOf(red, green, blue);
  });
  return { blueness: (blues - lumas) / count / 1.8556, redness: (reds - lumas) / count / 1.5748 };
}
