/**
 * The one client of the database's REST door: configuration in, a typed supabase-js client out, and its answers as values or AppErrors.
 * Uses the service role, so it runs on the server only.
 */
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { getConfig } from '#lib/config';
import type { Database } from '#lib/db/database-types';
import { AppError } from '#lib/errors';
import { processWide } from '#lib/process-wide';

/** A query takes milliseconds; one that takes this long will not come back. Reads of jobs may wait for one of others: with up to 200 of them nobody waits longer than twice this. */
const REQUEST_TIMEOUT_MS = 6_000;

export type Supabase = SupabaseClient<Database>;

/** The client of this process. */
export function getSupabase(): Supabase {
  return processWide('supabase', () => {
    const { supabaseUrl, supabaseServiceRoleKey } = getConfig().database;
    return createClient<Database>(supabaseUrl, supabaseServiceRoleKey, {
      auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
      // Who asked decides whether to ask again: the client's own four tries would keep people waiting for a minute.
      db: { retry: false },
      global: { fetch: fetchInTime },
    });
  });
}

const fetchInTime: typeof fetch = (input, init) => {
  const timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
  const signal = init?.signal ? AbortSignal.any([init.signal, timeout]) : timeout;
  // A row is never to be answered from a cache; Next's fetch would otherwise be free to.
  return fetch(input, { ...init, signal, cache: 'no-store' });
};

/** What supabase-js answers, as far as it matters here; it reports errors as values. */
interface Answer<Data> {
  data: Data | null;
  error: { message: string; code?: string } | null;
  status: number;
}

/**
 * The data of an answer. Throws SERVICE_UNAVAILABLE when the database cannot be reached, INTERNAL_ERROR otherwise;
 * `action` names the query in the log ("finish the job").
 */
export function takeData<Data>(answer: Answer<Data>, action: string): Data {
  if (answer.error === null) return answer.data as Data;
  const code = isUnavailable(answer) ? 'SERVICE_UNAVAILABLE' : 'INTERNAL_ERROR';
  throw new AppError(code, { cause: new Error(`The database could not ${action}: ${answer.error.message}`, { cause: answer.error }) });
}

/**
 * No HTTP answer at all (status 0), a gateway's, PostgREST without its database (PGRST00x), or one of PostgreSQL's
 * classes for a lost connection (08), missing resources (53) and a server that starts or stops (57P).
 */
function isUnavailable({ status, error }: Answer<unknown>): boolean {
  return status === 0 || (status >= 502 && status <= 504) || /^(PGRST00|08|53|57P|ECONN|CONNECTION_)/.test(error?.code ?? '');
}
