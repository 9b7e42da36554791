/** Reads the figures of the whole installation from Postgres, this process' latest requests with them. */
import { getSupabase, takeData } from '#lib/db/supabase';
import type { ServiceMetrics } from '#lib/metrics/present-metrics';
import { flushRequestMetrics } from '#lib/metrics/request-metrics';

/** Throws AppError SERVICE_UNAVAILABLE when the database does not answer. */
export async function getServiceMetrics(): Promise<ServiceMetrics> {
  await flushRequestMetrics();
  const answer = takeData(await getSupabase().rpc('service_metrics', {}), 'read the metrics');
  // Some drivers answer jsonb as its text. The shape is the function's own (20261122100000_request_metrics.sql).
  return (typeof answer === 'string' ? JSON.parse(answer) : answer) as ServiceMetrics;
}
