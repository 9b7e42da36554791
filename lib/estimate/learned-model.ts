/**
 * What this installation's finished jobs say of the seconds that a job takes: features and durations in, a model out, and by it the
 * seconds for other features. Pure. Below 20 jobs there is no model, and the contract's rule is all there is.
 */
import { estimateFeaturesSchema, type EstimateFeatures } from '#lib/estimate/features';
import { dot, fitNonNegative, median } from '#lib/estimate/fit-non-negative';

/** A finished job as it was recorded; the features are of whatever version wrote them. */
export interface EstimateSample {
  features: unknown;
  /** From the start of its attempt to its end. */
  seconds: number;
}

export interface EstimateModel {
  /** One for each of `toModelInputs`. */
  coefficients: readonly number[];
  /** What the latest jobs took to what the coefficients say of them: the same work is slower while the machine does other things as well. */
  pace: number;
  sampleCount: number;
}

/** Contract §3. */
export const SAMPLES_MIN = 20;

/** What is known to be this short is not: the claim, the upload and the last write alone take as long. */
const SECONDS_MIN = 0.1;
/** What a machine has beside its renders changes: a job counts half as much as one that is so many newer. */
const HALF_LIFE_JOBS = 60;

/** So many jobs tell the pace: the median of them is no accident, and they are not long ago. */
const PACE_JOBS = 5;
/** Beyond it is not the pace that has changed. */
const PACE_MAX = 3;

const PIXELS_UNIT = 1e6;
const BYTES_UNIT = 1e6;

/** `samples`: the newest first. null when there are too few to learn from. */
export function fitEstimateModel(samples: readonly EstimateSample[]): EstimateModel | null {
  const rows = samples.flatMap(({ features, seconds }, age) => {
    const parsed = estimateFeaturesSchema.safeParse(features);
    return parsed.success && Number.isFinite(seconds) && seconds >= 0 ? [{ inputs: toModelInputs(parsed.data), output: seconds, weight: 0.5 ** (age / HALF_LIFE_JOBS) }] : [];
  });
  if (rows.length < SAMPLES_MIN) return null;
  const coefficients = fitNonNegative(rows);
  const ratios = rows.slice(0, PACE_JOBS).map(({ inputs, output }) => output / Math.max(SECONDS_MIN, dot(inputs, coefficients)));
  const pace = Math.min(PACE_MAX, Math.max(1 / PACE_MAX, median(ratios)));
  return { coefficients, pace, sampleCount: rows.length };
}

export function predictSeconds({ coefficients, pace }: EstimateModel, features: EstimateFeatures): number {
  return Math.max(SECONDS_MIN, pace * dot(toModelInputs(features), coefficients));
}

/**
 * What costs time, each as an amount whose price is learned; none is negative, so that more work never takes less time. Megapixels times
 * frames are what is composited and encoded; where a medium decides the length, the size of the canvas stands for it.
 */
export function toModelInputs(features: EstimateFeatures): number[] {
  const { widthPx, heightPx, frameRate, outputSeconds, knownEndSeconds, rotatedCount, translucentCount, movingCount } = features;
  const megapixels = (widthPx * heightPx) / PIXELS_UNIT;
  const painted = megapixels * frameRate * (outputSeconds ?? knownEndSeconds);
  return [
    1,
    megapixels,
    painted,
    painted * (rotatedCount + translucentCount),
    painted * movingCount,
    outputSeconds === null ? megapixels : 0,
    features.unknownVideoCount,
    features.videoPixelSeconds / PIXELS_UNIT,
    features.imagePixels / PIXELS_UNIT,
    features.sourceBytes / BYTES_UNIT,
    features.videoCount,
    features.imageCount,
    features.audioCount,
    features.textCount,
    features.shapeCount,
    features.sourceCount,
  ];
}
