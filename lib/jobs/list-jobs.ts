/** A page of the library: the query in; its jobs, and where the next page begins, out. */
import { type JobListQuery, listJobRows } from '#lib/db/list-job-rows';
import type { Job } from '#lib/jobs/job';

export interface JobPage {
  jobs: Job[];
  /** The `before` of the next page; null when this is the last. */
  nextBefore: string | null;
}

export async function listJobs(query: JobListQuery): Promise<JobPage> {
  // One more than asked for tells whether anything follows.
  const found = await listJobRows({ ...query, limit: query.limit + 1 });
  const jobs = found.slice(0, query.limit);
  return { jobs, nextBefore: found.length > query.limit ? (jobs.at(-1)?.id ?? null) : null };
}
