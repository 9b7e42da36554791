/** Ends a job without a result; false when the attempt is stale. */
import type { Json } from '#lib/db/database-types';
import { getSupabase, takeData } from '#lib/db/supabase';
import type { AppError } from '#lib/errors';
import type { AttemptId } from '#lib/jobs/job';

export async function failJob({ jobId, attempt }: AttemptId, status: 'failed' | 'timeout', error: AppError): Promise<boolean> {
  const args = {
    p_job_id: jobId,
    p_attempt: attempt,
    p_status: status,
    p_code: error.code,
    p_message: error.message,
    p_details: error.details as Json,
  };
  return takeData(await getSupabase().rpc('fail_job', args), 'fail the job');
}
