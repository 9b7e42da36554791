/**
 * Takes jobs from both lanes, and looks at media beside them: handlers in, jobs and looks delivered to them by id, until `stopFetching` is called.
 * A NOTIFY starts a new job at once; retries and backlogs are not notified, so polling stays short.
 */
import type { Job as QueueJob, PgBoss } from 'pg-boss';
import type { Lane } from '#lib/jobs/job';
import { LANES } from '#lib/jobs/lanes';
import { openQueue, PROBE_QUEUE } from '#lib/queue/queue';

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

/** Looks are short: few at a time leave the cores to the renders, and nobody waits long. */
const PROBES_AT_ONCE = 2;

/** Rejecting means that the look is tried once more. */
export type ProbeHandler = (probeId: string) => Promise<void>;

export interface QueueWorkers {
  /** No further job is fetched; those in work go on. */
  stopFetching(): Promise<void>;
}

export async function startWorkers(slots: Record<Lane, number>, handler: JobHandler, probe: ProbeHandler): Promise<QueueWorkers> {
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
  await queue.work(PROBE_QUEUE, { ...options, localConcurrency: PROBES_AT_ONCE }, async (looks: QueueJob<object>[]) => {
    for (const look of looks) await probe(look.id);
  });
  return {
    stopFetching: async () => {
      await Promise.all([...LANES, PROBE_QUEUE].map((lane) => queue.offWork(lane, { wait: false })));
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
