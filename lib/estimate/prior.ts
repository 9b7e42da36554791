/**
 * The contract's original rule (§3): what a composition contains in, the seconds it takes to render out.
 * Pure, and never changed by what is learned: it stays part of the decision whether a job is quick.
 */
import type { EstimateFeatures } from '#lib/estimate/features';

const BASE_SECONDS = 5;
const VIDEO_SECONDS = 8;
const IMAGE_SECONDS = 2;
/** The canvas the other figures are for. */
const REFERENCE_PIXELS = 720 * 1280;

/** (5 s + 8 s a video + 2 s an image) x (width x height / (720 x 1280)), in whole seconds. */
export function estimatePriorSeconds({ videoCount, imageCount, widthPx, heightPx }: EstimateFeatures): number {
  const elementSeconds = BASE_SECONDS + VIDEO_SECONDS * videoCount + IMAGE_SECONDS * imageCount;
  return Math.round(elementSeconds * ((widthPx * heightPx) / REFERENCE_PIXELS));
}
