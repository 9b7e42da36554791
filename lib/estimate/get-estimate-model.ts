/**
 * The model of this installation as of a moment ago: nothing in, the model out, or null while there are too few jobs.
 * Kept in memory and made anew when somebody asks for an older one; only who would else be given a really old one waits for that.
 */
import { listEstimateSamples } from '#lib/db/list-estimate-samples';
import { fitEstimateModel, type EstimateModel } from '#lib/estimate/learned-model';
import { log } from '#lib/log';
import { processWide } from '#lib/process-wide';

/** The pace of the machine is that of its latest jobs, and they are short; a new model costs 10 to 20 ms. */
const FRESH_MS = 1_000;
/** After a time without requests: other web processes may have had hundreds of jobs made meanwhile. */
const STALE_MS = 30_000;
/** Older jobs count next to nothing (`HALF_LIFE_JOBS`), and tell of other versions and other machines. */
const SAMPLES_MAX = 200;

interface ModelCache {
  model: EstimateModel | null;
  /** null before the first. */
  loadedAtMs: number | null;
  loading: Promise<void> | null;
}

export async function getEstimateModel(): Promise<EstimateModel | null> {
  const cache = processWide<ModelCache>('estimate-model', () => ({ model: null, loadedAtMs: null, loading: null }));
  const ageMs = Date.now() - (cache.loadedAtMs ?? -Infinity);
  if (ageMs > FRESH_MS) {
    cache.loading ??= load(cache).finally(() => {
      cache.loading = null;
    });
    if (ageMs > STALE_MS) await cache.loading;
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
