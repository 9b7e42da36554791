/** One job by its id; null when there is none, as for an id that is no UUID. */
import { findJob } from '#lib/db/find-job';
import type { Job } from '#lib/jobs/job';
import { isJobId } from '#lib/jobs/job-id';

export async function getJob(id: string): Promise<Job | null> {
  return isJobId(id) ? findJob(id) : null;
}
