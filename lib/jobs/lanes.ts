/**
 * The two lanes of the queue and how a worker's slots are split between them. Pure.
 * The split is fixed, so that any number of long jobs leaves slots in which a quick job starts at once; the price is that a
 * worker with long jobs only uses half of its slots.
 */
import type { Lane } from '#lib/jobs/job';

export const LANES = ['quick', 'long'] as const satisfies readonly Lane[];

/** Slots by lane for MAX_CONCURRENT_JOBS = `concurrentMax`: the larger half is for quick jobs; each lane has at least one. */
export function splitSlots(concurrentMax: number): Record<Lane, number> {
  return { quick: Math.ceil(concurrentMax / 2), long: Math.max(1, Math.floor(concurrentMax / 2)) };
}

/** Seconds until a slot is free for one more job: none while there is one, else the work left, shared by the slots. */
export function expectedWaitSeconds(load: { jobCount: number; workSeconds: number }, slots: number): number {
  return load.jobCount < slots ? 0 : load.workSeconds / slots;
}
