/** The composition of a job as it was posted; of a job from before it was kept, its JSON. Null when there is no such job. */
import { parseJson } from '#lib/db/rows';
import { getSupabase, takeData } from '#lib/db/supabase';

/** `id` must be a UUID. */
export async function findCompositionText(id: string): Promise<string | null> {
  const answer = await getSupabase().from('jobs').select('composition, composition_text').eq('id', id).is('deleted_at', null).limit(1);
  const [row] = takeData(answer, 'read the composition');
  if (row === undefined) return null;
  return row.composition_text ?? JSON.stringify(parseJson(row.composition));
}
