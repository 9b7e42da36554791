/**
 * Counts requests in memory and sends what is new to Postgres every few seconds: one finished request in, nothing to wait for.
 * The sums of all web processes and of all restarts live in the database; what a failed flush could not send is sent by the next.
 */
import { getSupabase, takeData } from '#lib/db/supabase';
import { log } from '#lib/log';
import { addRequest, type FinishedRequest, mergeDeltas, type RequestDelta } from '#lib/metrics/request-deltas';
import { processWide } from '#lib/process-wide';

const FLUSH_INTERVAL_MS = 3_000;

interface RequestCounters {
  pending: Map<string, RequestDelta>;
  timer: NodeJS.Timeout | null;
}

const counters = () => processWide<RequestCounters>('request-counters', () => ({ pending: new Map(), timer: null }));

/** Counts one answered request. Never throws and never waits. */
export function countRequest(request: FinishedRequest): void {
  const state = counters();
  addRequest(state.pending, request);
  // Armed by the first request after a flush: an idle process asks the database nothing.
  state.timer ??= setTimeout(() => void flushRequestMetrics(), FLUSH_INTERVAL_MS).unref();
}

/** Sends what was counted since the last flush. Never throws: figures must not fail what they count. */
export async function flushRequestMetrics(): Promise<void> {
  const state = counters();
  if (state.timer !== null) clearTimeout(state.timer);
  state.timer = null;
  if (state.pending.size === 0) return;
  const sending = state.pending;
  state.pending = new Map();
  try {
    const lines = [...sending.values()].map((line) => ({ ...line }));
    takeData(await getSupabase().rpc('add_request_metrics', { p_deltas: lines }), 'store the request metrics');
  } catch (error) {
    log.warn({ err: error }, 'request metrics could not be stored; they are kept for the next try');
    mergeDeltas(state.pending, sending.values());
    state.timer ??= setTimeout(() => void flushRequestMetrics(), FLUSH_INTERVAL_MS).unref();
  }
}
