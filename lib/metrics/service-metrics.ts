/** The figures of the whole installation: nothing in, what Postgres knows out, this process' latest with it. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { StorageOperationRow } from '#lib/db/database-types';
import { getSupabase, takeData } from '#lib/db/supabase';
import type { JobStatus } from '#lib/jobs/state';
import { flushMetrics } from '#lib/metrics/record-metric';

const FLUSH_MS_MAX = 2_000;

/** A line of `metric_series`. */
export interface MetricSeries {
  name: string;
  labels: Record<string, string>;
  value_count: number;
  total: number;
  min_value: number;
  max_value: number;
  buckets: Record<string, number>;
}

/** What the database function `service_metrics` returns; figures of which there are none are absent lines. */
export interface ServiceMetrics {
  series: MetricSeries[];
  jobs: Array<{ status: JobStatus; lane: string; response_type: 'immediate' | 'async'; job_count: number; attempt_count: number; retry_count: number }>;
  /** Of the jobs that wait, by lane. */
  queue: Array<{ lane: string; job_count: number; oldest_seconds: number }>;
  storage: Array<{ operation: StorageOperationRow['operation']; success: boolean; operation_count: number; total_seconds: number }>;
  /** As seen within the last minute. */
  temp_folders: Array<{ host: string; path: string; used_bytes: number; free_bytes: number }>;
  average_processing_seconds: number | null;
}

/** Throws AppError SERVICE_UNAVAILABLE when the database does not answer. */
export async function getServiceMetrics(): Promise<ServiceMetrics> {
  // What this process has counted last; a database that does not take it in time is asked all the same, and then says so.
  await Promise.race([flushMetrics(), sleep(FLUSH_MS_MAX, undefined, { ref: false })]);
  const answer = takeData(await getSupabase().rpc('service_metrics', {}), 'read the metrics');
  // Some drivers answer jsonb as its text. The shape is the function's own (20261125090000_metric_series.sql).
  return (typeof answer === 'string' ? JSON.parse(answer) : answer) as ServiceMetrics;
}
