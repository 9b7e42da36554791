/** A page of the library: what is wanted in, jobs out, newest first. */
import { toJob } from '#lib/db/rows';
import { getSupabase, takeData } from '#lib/db/supabase';
import type { Job } from '#lib/jobs/job';
import type { JobStatus } from '#lib/jobs/state';

export interface JobListQuery {
  /** Null: all. */
  statuses: readonly JobStatus[] | null;
  /** In the title, or at the start of the id; null: any. */
  text: string | null;
  /** The id of the job after which the page begins; null: the newest. */
  before: string | null;
  limit: number;
}

/** `before` must be a UUID; after one that is unknown there is nothing. */
export async function listJobRows({ statuses, text, before, limit }: JobListQuery): Promise<Job[]> {
  const args = { p_statuses: statuses?.join(',') ?? null, p_query: text, p_before: before, p_limit: limit };
  const rows = takeData(await getSupabase().rpc('list_jobs', args), 'list the jobs');
  return rows.map(toJob);
}
