/** One job by its id; null when there is none, or none any more. */
import { BatchedReads } from '#lib/db/batched-reads';
import { JOB_COLUMNS, toJob, type JobColumns } from '#lib/db/rows';
import { getSupabase, takeData } from '#lib/db/supabase';
import type { Job } from '#lib/jobs/job';
import { processWide } from '#lib/process-wide';

/** `id` must be a UUID: the column's type refuses anything else with an error. */
export function findJob(id: string): Promise<Job | null> {
  return processWide('job-reads', () => new BatchedReads(readJobs)).read(id.toLowerCase());
}

async function readJobs(ids: readonly string[]): Promise<Map<string, Job>> {
  const query = getSupabase().from('jobs').select(JOB_COLUMNS.join(',')).in('id', ids).is('deleted_at', null);
  const rows = takeData(await query.overrideTypes<JobColumns[], { merge: false }>(), 'read the jobs');
  return new Map(rows.map((row) => [row.id, toJob(row)]));
}
