/**
 * Jobs that are not final and that no entry of the queue stands for: never enqueued (the web died between the row and the
 * queue), or their entry is gone. Their leftover final entries are removed, so that they can be sent again under the same id.
 */
import type { Lane } from '#lib/jobs/job';
import { getQueue } from '#lib/queue/queue';

/** The web needs milliseconds from the row to the queue. */
const GRACE_SECONDS = 5;
const JOBS_PER_SWEEP = 500;

/** One statement over our table and pg-boss's own; its states are ordered, and live ones come before `completed`. */
const FIND_LOST_JOBS = `
  with lost as (
    select j.id, j.lane from public.jobs j
    where j.status in ('pending', 'processing') and j.created_at < now() - make_interval(secs => ${GRACE_SECONDS})
      and not exists (select from pgboss.job q where q.name = j.lane and q.id = j.id and q.state < 'completed')
    order by j.created_at limit ${JOBS_PER_SWEEP}
  ), leftovers as (
    delete from pgboss.job q using lost where q.name = lost.lane and q.id = lost.id and q.state >= 'completed'
  )
  select id, lane from lost`;

export async function findLostJobs(): Promise<{ id: string; lane: Lane }[]> {
  const queue = await getQueue();
  const { rows } = await queue.getDb().executeSql(FIND_LOST_JOBS);
  return rows.map((row: { id: string; lane: Lane }) => ({ id: row.id, lane: row.lane }));
}
