/** Asks the database for nothing: returns when it answers, throws SERVICE_UNAVAILABLE or INTERNAL_ERROR when it does not. */
import { getSupabase, takeData } from '#lib/db/supabase';

export async function checkDatabase(): Promise<void> {
  takeData(await getSupabase().from('jobs').select('id').limit(1), 'answer');
}
