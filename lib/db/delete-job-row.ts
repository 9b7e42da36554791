/** Takes a final job out of the library and empties its row. */
import { getSupabase, takeData } from '#lib/db/supabase';

export type DeleteOutcome = 'deleted' | 'running' | 'not_found';

/** `id` must be a UUID. */
export async function deleteJobRow(id: string): Promise<DeleteOutcome> {
  const outcome = takeData(await getSupabase().rpc('delete_job', { p_job_id: id }), 'delete the job');
  return outcome === 'deleted' || outcome === 'running' ? outcome : 'not_found';
}
