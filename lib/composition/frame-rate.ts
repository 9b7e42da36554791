/** Frame rates as exact fractions, and seconds as frames: the only place where time meets the frame grid. */
import type { Rational } from '#lib/composition/media-facts';

/** The whole rates that television slowed down by 1000/1001 (SMPTE 170M); written 23.976 or 23.98, 29.97, 47.95, 59.94. */
const SLOWED_RATES = [24, 30, 48, 60];
/** Wide enough for 23.98, far too narrow for any other rate in use. */
const SLOWED_TOLERANCE = 0.005;
const DENOMINATOR_MAX = 1000;

/** The smallest fraction equal to `rate` to a millionth; a rate without one is first rounded to a thousandth of a frame a second. */
export function toFrameRate(rate: number): Rational {
  const slowed = SLOWED_RATES.find((whole) => Math.abs((whole * 1000) / 1001 - rate) < SLOWED_TOLERANCE);
  if (slowed !== undefined) return { numerator: slowed * 1000, denominator: 1001 };
  for (let denominator = 1; denominator <= DENOMINATOR_MAX; denominator += 1) {
    const numerator = Math.round(rate * denominator);
    if (Math.abs(numerator / denominator - rate) < 1e-6) return { numerator, denominator };
  }
  return toFrameRate(Math.round(rate * DENOMINATOR_MAX) / DENOMINATOR_MAX);
}

/** The frame edge nearest to a time. The millionth keeps a sum such as 0.1 + 0.7 on the side of its decimal value. */
export function secondsToFrame(seconds: number, rate: Rational): number {
  return Math.round((seconds * rate.numerator) / rate.denominator + 1e-6);
}

export function frameToSeconds(frame: number, rate: Rational): number {
  return (frame * rate.denominator) / rate.numerator;
}
