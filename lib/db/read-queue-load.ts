/** The unfinished work of each lane. */
import { getSupabase, takeData } from '#lib/db/supabase';
import type { Lane } from '#lib/jobs/job';

export interface LaneLoad {
  /** Jobs queued and running. */
  jobCount: number;
  /** Seconds of work left, by the jobs' estimates. */
  workSeconds: number;
}

export async function readQueueLoad(): Promise<Record<Lane, LaneLoad>> {
  const rows = takeData(await getSupabase().rpc('queue_load', {}), 'read the load of the queue');
  const toLoad = (lane: Lane): LaneLoad => {
    const row = rows.find((candidate) => candidate.lane === lane);
    return { jobCount: Number(row?.job_count ?? 0), workSeconds: Number(row?.work_seconds ?? 0) };
  };
  return { quick: toLoad('quick'), long: toLoad('long') };
}
