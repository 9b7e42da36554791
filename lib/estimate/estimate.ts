/**
 * How long a job will take, from its acceptance to its end: a composition in, the figures and the decision quick or not out.
 * The original rule decides together with the estimator's own figure; what people are told is the own figure.
 */
import type { Composition } from '#lib/composition/schema/composition';
import { getConfig } from '#lib/config';
import { type EstimateFeatures, toEstimateFeatures } from '#lib/estimate/features';
import { estimatePriorSeconds } from '#lib/estimate/prior';
import { getQueueLoad } from '#lib/jobs/get-queue-load';

export interface Estimate {
  /** The contract's rule: work alone. */
  priorSeconds: number;
  /** Expected wait in the lane the job goes to. */
  queueWaitSeconds: number;
  /** Work and wait: what people are told. */
  estimatedSeconds: number;
  isQuick: boolean;
  features: EstimateFeatures;
}

export async function estimateJob(composition: Composition): Promise<Estimate> {
  const features = toEstimateFeatures(composition);
  const thresholdSeconds = getConfig().jobs.quickThresholdSeconds;
  const load = await getQueueLoad();
  return decideEstimate({ features, thresholdSeconds, load });
}

export interface DecideEstimateOptions {
  features: EstimateFeatures;
  thresholdSeconds: number;
  load: { quickWaitSeconds: number; longWaitSeconds: number };
}

/** Pure. Quick: the rule, and the own figure in the quick lane, are both within the threshold. */
export function decideEstimate({ features, thresholdSeconds, load }: DecideEstimateOptions): Estimate {
  const priorSeconds = estimatePriorSeconds(features);
  const isQuick = priorSeconds <= thresholdSeconds && priorSeconds + load.quickWaitSeconds <= thresholdSeconds;
  const queueWaitSeconds = isQuick ? load.quickWaitSeconds : load.longWaitSeconds;
  return { priorSeconds, queueWaitSeconds, estimatedSeconds: priorSeconds + queueWaitSeconds, isQuick, features };
}
