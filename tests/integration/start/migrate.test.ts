/** The migrations runner against a real PostgreSQL: order, once only, two at once, failures. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '#lib/db/migrate';
import { chooseFreePort } from '#lib/embedded/free-port';
import { startPostgres, type RunningPostgres } from '#lib/embedded/postgres';

let directory: string;
let server: RunningPostgres;
let client: Client;
let folder: string;

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'videogen-migrate-'));
  server = await startPostgres({ directory, port: await chooseFreePort([]), password: 'a-password', isDurable: false });
  client = new Client({ connectionString: server.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await server.stop();
  await rm(directory, { recursive: true, force: true });
});

beforeEach(async () => {
  await client.query('drop schema if exists supabase_migrations cascade; drop schema public cascade; create schema public;');
  folder = await mkdtemp(path.join(directory, 'migrations-'));
});

async function write(file: string, sql: string): Promise<void> {
  await writeFile(path.join(folder, file), sql);
}

async function readHistory(): Promise<unknown[]> {
  return (await client.query('select version, name, statements from supabase_migrations.schema_migrations order by version')).rows;
}

describe('migrate', () => {
  it('applies the files in order, once, and records them as the Supabase CLI does', async () => {
    const first = 'create table a (n int);';
    const second = 'alter table a add column m int;\ninsert into a values (1, 2);';
    await write('20260102000000_second.sql', second);
    await write('20260101000000_first_one.sql', first);
    await write('notes.txt', 'no migration');
    expect(await migrate(server.url, folder)).toEqual(['20260101000000', '20260102000000']);
    expect(await migrate(server.url, folder)).toEqual([]);
    expect((await client.query('select * from a')).rows).toEqual([{ n: 1, m: 2 }]);
    expect(await readHistory()).toEqual([
      { version: '20260101000000', name: 'first_one', statements: [first] },
      { version: '20260102000000', name: 'second', statements: [second] },
    ]);
  });

  it('applies each migration once when two start at the same time', async () => {
    await write('1_slow.sql', 'select pg_sleep(0.3); create table a (n int);');
    await write('2_next.sql', 'insert into a values (1);');
    const applied = await Promise.all([migrate(server.url, folder), migrate(server.url, folder), migrate(server.url, folder)]);
    expect(applied.flat().toSorted()).toEqual(['1', '2']);
    expect((await client.query('select * from a')).rows).toEqual([{ n: 1 }]);
  });

  it('leaves nothing of a failed migration, keeps those before it and names file and line', async () => {
    await write('1_good.sql', 'create table a (n int);');
    await write('2_bad.sql', 'create table b (n int);\n\ninsert into nowhere values (1);');
    await expect(migrate(server.url, folder)).rejects.toThrow(/2_bad\.sql failed at line 3: .*nowhere/);
    expect((await client.query("select to_regclass('a') is not null as a, to_regclass('b') is not null as b")).rows).toEqual([{ a: true, b: false }]);
    expect(await readHistory()).toHaveLength(1);
    await write('2_bad.sql', 'create table b (n int);');
    expect(await migrate(server.url, folder)).toEqual(['2']);
  });

  it('fails, and does not wait for ever, when no database answers', async () => {
    await expect(migrate('postgresql://postgres:x@127.0.0.1:1/postgres', folder)).rejects.toThrow(/ECONNREFUSED/);
  });
});
