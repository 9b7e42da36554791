/**
 * Which database and bucket the tests use. Embedded ones, new for each stack, unless TEST_PARTS=configured: then those that the environment names, which
 * must be for tests alone, as each stack begins by emptying the tables. Out: the variables that name them; none for embedded parts.
 */
import pg from 'pg';
import { DATABASE_VARIABLES, STORAGE_VARIABLES } from '#lib/config';

const NAMES = [...DATABASE_VARIABLES, ...STORAGE_VARIABLES, 'AWS_REGION', 'S3_ENDPOINT', 'S3_PUBLIC_URL_PREFIX'];

/** All stacks share one database then: a test that needs one of its own is left out, and no two files may run at once. */
export const HAS_CONFIGURED_PARTS = process.env['TEST_PARTS'] === 'configured';

export function configuredParts(): Record<string, string> {
  return HAS_CONFIGURED_PARTS ? Object.fromEntries(NAMES.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))) : {};
}

/** What earlier tests left is nobody's any more: no worker shall take it up. */
export async function emptyDatabase(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('truncate public.jobs, public.media_probes, public.metric_series, public.temp_folders cascade');
    const { rows } = await client.query<{ exists: boolean }>("select to_regclass('pgboss.job') is not null as exists");
    if (rows[0]?.exists) await client.query('delete from pgboss.job');
  } finally {
    await client.end();
  }
}
