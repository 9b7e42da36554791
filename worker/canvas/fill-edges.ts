/**
 * Pixels in, the same with colours beside their edges: 4:2:0 takes the mean colour of four pixels, and black ones that nobody sees must not darken it.
 */
import type { Size } from '#lib/composition/units';

/** Straight RGBA of even size, changed in place: a transparent pixel takes the mean colour of those seen in its square of two by two. */
export function fillEdges(pixels: Uint8ClampedArray, { widthPx, heightPx }: Size): void {
  // Signed and read one by one: 0.25 ms for 1280 x 128 pixels, where unsigned words taken apart as a list took 1.1.
  const words = new Int32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
  for (let y = 0; y < heightPx; y += 2) {
    const row = y * widthPx;
    for (let x = row; x < row + widthPx; x += 2) {
      const a = words[x] ?? 0;
      const b = words[x + 1] ?? 0;
      const c = words[x + widthPx] ?? 0;
      const d = words[x + widthPx + 1] ?? 0;
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
function meanColour(a: number, b: number, c: number, d: number): number {
  const [alphaA, alphaB, alphaC, alphaD] = [a >>> 24, b >>> 24, c >>> 24, d >>> 24];
  const alphas = alphaA + alphaB + alphaC + alphaD;
  const meanAt = (shift: number): number =>
    Math.round((((a >>> shift) & 0xff) * alphaA + ((b >>> shift) & 0xff) * alphaB + ((c >>> shift) & 0xff) * alphaC + ((d >>> shift) & 0xff) * alphaD) / alphas);
  return meanAt(0) | (meanAt(8) << 8) | (meanAt(16) << 16);
}
