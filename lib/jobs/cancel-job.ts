/**
 * Cancels a job: final at once in the database. Its queue entry is left alone, as a worker that fetches it finds nothing to do;
 * a worker that is at it finds out within a second, by its fence.
 */
import { cancelJobRow } from '#lib/db/cancel-job-row';
import { getJob } from '#lib/jobs/get-job';
import type { Job } from '#lib/jobs/job';
import { isJobId } from '#lib/jobs/job-id';

export interface CancelResult {
  outcome: 'cancelled' | 'already_final' | 'not_found';
  job: Job | null;
}

export async function cancelJob(id: string): Promise<CancelResult> {
  const isCancelled = isJobId(id) && (await cancelJobRow(id));
  const job = await getJob(id);
  if (job === null) return { outcome: 'not_found', job };
  return { outcome: isCancelled ? 'cancelled' : 'already_final', job };
}
