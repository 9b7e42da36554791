/** Ends a look at a medium with what was found, or with why nothing was; false when another look has taken its place. */
import type { Json } from '#lib/db/database-types';
import { getSupabase, takeData } from '#lib/db/supabase';
import type { AppError } from '#lib/errors';
import type { MediaFindings } from '#lib/media/media-findings';

export async function finishProbe(id: string, outcome: MediaFindings | AppError, freshSeconds: number): Promise<boolean> {
  const args =
    outcome instanceof Error
      ? { p_findings: null, p_error_code: outcome.code, p_error_message: outcome.message }
      : { p_findings: outcome as unknown as Json, p_error_code: null, p_error_message: null };
  return takeData(await getSupabase().rpc('finish_media_probe', { p_id: id, ...args, p_fresh_seconds: freshSeconds }), 'end the look at a medium');
}
