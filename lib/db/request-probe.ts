/** Asks for a look at a medium: the one that holds, or a new one that the caller has to send to the workers. */
import { getSupabase, takeData } from '#lib/db/supabase';
import type { ProbeKind } from '#lib/media/media-findings';

export interface RequestedProbe {
  id: string;
  isNew: boolean;
}

/** `patienceSeconds`: how long a look that has not ended is taken to be under way. */
export async function requestProbe(source: string, kind: ProbeKind, patienceSeconds: number): Promise<RequestedProbe> {
  const args = { p_source: source, p_kind: kind, p_patience_seconds: patienceSeconds };
  const [row] = takeData(await getSupabase().rpc('request_media_probe', args), 'ask for a look at a medium');
  if (row === undefined) throw new Error('request_media_probe returned no row');
  return { id: row.id, isNew: row.is_new };
}
