/** Hands a look at a medium to the workers, under its own id. */
import { getQueue, PROBE_QUEUE } from '#lib/queue/queue';

export async function sendProbe(id: string): Promise<void> {
  const queue = await getQueue();
  await queue.send(PROBE_QUEUE, null, { id });
}
