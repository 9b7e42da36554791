/**
 * A worker: takes jobs from the queue and runs them, until it is stopped. In: configuration. Out: the running worker.
 * A stop is graceful: short jobs finish, the others are handed back for another worker to take at once.
 */
import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '#lib/config';
import { recordStorageOperation } from '#lib/db/record-storage-operation';
import { splitSlots } from '#lib/jobs/lanes';
import { log } from '#lib/log';
import { flushMetrics, keepMetrics } from '#lib/metrics/record-metric';
import { closeQueue } from '#lib/queue/queue';
import { startWorkers, type Delivery } from '#lib/queue/start-workers';
import { createStorage } from '#lib/storage/storage';
import { AttemptStopped } from '#worker/attempt-stopped';
import type { WorkerContext } from '#worker/job-context';
import { runProbe } from '#worker/probe/run-probe';
import { runJob } from '#worker/run-job';
import { startSweeps } from '#worker/sweeps';

/**
 * To finish what is nearly done, then to kill FFmpeg and hand back; with the queue's second to close, below the 5 s after which
 * the supervisor kills.
 */
const FINISH_MS = 2_000;
const HAND_BACK_MS = 1_500;

export interface RunningWorker {
  id: string;
  /** Resolves when every job is finished or handed back and the queue is closed. */
  stop(): Promise<void>;
}

/** Throws when the queue cannot be opened or the folder for temporary files not be made. */
export async function startWorker(config: Config): Promise<RunningWorker> {
  const stopping = new AbortController();
  const worker: WorkerContext = {
    id: `${hostname()}:${process.pid}:${randomBytes(4).toString('hex')}`,
    config,
    storage: createStorage(config.storage, recordStorageOperation),
    stopping: stopping.signal,
  };
  await mkdir(config.temp.path, { recursive: true });
  keepMetrics();
  const running = new Set<Promise<Delivery>>();
  let isStopping = false;
  const handle = async (jobId: string): Promise<Delivery> => {
    // Fetched while the worker was told to stop.
    if (isStopping) return 'handed_back';
    const run = runJob(worker, jobId);
    running.add(run);
    return run.finally(() => running.delete(run));
  };
  const queue = await startWorkers(splitSlots(config.jobs.concurrentMax), handle, (probeId) => runProbe(worker, probeId));
  const endSweeps = await startSweeps(worker);
  log.info({ workerId: worker.id }, 'worker started');
  return {
    id: worker.id,
    stop: async () => {
      isStopping = true;
      endSweeps();
      await queue.stopFetching();
      await settledWithin(running, FINISH_MS);
      stopping.abort(new AttemptStopped('stopping'));
      await settledWithin(running, HAND_BACK_MS);
      // At once: metrics that wait for a database that is away must not keep jobs from being given back.
      await Promise.all([flushMetrics(), closeQueue()]);
      log.info({ workerId: worker.id }, 'worker stopped');
    },
  };
}

async function settledWithin(running: ReadonlySet<Promise<unknown>>, timeoutMs: number): Promise<void> {
  await Promise.race([Promise.allSettled(running), sleep(timeoutMs, null, { ref: false })]);
}
