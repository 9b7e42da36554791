/** How alike two frames look: SSIM on luma in windows of 8 x 8 pixels, over all of the frame or a part of it. */
import type { Frame } from '#tests/support/read-frame';

const WINDOW_PX = 8;
/** Of Wang et al., "Image quality assessment" (2004), for 8 bits. */
const C1 = (0.01 * 255) ** 2;
const C2 = (0.03 * 255) ** 2;

/** 1 for equal frames. Windows that do not fit in whole are left out. */
export function compareSsim(first: Frame, second: Frame): number {
  const [a, b] = [toLuma(first), toLuma(second)];
  const { widthPx, heightPx } = first;
  let sum = 0;
  let count = 0;
  for (let y = 0; y + WINDOW_PX <= heightPx; y += WINDOW_PX) {
    for (let x = 0; x + WINDOW_PX <= widthPx; x += WINDOW_PX) {
      sum += compareWindow(a, b, { x, y, widthPx });
      count += 1;
    }
  }
  return sum / count;
}

function toLuma({ pixels }: Frame): Float32Array {
  return Float32Array.from({ length: pixels.length / 3 }, (_, n) => 0.2126 * pixels[n * 3]! + 0.7152 * pixels[n * 3 + 1]! + 0.0722 * pixels[n * 3 + 2]!);
}

function compareWindow(a: Float32Array, b: Float32Array, { x, y, widthPx }: { x: number; y: number; widthPx: number }): number {
  let [sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0];
  for (let row = 0; row < WINDOW_PX; row += 1) {
    for (let column = 0; column < WINDOW_PX; column += 1) {
      const index = (y + row) * widthPx + x + column;
      const [valueA, valueB] = [a[index]!, b[index]!];
      sumA += valueA;
      sumB += valueB;
      sumAA += valueA * valueA;
      sumBB += valueB * valueB;
      sumAB += valueA * valueB;
    }
  }
  const count = WINDOW_PX * WINDOW_PX;
  const [meanA, meanB] = [sumA / count, sumB / count];
  const [varianceA, varianceB, covariance] = [sumAA / count - meanA * meanA, sumBB / count - meanB * meanB, sumAB / count - meanA * meanB];
  return ((2 * meanA * meanB + C1) * (2 * covariance + C2)) / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
}
