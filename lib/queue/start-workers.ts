/**
 * Takes jobs from both lanes: a handler in, jobs delivered to it by id, until `stopFetching` is called.
 * A NOTIFY starts a new job at once; retries and backlogs are not notified, so polling stays short.
 */
import type { Job as QueueJob, PgBoss } from 'pg-boss';
import type { Lane } from '#lib/jobs/job';
import { LANES } from '#lib/jobs/lanes';
import { openQueue } from '#lib/queue/queue';

/** pg-boss's minimum. */
const POLL_SECONDS = 0.5;
/** Within the queue's 10 s of patience four refreshes may be missed. */
const HEARTBEAT_REFRESH_SECONDS = 2;

/**
 * - `done`: the queue forgets the job.
 * - `retry`: it is delivered again after a pause that grows.
 * - `handed_back`: it is delivered again at once, to whoever is first.
 */
export type Delivery = 'done' | 'retry' | 'handed_back';

/** Rejecting means `retry`. That the queue took the job away meanwhile is not told: the job's own row says so. */
export type JobHandler = (jobId: string) => Promise<Delivery>;

export interface QueueWorkers {
  /** No further job is fetched; those in work go on. */
  stopFetching(): Promise<void>;
}

export async function startWorkers(slots: Record<Lane, number>, handler: JobHandler): Promise<QueueWorkers> {
  const queue = await openQueue({ isWorker: true });
  const options = {
    pollingIntervalSeconds: POLL_SECONDS,
    notifyPollingIntervalSeconds: POLL_SECONDS,
    heartbeatRefreshSeconds: HEARTBEAT_REFRESH_SECONDS,
  };
  for (const lane of LANES) {
    await queue.work(lane, { ...options, localConcurrency: slots[lane] }, async (jobs: QueueJob<object>[]) => {
      for (const job of jobs) await deliver(queue, job, handler);
    });
  }
  return {
    stopFetching: async () => {
      await Promise.all(LANES.map((lane) => queue.offWork(lane, { wait: false })));
    },
  };
}

async function deliver(queue: PgBoss, job: QueueJob<object>, handler: JobHandler): Promise<void> {
  const delivery = await handler(job.id);
  if (delivery === 'retry') throw new Error('the attempt failed and is to be repeated');
  if (delivery === 'handed_back') {
    await queue.fail(job.name, job);
    await queue.update(job.name, undefined, { id: job.id, startAfter: 0 });
  }
}
