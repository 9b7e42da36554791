/** Records how far an attempt is, never backwards; false when the attempt is no longer the job's current one. */
import { getSupabase, takeData } from '#lib/db/supabase';
import type { AttemptId } from '#lib/jobs/job';
import type { ProcessingStep } from '#lib/jobs/state';

export async function recordProgress({ jobId, attempt }: AttemptId, step: ProcessingStep, percent: number): Promise<boolean> {
  const args = { p_job_id: jobId, p_attempt: attempt, p_step: step, p_percent: percent };
  return takeData(await getSupabase().rpc('record_progress', args), 'record the progress');
}
