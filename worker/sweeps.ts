/**
 * What a worker does from time to time, beside its jobs: it enqueues again what the queue has lost, removes what the dead have
 * left on the disk, and reports the space there and that it is alive. Every worker does so; doing it twice changes nothing.
 */
import { writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { reportTempFolder } from '#lib/db/report-temp-folder';
import { log } from '#lib/log';
import { findLostJobs } from '#lib/queue/find-lost-jobs';
import { sendJob } from '#lib/queue/send-job';
import type { WorkerContext } from '#worker/job-context';
import { measureTempSpace } from '#worker/measure-temp-space';
import { sweepProbeFolders } from '#worker/probe/probe-folders';
import { sweepTempFolders } from '#worker/temp-folders';

const LOST_JOBS_INTERVAL_MS = 5_000;
const TEMP_FOLDERS_INTERVAL_MS = 20_000;
const TEMP_SPACE_INTERVAL_MS = 15_000;
/** deploy/health-check.mjs misses three. */
const ALIVE_INTERVAL_MS = 10_000;

/** Sweeps at once and then at intervals. Returns the function that ends it. */
export async function startSweeps(worker: WorkerContext): Promise<() => void> {
  const resend = (): Promise<void> => guarded('enqueue lost jobs', resendLostJobs);
  const clean = (): Promise<void> => guarded('remove dead temporary folders', async () => {
    await sweepTempFolders(worker);
    await sweepProbeFolders(worker.config.temp.path);
  });
  const { path } = worker.config.temp;
  const report = (): Promise<void> => guarded('report the temporary space', async () => reportTempFolder({ host: hostname(), path, ...(await measureTempSpace(path)) }));
  const touch = (): Promise<void> => guarded('say that it is alive', () => touchAliveFile(worker.config.aliveFile));
  await Promise.all([resend(), clean(), report(), touch()]);
  const timers = [
    setInterval(() => void resend(), LOST_JOBS_INTERVAL_MS),
    setInterval(() => void clean(), TEMP_FOLDERS_INTERVAL_MS),
    setInterval(() => void report(), TEMP_SPACE_INTERVAL_MS),
    setInterval(() => void touch(), ALIVE_INTERVAL_MS),
  ];
  return () => timers.forEach((timer) => clearInterval(timer));
}

async function resendLostJobs(): Promise<void> {
  for (const job of await findLostJobs()) {
    log.warn({ jobId: job.id }, 'the queue has no entry for a job that is not final; enqueuing it again');
    await sendJob(job);
  }
}

async function touchAliveFile(path: string | null): Promise<void> {
  if (path !== null) await writeFile(path, '');
}

async function guarded(name: string, sweep: () => Promise<void>): Promise<void> {
  try {
    await sweep();
  } catch (error) {
    log.warn({ err: error }, `could not ${name}`);
  }
}
