/**
 * Windowed-sinc interpolation from one sample rate to another, as FFmpeg's resampler does it (libswresample's defaults: 32 taps, a Kaiser window
 * of beta 9, a cutoff at 0.97): rates in, the weights for each place between two samples out.
 */

const TAPS = 32;
const KAISER_BETA = 9;
const CUTOFF = 0.97;
/** Between usual rates there are few distinct places (160 from 44.1 to 48 kHz); of odd rates the nearest of so many is taken. */
const PHASES_MAX = 1024;

export interface ResamplingKernel {
  /** Samples before the place that are weighed; the others are at and after it. */
  tapsBefore: number;
  tapCount: number;
  /** The weights for the place `phase / phaseCount` of the way from one sample to the next: `tapCount` of them from `phase * tapCount` on. */
  phaseCount: number;
  weights: Float32Array;
}

/** Rates in Hz. */
export function createResamplingKernel(fromRate: number, toRate: number): ResamplingKernel {
  const scale = Math.min(1, (toRate * CUTOFF) / fromRate);
  const tapCount = Math.ceil(TAPS / scale / 2) * 2;
  const tapsBefore = tapCount / 2 - 1;
  const phaseCount = Math.min(PHASES_MAX, toRate / greatestDivisor(fromRate, toRate));
  const weights = new Float32Array(phaseCount * tapCount);
  for (let phase = 0; phase < phaseCount; phase += 1) {
    const taps = Array.from({ length: tapCount }, (_, tap) => weigh(tap - tapsBefore - phase / phaseCount, scale, tapCount));
    const sum = taps.reduce((total, weight) => total + weight, 0);
    for (const [tap, weight] of taps.entries()) weights[phase * tapCount + tap] = weight / sum;
  }
  return { tapsBefore, tapCount, phaseCount, weights };
}

function weigh(distance: number, scale: number, tapCount: number): number {
  const x = Math.PI * distance * scale;
  const sinc = x === 0 ? 1 : Math.sin(x) / x;
  const edge = (2 * distance) / tapCount;
  return sinc * bessel(KAISER_BETA * Math.sqrt(Math.max(0, 1 - edge * edge)));
}

/** The modified Bessel function of the first kind, order 0, by its series. */
function bessel(x: number): number {
  let [sum, term] = [1, 1];
  for (let n = 1; term > sum * 1e-12; n += 1) {
    term *= (x / (2 * n)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
