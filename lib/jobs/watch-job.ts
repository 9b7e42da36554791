/**
 * Follows a job: its id in, the job after each change out, until it is final or the signal fires.
 * The database's notification is a hint that saves waiting; polling is the truth.
 */
import { subscribeToJob } from '#lib/db/job-changes';
import { AppError } from '#lib/errors';
import { getJob } from '#lib/jobs/get-job';
import type { Job } from '#lib/jobs/job';
import { Hint } from '#lib/jobs/hint';
import { isFinal } from '#lib/jobs/state';
import { log } from '#lib/log';

const POLL_INTERVAL_MS = 1000;

/**
 * Yields the job as it is, then whenever status, step or progress differ. Ends without an error when `signal` fires.
 * Throws JOB_NOT_FOUND, and SERVICE_UNAVAILABLE when the first read fails; later reads are tried again.
 */
export async function* watchJob(id: string, signal: AbortSignal): AsyncGenerator<Job, void, undefined> {
  const hint = new Hint();
  // Before the first read, so that no change falls between the two.
  const unsubscribe = subscribeToJob(id, () => hint.give());
  try {
    let seen: Job | null = null;
    while (!signal.aborted) {
      const job: Job | null = seen === null ? await getJob(id) : await rereadJob(seen);
      if (job === null) throw new AppError('JOB_NOT_FOUND');
      if (seen === null || hasChanged(seen, job)) yield job;
      if (isFinal(job.status)) return;
      seen = job;
      await hint.wait(POLL_INTERVAL_MS, signal);
    }
  } finally {
    unsubscribe();
  }
}

/** A watcher outlives a restart of the database: a failed read shows the job as it was. */
async function rereadJob(seen: Job): Promise<Job | null> {
  try {
    return await getJob(seen.id);
  } catch (error) {
    log.warn({ err: error, jobId: seen.id }, 'could not read the watched job; trying again');
    return seen;
  }
}

function hasChanged(before: Job, after: Job): boolean {
  return before.status !== after.status || before.step !== after.step || before.progressPercent !== after.progressPercent;
}
