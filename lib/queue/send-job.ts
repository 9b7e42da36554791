/** Enqueues a job in its lane under its own id, so that sending it twice enqueues it once. */
import type { Lane } from '#lib/jobs/job';
import { getQueue } from '#lib/queue/queue';

export async function sendJob({ id, lane }: { id: string; lane: Lane }): Promise<void> {
  const queue = await getQueue();
  await queue.send(lane, null, { id });
}
