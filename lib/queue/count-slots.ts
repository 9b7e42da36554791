/** How many jobs the living workers can take at once, by lane; 0 while none has reported itself. */
import type { Lane } from '#lib/jobs/job';
import { getQueue } from '#lib/queue/queue';

export async function countSlots(): Promise<Record<Lane, number>> {
  const instances = await (await getQueue()).getInstances();
  const workers = instances.filter((instance) => instance.live).flatMap((instance) => instance.workers);
  const inLane = (lane: Lane): number =>
    workers.filter((worker) => worker.queue === lane).reduce((sum, worker) => sum + worker.localConcurrency, 0);
  return { quick: inLane('quick'), long: inLane('long') };
}
