/**
 * How long a job will take, from its acceptance to its end: a composition in, the figures and the decision quick or not out.
 * The original rule decides together with the estimator's own figure; what people are told is the own figure.
 */
import type { Composition } from '#lib/composition/schema/composition';
import { listSources, mediaKey } from '#lib/composition/sources';
import { getConfig } from '#lib/config';
import { findKnownMedia } from '#lib/db/find-known-media';
import { type EstimateFeatures, toEstimateFeatures } from '#lib/estimate/features';
import { getEstimateModel } from '#lib/estimate/get-estimate-model';
import { type EstimateModel, predictSeconds } from '#lib/estimate/learned-model';
import { estimatePriorSeconds } from '#lib/estimate/prior';
import { getQueueLoad } from '#lib/jobs/get-queue-load';

export interface Estimate {
  /** The contract's rule: work alone. */
  priorSeconds: number;
  /** The estimator's own figure: work alone, as learned from this installation's jobs, and the rule's while there are few. */
  workSeconds: number;
  /** Expected wait in the lane the job goes to. */
  queueWaitSeconds: number;
  /** Own figure and wait: what people are told. */
  estimatedSeconds: number;
  isQuick: boolean;
  features: EstimateFeatures;
}

export async function estimateJob(composition: Composition): Promise<Estimate> {
  const thresholdSeconds = getConfig().jobs.quickThresholdSeconds;
  const [load, model, media] = await Promise.all([getQueueLoad(), getEstimateModel(), findKnownMedia(listSources(composition))]);
  const features = toEstimateFeatures(composition, new Map(media.map(({ kind, source, ...medium }) => [mediaKey(kind, source), medium])));
  return decideEstimate({ features, thresholdSeconds, load, model });
}

export interface DecideEstimateOptions {
  features: EstimateFeatures;
  thresholdSeconds: number;
  load: { quickWaitSeconds: number; longWaitSeconds: number };
  model: EstimateModel | null;
}

/** Pure. Quick: the rule, and the own figure with the wait in the quick lane, are both within the threshold. */
export function decideEstimate({ features, thresholdSeconds, load, model }: DecideEstimateOptions): Estimate {
  const priorSeconds = estimatePriorSeconds(features);
  const workSeconds = model === null ? priorSeconds : toHundredths(predictSeconds(model, features));
  const isQuick = priorSeconds <= thresholdSeconds && workSeconds + load.quickWaitSeconds <= thresholdSeconds;
  const queueWaitSeconds = isQuick ? load.quickWaitSeconds : load.longWaitSeconds;
  return { priorSeconds, workSeconds, queueWaitSeconds, estimatedSeconds: workSeconds + queueWaitSeconds, isQuick, features };
}

/** A small job takes half a second; more digits would pretend to know more. */
const toHundredths = (seconds: number): number => Math.round(seconds * 100) / 100;
