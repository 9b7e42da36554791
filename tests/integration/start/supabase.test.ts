/** The embedded Supabase through the real supabase-js: keys are checked, json stays json. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseFreePort } from '#lib/embedded/free-port';
import { startPostgres, type RunningPostgres } from '#lib/embedded/postgres';
import { startSupabase } from '#lib/embedded/supabase';

const SECRET_KEY = 'sb_secret_of_this_test';

let directory: string;
let port: number;
let server: RunningPostgres;
let supabase: { close(): Promise<void> };
let url: string;
let client: SupabaseClient;

const startServer = () => startPostgres({ directory, port, password: 'a-password', isDurable: false });

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'videogen-supabase-'));
  port = await chooseFreePort([]);
  server = await startServer();
  const database = new Client({ connectionString: server.url });
  await database.connect();
  await database.query(`
    create table jobs (id int primary key);
    create table notes (id int primary key, body jsonb);
    create function describe(p jsonb, q json) returns jsonb language sql as
      $$ select jsonb_build_object('p', jsonb_typeof(p), 'q', json_typeof(q), 'value', p) $$;`);
  await database.end();
  const ownPort = await chooseFreePort([port]);
  supabase = await startSupabase({ port: ownPort, databaseUrl: server.url, secretKey: SECRET_KEY });
  url = `http://127.0.0.1:${ownPort}`;
  client = createClient(url, SECRET_KEY);
});

afterAll(async () => {
  await supabase.close();
  await server.stop();
  await rm(directory, { recursive: true, force: true });
});

describe('the embedded Supabase', () => {
  it.each([
    ['no key', {}],
    ['a wrong secret key', { apikey: 'sb_secret_of_another' }],
    ['a publishable key', { apikey: 'sb_publishable_any' }],
    ['the key as a bearer token alone', { authorization: `Bearer ${SECRET_KEY}` }],
  ])('refuses a request with %s', async (_, headers: Record<string, string>) => {
    expect((await fetch(`${url}/rest/v1/notes`, { headers })).status).toBe(401);
    expect((await fetch(`${url}/rest/v1/rpc/describe`, { method: 'POST', headers, body: '{"p":1,"q":2}' })).status).toBe(401);
  });

  it.each([
    ['object', { a: [1, 'two'], b: { c: null } }],
    ['array', [1, 'two', { three: 3 }]],
    ['number', 5],
    ['boolean', true],
  ])('hands json arguments of functions on as what they are: %s', async (kind, value) => {
    const { data, error } = await client.rpc('describe', { p: value, q: value });
    expect(error).toBeNull();
    expect(data).toEqual({ p: kind, q: kind, value });
  });

  it('stores json columns as what they are', async () => {
    const body = { text: 'naïve "quotes" \u2028 😀', list: [1, { deep: true }], nothing: null };
    expect((await client.from('notes').insert({ id: 1, body })).error).toBeNull();
    expect((await client.from('notes').select('body->list->1->>deep').eq('id', 1).single()).data).toEqual({ deep: 'true' });
    expect((await client.from('notes').update({ body: { ...body, list: [] } }).eq('id', 1).select('body').single()).data).toEqual({ body: { ...body, list: [] } });
  });

  it('answers as PostgREST does while its database is away, and works when it is back', async () => {
    const ask = () => fetch(`${url}/rest/v1/notes`, { headers: { apikey: SECRET_KEY } });
    await server.stop();
    const away = await ask();
    expect({ status: away.status, body: await away.json() }).toMatchObject({ status: 503, body: { code: 'PGRST001' } });
    server = await startServer();
    await expect.poll(async () => (await ask()).status).toBe(200);
  });

  it('waits at its start for a database that is starting as well, and then finds its tables', async () => {
    await server.stop();
    const ownPort = await chooseFreePort([port]);
    const starting = startSupabase({ port: ownPort, databaseUrl: server.url, secretKey: SECRET_KEY });
    server = await startServer();
    const other = await starting;
    expect((await fetch(`http://127.0.0.1:${ownPort}/rest/v1/notes`, { headers: { apikey: SECRET_KEY } })).status).toBe(200);
    await other.close();
  });
});
