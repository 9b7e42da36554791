/**
 * What a worker does from time to time, beside its jobs: it enqueues again what the queue has lost, and removes what the dead have
 * left on the disk. Every worker does so; doing it twice changes nothing.
 */
import { log } from '#lib/log';
import { findLostJobs } from '#lib/queue/find-lost-jobs';
import { sendJob } from '#lib/queue/send-job';
import type { WorkerContext } from '#worker/job-context';
import { sweepProbeFolders } from '#worker/probe/probe-folders';
import { sweepTempFolders } from '#worker/temp-folders';

const LOST_JOBS_INTERVAL_MS = 5_000;
const TEMP_FOLDERS_INTERVAL_MS = 60_000;

/** Sweeps at once and then at intervals. Returns the function that ends it. */
export async function startSweeps(worker: WorkerContext): Promise<() => void> {
  const resend = (): Promise<void> => guarded('enqueue lost jobs', resendLostJobs);
  const clean = (): Promise<void> => guarded('remove dead temporary folders', async () => {
    await sweepTempFolders(worker);
    await sweepProbeFolders(worker.config.temp.path);
  });
  await Promise.all([resend(), clean()]);
  const timers = [setInterval(() => void resend(), LOST_JOBS_INTERVAL_MS), setInterval(() => void clean(), TEMP_FOLDERS_INTERVAL_MS)];
  return () => timers.forEach((timer) => clearInterval(timer));
}

async function resendLostJobs(): Promise<void> {
  for (const job of await findLostJobs()) {
    log.warn({ jobId: job.id }, 'the queue has no entry for a job that is not final; enqueuing it again');
    await sendJob(job);
  }
}

async function guarded(name: string, sweep: () => Promise<void>): Promise<void> {
  try {
    await sweep();
  } catch (error) {
    log.warn({ err: error }, `could not ${name}`);
  }
}
