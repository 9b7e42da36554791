/** For the health check: returns when the queue answers over its own connection in time, throws SERVICE_UNAVAILABLE when it does not. */
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '#lib/errors';
import { LANES } from '#lib/jobs/lanes';
import { getQueue } from '#lib/queue/queue';

const ANSWER_TIMEOUT_MS = 3000;

export async function checkQueue(): Promise<void> {
  const queues = await Promise.race([readQueues(), sleep(ANSWER_TIMEOUT_MS, null, { ref: false })]).catch((error: unknown) => {
    throw new AppError('SERVICE_UNAVAILABLE', { cause: error });
  });
  if (queues?.length !== LANES.length) throw new AppError('SERVICE_UNAVAILABLE', { cause: new Error('the queue did not answer') });
}

async function readQueues(): Promise<unknown[]> {
  const queue = await getQueue();
  return queue.getQueues([...LANES]);
}
