/**
 * The embedded Supabase: `@supabase/lite` on the embedded PostgreSQL, served on 127.0.0.1. In: a port, the database and the one key.
 * Out: an address that supabase-js uses like a hosted project's. Only the REST API of tables and functions is on; every request needs the key.
 */
import { serve } from '@hono/node-server';
import { App } from '@supabase/lite';
import { createPostgresConnection } from '@supabase/lite/postgres';
import pRetry from 'p-retry';
import { within } from '#lib/within';

/** A database that recovers from a crash is there within a second or two. */
const STARTING = { retries: 20, minTimeout: 250, factor: 1 } as const;
/** Warming up takes a tenth of a second. The driver forgets a query whose connection ends at the wrong moment: it is never answered. */
const ATTEMPT_MS = 3_000;

/** PostgreSQL's type numbers (pg_type.oid) of json and jsonb. */
const JSON_OID = 114;
const JSONB_OID = 3802;

/** The driver's and the system's words for a database that is away or just starting; the library answers them like an error of the query. */
const DATABASE_AWAY = /\b(ECONNREFUSED|ECONNRESET|EPIPE|CONNECTION_(CLOSED|ENDED|DESTROYED)|CONNECT_TIMEOUT)\b|terminating connection|the database system is/;

export interface SupabaseOptions {
  port: number;
  databaseUrl: string;
  secretKey: string;
}

/** Serves what the database holds now: functions and tables made later are not seen, so migrate first. Waits a few seconds for a database that is just starting. */
export async function startSupabase(options: SupabaseOptions): Promise<{ close(): Promise<void> }> {
  const { app, connection } = await pRetry(() => openApp(options), STARTING);
  const server = serve({ fetch: async (request) => tellOutage(await app.fetch(request, { peerAddress: null })), port: options.port, hostname: '127.0.0.1' });
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  return {
    close: async () => {
      if ('closeAllConnections' in server) server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await connection.close();
    },
  };
}

async function openApp({ databaseUrl, secretKey }: SupabaseOptions) {
  const connection = createPostgresConnection({
    url: databaseUrl,
    postgresOptions: {
      max: 20,
      onnotice: () => undefined,
      types: { json: passTextThrough(JSON_OID), jsonb: passTextThrough(JSONB_OID) },
    },
  });
  try {
    const app = new App({
      connection,
      auth: { enabled: false, secret_key: secretKey },
      storage: { enabled: false },
      studio: { enabled: false },
      options: { server: { admin: false, disableStudio: true } },
    });
    await within(ATTEMPT_MS, warmUp(app, secretKey));
    return { app, connection };
  } catch (error) {
    // It waits for its queries, of which one may never end.
    void connection.close().catch(() => undefined);
    throw error;
  }
}

async function warmUp(app: App, secretKey: string): Promise<void> {
  await app.init();
  // The library's first query makes it grant all tables to its roles; several first queries at once fail with "tuple concurrently updated".
  const request = new Request('http://127.0.0.1/rest/v1/jobs?select=id&limit=1', { headers: { apikey: secretKey } });
  const answer = await app.fetch(request, { peerAddress: null });
  // It reads the tables' names once, and takes a database that is away for one without any: nobody would find them ever after.
  if (answer.status !== 200) throw new Error(`The database cannot be served: ${answer.status} ${await answer.text()}`);
  await answer.body?.cancel();
}

/** As PostgREST says it: 503 with a code of its own. */
async function tellOutage(response: Response): Promise<Response> {
  if (response.status !== 500) return response;
  const text = await response.text();
  if (!DATABASE_AWAY.test(text)) return new Response(text, { status: response.status, headers: response.headers });
  return Response.json({ code: 'PGRST001', message: 'The database does not answer', details: null, hint: null }, { status: 503 });
}

/** Arguments of functions come to the driver as JSON text already; its own serializer would make a JSON string of that text. */
function passTextThrough(oid: number) {
  return {
    to: oid,
    from: [oid],
    serialize: (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)),
    parse: (text: string): unknown => JSON.parse(text),
  };
}
