/** Begins an attempt at a job: the job with its new attempt number, or null when it is final (or was given up just now). */
import { parseJson, toJob } from '#lib/db/rows';
import { getSupabase, takeData } from '#lib/db/supabase';
import type { StartedJob } from '#lib/jobs/job';

export async function startAttempt(jobId: string, workerId: string, attemptsMax: number): Promise<StartedJob | null> {
  const args = { p_job_id: jobId, p_worker_id: workerId, p_attempts_max: attemptsMax };
  const [row] = takeData(await getSupabase().rpc('start_attempt', args), 'start the attempt');
  return row === undefined ? null : { ...toJob(row), composition: parseJson(row.composition) as unknown as StartedJob['composition'] };
}
