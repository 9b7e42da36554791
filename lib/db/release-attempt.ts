/** Hands a job back for another attempt; false when the attempt is stale. `isCounted` says whether it failed. */
import { getSupabase, takeData } from '#lib/db/supabase';
import type { AttemptId } from '#lib/jobs/job';

export async function releaseAttempt({ jobId, attempt }: AttemptId, isCounted: boolean): Promise<boolean> {
  const args = { p_job_id: jobId, p_attempt: attempt, p_is_counted: isCounted };
  return takeData(await getSupabase().rpc('release_attempt', args), 'hand the job back');
}
