/**
 * Counts in memory and sends what is new to Postgres every few seconds: one value in, nothing to wait for.
 * The sums of all processes and of all restarts live in the database; what a failed flush could not send is sent by the next.
 */
import type { Json } from '#lib/db/database-types';
import { getSupabase, takeData } from '#lib/db/supabase';
import { log } from '#lib/log';
import { addValue, type MetricDelta, mergeDeltas } from '#lib/metrics/metric-deltas';
import type { MetricLabels, MetricName } from '#lib/metrics/recorded-metrics';
import { processWide } from '#lib/process-wide';

const FLUSH_INTERVAL_MS = 3_000;

interface Counters {
  pending: Map<string, MetricDelta>;
  timer: NodeJS.Timeout | null;
  /** Whether this process sends what it counts by itself. */
  isKept: boolean;
}

const counters = () => processWide<Counters>('metric-counters', () => ({ pending: new Map(), timer: null, isKept: false }));

/** Called by web and worker when they start. Scripts that share their code have no installation to count for. */
export function keepMetrics(): void {
  const state = counters();
  state.isKept = true;
  armFlush(state);
}

/** Counts one value (seconds, bytes; 1 for an event). Never throws and never waits. */
export function recordMetric<Name extends MetricName>(name: Name, labels: MetricLabels[Name], value = 1): void {
  const state = counters();
  addValue(state.pending, { name, labels: { ...labels }, value });
  armFlush(state);
}

/** Sends what was counted since the last flush. Never throws: figures must not fail what they count. */
export async function flushMetrics(): Promise<void> {
  const state = counters();
  if (state.timer !== null) clearTimeout(state.timer);
  state.timer = null;
  if (state.pending.size === 0) return;
  const sending = state.pending;
  state.pending = new Map();
  try {
    const lines: Json = [...sending.values()].map((line) => ({ ...line }));
    takeData(await getSupabase().rpc('add_metrics', { p_deltas: lines }), 'store the metrics');
  } catch (error) {
    log.warn({ err: error }, 'metrics could not be stored; they are kept for the next try');
    mergeDeltas(state.pending, sending.values());
    armFlush(state);
  }
}

/** Armed by the first value after a flush: an idle process asks the database nothing. */
function armFlush(state: Counters): void {
  if (!state.isKept || state.pending.size === 0) return;
  state.timer ??= setTimeout(() => void flushMetrics(), FLUSH_INTERVAL_MS).unref();
}
