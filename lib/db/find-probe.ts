/** One look at a medium by its id; null when another has taken its place. */
import { parseJson } from '#lib/db/rows';
import { getSupabase, takeData } from '#lib/db/supabase';
import { isErrorCode } from '#lib/error-codes';
import type { MediaFindings, ProbeKind } from '#lib/media/media-findings';
import type { MediaProbe } from '#lib/media/media-probe';

/** `id` must be a UUID. */
export async function findProbe(id: string): Promise<MediaProbe | null> {
  const answer = await getSupabase().from('media_probes').select('*').eq('id', id).limit(1);
  const [row] = takeData(answer, 'read the look at a medium');
  if (row === undefined) return null;
  const base = { id: row.id, source: row.source, kind: row.kind as ProbeKind };
  if (row.state === 'pending') return { ...base, state: 'pending' };
  if (row.state === 'ready') return { ...base, state: 'ready', findings: parseJson(row.findings) as unknown as MediaFindings };
  return { ...base, state: 'failed', code: isErrorCode(row.error_code) ? row.error_code : 'INTERNAL_ERROR', message: row.error_message ?? '' };
}
