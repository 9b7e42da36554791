/** Completes a job with its result; false when the attempt is stale, true again when this very result stands already. */
import type { Json } from '#lib/db/database-types';
import { getSupabase, takeData } from '#lib/db/supabase';
import type { AttemptId } from '#lib/jobs/job';

/** Keys are the columns' names. */
export interface JobResultRow {
  s3_bucket: string;
  s3_key: string;
  s3_region: string;
  result_url: string;
  file_size: number;
  poster_key: string;
  poster_url: string;
  output_duration_seconds: number;
  download_ms: number;
  render_ms: number;
  upload_ms: number;
  measured_features: Json;
}

export async function finishJob({ jobId, attempt }: AttemptId, result: JobResultRow): Promise<boolean> {
  const args = { p_job_id: jobId, p_attempt: attempt, p_result: { ...result } };
  return takeData(await getSupabase().rpc('finish_job', args), 'finish the job');
}
