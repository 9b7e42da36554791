/**
 * The model of this installation as of a few seconds ago: nothing in, the model out, or null while there are too few jobs.
 * Kept in memory and made anew when somebody asks for an older one; nobody but the first waits for that.
 */
import { listEstimateSamples } from '#lib/db/list-estimate-samples';
import { fitEstimateModel, type EstimateModel } from '#lib/estimate/learned-model';
import { log } from '#lib/log';
import { processWide } from '#lib/process-wide';

const FRESH_MS = 5_000;
/** Enough for a steady model; older jobs tell of other versions and other machines. */
const SAMPLES_MAX = 400;

interface ModelCache {
  model: EstimateModel | null;
  /** null before the first. */
  loadedAtMs: number | null;
  loading: Promise<void> | null;
}

export async function getEstimateModel(): Promise<EstimateModel | null> {
  const cache = processWide<ModelCache>('estimate-model', () => ({ model: null, loadedAtMs: null, loading: null }));
  if (cache.loadedAtMs === null || Date.now() - cache.loadedAtMs > FRESH_MS) {
    cache.loading ??= load(cache).finally(() => {
      cache.loading = null;
    });
    if (cache.loadedAtMs === null) await cache.loading;
  }
  return cache.model;
}

/** Never rejects: an estimate by the model of before, or by the rule, is better than none. */
async function load(cache: ModelCache): Promise<void> {
  try {
    cache.model = fitEstimateModel(await listEstimateSamples(SAMPLES_MAX));
  } catch (error) {
    log.warn({ err: error }, 'could not learn from the finished jobs');
  }
  cache.loadedAtMs = Date.now();
}
