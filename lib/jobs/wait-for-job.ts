/** Waits for a job: the job when it is final, or as it is when the time is over or the signal fires. */
import { AppError } from '#lib/errors';
import { getJob } from '#lib/jobs/get-job';
import type { Job } from '#lib/jobs/job';
import { isFinal } from '#lib/jobs/state';
import { watchJob } from '#lib/jobs/watch-job';

export interface WaitOptions {
  timeoutMs: number;
  signal: AbortSignal;
}

/** Throws JOB_NOT_FOUND for an unknown job. */
export async function waitForJob(id: string, { timeoutMs, signal }: WaitOptions): Promise<Job> {
  const over = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
  for await (const job of watchJob(id, over)) if (isFinal(job.status)) return job;
  const job = await getJob(id);
  if (job === null) throw new AppError('JOB_NOT_FOUND');
  return job;
}
