/** The expected wait of a new job in each lane: the unfinished work of the lane, shared by the slots of the living workers. */
import { getConfig } from '#lib/config';
import { readQueueLoad } from '#lib/db/read-queue-load';
import { expectedWaitSeconds, splitSlots } from '#lib/jobs/lanes';
import { countSlots } from '#lib/queue/count-slots';
import { within } from '#lib/within';

export interface QueueLoad {
  quickWaitSeconds: number;
  longWaitSeconds: number;
}

/** Somebody waits for the answer. */
const SLOTS_MS = 1_000;

const NO_SLOTS = { quick: 0, long: 0 };

export async function getQueueLoad(): Promise<QueueLoad> {
  const [load, slots] = await Promise.all([readQueueLoad(), within(SLOTS_MS, countSlots()).catch(() => NO_SLOTS)]);
  // Workers report themselves a few seconds after their start; until then, and while the queue does not answer, one like this process is assumed.
  const ofOneWorker = splitSlots(getConfig().jobs.concurrentMax);
  return {
    quickWaitSeconds: expectedWaitSeconds(load.quick, slots.quick || ofOneWorker.quick),
    longWaitSeconds: expectedWaitSeconds(load.long, slots.long || ofOneWorker.long),
  };
}
