/**
 * Applies supabase/migrations/*.sql in order, each in one transaction, and records them as the Supabase CLI does, so that the same
 * project may be migrated by either. In: a database URL and the folder. Out: the versions applied now. Safe to run twice and at once.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { Client } from 'pg';

/** Any fixed number does: two starters must ask for the same lock. */
const LOCK_KEY = 7_361_954;
const CONNECT_TIMEOUT_MS = 10_000;

const HISTORY = `
  create schema if not exists supabase_migrations;
  create table if not exists supabase_migrations.schema_migrations (version text not null primary key);
  alter table supabase_migrations.schema_migrations add column if not exists statements text[];
  alter table supabase_migrations.schema_migrations add column if not exists name text;
`;

interface Migration {
  version: string;
  name: string;
  sql: string;
}

/** Throws, naming the file and the line, when a migration fails; those before it stay applied. */
export async function migrate(databaseUrl: string, directory: string): Promise<string[]> {
  const migrations = await readMigrations(directory);
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await inTransaction(client, () => client.query(HISTORY));
    const applied: string[] = [];
    for (const migration of migrations) {
      if (await applyOnce(client, migration)) applied.push(migration.version);
    }
    return applied;
  } finally {
    await client.end();
  }
}

async function readMigrations(directory: string): Promise<Migration[]> {
  // The CLI's own pattern: <version>_<name>.sql; anything else in the folder is not a migration.
  const files = (await readdir(directory)).filter((file) => /^\d+_.+\.sql$/.test(file)).sort();
  return Promise.all(
    files.map(async (file) => {
      const separator = file.indexOf('_');
      return { version: file.slice(0, separator), name: file.slice(separator + 1, -'.sql'.length), sql: await readFile(path.join(directory, file), 'utf8') };
    }),
  );
}

async function applyOnce(client: Client, { version, name, sql }: Migration): Promise<boolean> {
  return inTransaction(client, async () => {
    const known = await client.query('select 1 from supabase_migrations.schema_migrations where version = $1', [version]);
    if (known.rowCount === 1) return false;
    try {
      await client.query(sql);
    } catch (error) {
      throw new Error(`Migration ${version}_${name}.sql failed${describePosition(error, sql)}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
    // The CLI joins the statements to get the file back; one entry with the whole text gives the same.
    await client.query('insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, $3)', [version, name, [sql]]);
    return true;
  });
}

/** The lock is bound to the transaction, so it holds behind a transaction pooler as well and is never left behind. */
async function inTransaction<T>(client: Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK_KEY]);
    const result = await work();
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

function describePosition(error: unknown, sql: string): string {
  if (!(error instanceof Error) || !('position' in error) || error.position === undefined) return '';
  return ` at line ${sql.slice(0, Number(error.position)).split('\n').length}`;
}
