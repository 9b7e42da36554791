/** One job by its id; null when there is none, or none any more. */
import { toJob } from '#lib/db/rows';
import { getSupabase, takeData } from '#lib/db/supabase';
import type { Job } from '#lib/jobs/job';

/** `id` must be a UUID: the column's type refuses anything else with an error. */
export async function findJob(id: string): Promise<Job | null> {
  const [row] = takeData(await getSupabase().from('jobs').select('*').eq('id', id).is('deleted_at', null).limit(1), 'read the job');
  return row === undefined ? null : toJob(row);
}
