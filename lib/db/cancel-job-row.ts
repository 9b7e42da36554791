/** Cancels a job that is not final; false when there was nothing to cancel. */
import { getSupabase, takeData } from '#lib/db/supabase';

export async function cancelJobRow(jobId: string): Promise<boolean> {
  return takeData(await getSupabase().rpc('cancel_job', { p_job_id: jobId }), 'cancel the job');
}
