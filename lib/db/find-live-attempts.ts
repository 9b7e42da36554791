/** Which of the given jobs are running, and which attempt each of them runs. */
import { getSupabase, takeData } from '#lib/db/supabase';

/** Ids per query: they travel in the URL. */
const IDS_PER_QUERY = 100;

/** The current attempt by job id; jobs that are unknown, queued or final are absent. `jobIds` must be UUIDs. */
export async function findLiveAttempts(jobIds: readonly string[]): Promise<Map<string, number>> {
  const attempts = new Map<string, number>();
  for (let start = 0; start < jobIds.length; start += IDS_PER_QUERY) {
    const ids = jobIds.slice(start, start + IDS_PER_QUERY);
    const answer = await getSupabase().from('jobs').select('id, attempt').in('id', ids).eq('status', 'processing');
    for (const row of takeData(answer, 'read the running attempts')) attempts.set(row.id, Number(row.attempt));
  }
  return attempts;
}
