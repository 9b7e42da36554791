/** What the estimator learns from: the latest completed jobs, newest first, with their features and seconds. */
import { parseJson } from '#lib/db/rows';
import { getSupabase, takeData } from '#lib/db/supabase';

export async function listEstimateSamples(limit: number): Promise<Array<{ features: unknown; seconds: number }>> {
  const rows = takeData(await getSupabase().rpc('estimate_samples', { p_limit: limit }), 'list the finished jobs');
  return rows.map(({ features, seconds }) => ({ features: parseJson(features), seconds: Number(seconds) }));
}
