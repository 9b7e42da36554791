/** Records what was downloaded for each element of a job; changes nothing when the attempt is stale. */
import type { Json } from '#lib/db/database-types';
import { getSupabase, takeData } from '#lib/db/supabase';
import type { AttemptId } from '#lib/jobs/job';

/** Keys are those the SQL function record_element_sources reads. */
export interface ElementSourceRow {
  element_id: string;
  size_bytes: number;
  download_ms: number;
  facts: Json;
}

export async function recordElementSources({ jobId, attempt }: AttemptId, sources: ElementSourceRow[]): Promise<void> {
  const args = { p_job_id: jobId, p_attempt: attempt, p_sources: sources.map((source) => ({ ...source })) };
  takeData(await getSupabase().rpc('record_element_sources', args), 'record the sources');
}
