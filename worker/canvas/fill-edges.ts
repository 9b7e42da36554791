/**
 * Pixels in, the same with colours beside their edges: 4:2:0 takes the mean colour of four pixels, and black ones that nobody sees must not darken it.
 */
import type { Size } from '#lib/composition/units';

/** Straight RGBA of even size, changed in place: a transparent pixel takes the mean colour of those seen in its square of two by two. */
export function fillEdges(pixels: Uint8ClampedArray, { widthPx, heightPx }: Size): void {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
  for (let y = 0; y < heightPx; y += 2) {
    const row = y * widthPx;
    for (let x = row; x < row + widthPx; x += 2) {
      const [a, b, c, d] = [words[x] ?? 0, words[x + 1] ?? 0, words[x + widthPx] ?? 0, words[x + widthPx + 1] ?? 0];
      // Nothing is seen, or all of it is: most squares are one or the other.
      if ((a | b | c | d) === 0 || (a !== 0 && b !== 0 && c !== 0 && d !== 0)) continue;
      const mean = meanColour(a, b, c, d);
      if (a === 0) words[x] = mean;
      if (b === 0) words[x + 1] = mean;
      if (c === 0) words[x + widthPx] = mean;
      if (d === 0) words[x + widthPx + 1] = mean;
    }
  }
}

/** Weighted by alpha; transparent itself. Words are ABGR, as the machine's byte order is little-endian. */
function meanColour(...words: readonly [number, number, number, number]): number {
  let [alphas, red, green, blue] = [0, 0, 0, 0];
  for (const word of words) {
    const alpha = word >>> 24;
    alphas += alpha;
    red += (word & 0xff) * alpha;
    green += ((word >>> 8) & 0xff) * alpha;
    blue += ((word >>> 16) & 0xff) * alpha;
  }
  return Math.round(red / alphas) | (Math.round(green / alphas) << 8) | (Math.round(blue / alphas) << 16);
}
