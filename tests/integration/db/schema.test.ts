/** The migrations against the contract, against the TypeScript types, and against those who must not read. */
import { readFile } from 'node:fs/promises';
import pg from 'pg';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { migrate } from '#lib/db/migrate';
import { JOB_STATUSES, PROCESSING_STEPS } from '#lib/jobs/state';
import { insertJob, startDatabaseTest, type DatabaseTest } from '#tests/integration/db/database-test';

/** What the REST door gives for a column type. */
const TYPE_OF_COLUMN: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  varchar: 'string',
  inet: 'string',
  timestamptz: 'string',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  bool: 'boolean',
  jsonb: 'Json',
};

const ROW_TYPES = { jobs: 'JobRow', job_elements: 'JobElementRow', storage_operations: 'StorageOperationRow', media_probes: 'MediaProbeRow', metric_series: 'MetricSeriesRow', temp_folders: 'TempFolderRow' } as const;

/** Columns of a row type as "name: type", null included, read from the source with the compiler. */
async function readRowTypes(): Promise<Map<string, string[]>> {
  const path = 'lib/db/database-types.ts';
  const source = ts.createSourceFile(path, await readFile(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const rows = new Map<string, string[]>();
  source.forEachChild((node) => {
    if (!ts.isTypeAliasDeclaration(node) || !ts.isTypeLiteralNode(node.type)) return;
    const columns = node.type.members.filter(ts.isPropertySignature).map((member) => `${member.name.getText()}: ${member.type?.getText()}`);
    rows.set(node.name.text, columns);
  });
  return rows;
}

/** Names that the types file gives to the enums and to times. */
const ALIAS_OF_COLUMN: Readonly<Record<string, string>> = {
  job_status: 'JobStatus',
  processing_step: 'ProcessingStep',
  response_type: 'ResponseType',
  storage_operation: 'StorageOperation',
  timestamptz: 'Timestamp',
};

describe('the schema', () => {
  let test: DatabaseTest;
  beforeAll(async () => {
    test = await startDatabaseTest();
  });
  afterAll(() => test?.stop());

  it.each(Object.entries(ROW_TYPES))('table %s is what its TypeScript type says', async (table, rowType) => {
    const columns = await test.query<{ column_name: string; udt_name: string; is_nullable: string }>(
      "select column_name, udt_name, is_nullable from information_schema.columns where table_schema = 'public' and table_name = $1",
      [table],
    );
    const inDatabase = columns.map(({ column_name, udt_name, is_nullable }) => {
      const type = ALIAS_OF_COLUMN[udt_name] ?? TYPE_OF_COLUMN[udt_name] ?? `unknown (${udt_name})`;
      return `${column_name}: ${type}${is_nullable === 'YES' ? ' | null' : ''}`;
    });
    expect((await readRowTypes()).get(rowType)?.toSorted()).toEqual(inDatabase.toSorted());
  });

  it('every function the code calls exists with those arguments', async () => {
    const functions = await test.query<{ proname: string; args: string[] }>(
      "select proname, coalesce(proargnames[1:pronargs], '{}')::text[] as args from pg_proc where pronamespace = 'public'::regnamespace and prorettype <> 'trigger'::regtype",
    );
    const text = await readFile('lib/db/database-types.ts', 'utf8');
    const declared = [...text.matchAll(/^ {6}(\w+): \{\s+Args: (?:\{ (.*?) \}|Record<never, never>)[;\s]/gm)];
    expect(declared.length).toBeGreaterThan(8);
    for (const [, name, args = ''] of declared) {
      const names = [...args.matchAll(/(\w+):/g)].map(([, arg]) => arg);
      expect(functions.find(({ proname }) => proname === name)?.args, name).toEqual(names);
    }
  });

  it('the enums have the values of the state machine', async () => {
    const [row] = await test.query<{ statuses: string[]; steps: string[] }>('select enum_range(null::job_status)::text[] as statuses, enum_range(null::processing_step)::text[] as steps');
    expect(row).toEqual({ statuses: [...JOB_STATUSES], steps: [...PROCESSING_STEPS] });
  });

  it('a job keeps its composition, features and address exactly', async () => {
    const { id } = await insertJob();
    const [row] = await test.query('select composition, estimate_features, host(client_ip) as client_ip, estimated_duration from jobs where id = $1', [id]);
    expect(row).toEqual({
      composition: { width: 160, height: 90, elements: [{ type: 'image', source: 'https://example.com/"a" \\ é.png' }] },
      estimate_features: { imageCount: 1 },
      client_ip: '2001:db8::1',
      estimated_duration: 5.5,
    });
  });

  it.each([{ width: 0 }, { width: 7681 }, { height: 4321 }])('refuses a canvas outside the limits: %o', async (changes) => {
    await expect(insertJob(changes)).rejects.toThrow();
  });

  it.each(['anon', 'authenticated'])('%s sees no row, changes none and calls nothing', async (role) => {
    const { id } = await insertJob();
    for (const table of Object.keys(ROW_TYPES)) {
      // The embedded REST door grants tables to everybody when it starts; row level security is what then remains.
      const answer = test.queryAs(role, `do $$ begin delete from public.${table}; assert not found and not exists (select from public.${table}); end $$`);
      await answer.catch((error: unknown) => expect(String(error)).toContain('permission denied'));
    }
    for (const call of [`public.cancel_job('${id}')`, "public.create_job('{}')", 'public.queue_load()']) {
      await expect(test.queryAs(role, `select ${call}`), call).rejects.toThrow(/permission denied/);
    }
    expect(await test.query('select status from jobs where id = $1', [id])).toEqual([{ status: 'pending' }]);
  });

  it('a project that grants everything to anon by default grants nothing here', async () => {
    await test.query('create database hosted');
    const url = new URL(test.stack.env['DATABASE_URL'] ?? '');
    url.pathname = '/hosted';
    const client = new pg.Client({ connectionString: url.href });
    await client.connect();
    await client.query('alter default privileges in schema public grant all on tables to anon, authenticated; alter default privileges in schema public grant all on functions to anon, authenticated');
    await migrate(url.href, 'supabase/migrations');
    const { rows } = await client.query(`
      select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and has_table_privilege('anon', oid, 'select, insert, update, delete')
      union all select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity
      union all select proname from pg_proc where pronamespace = 'public'::regnamespace and has_function_privilege('anon', oid, 'execute')`);
    await client.end();
    expect(rows).toEqual([]);
  });

  it('service_role may do what the code does', async () => {
    const { id } = await insertJob();
    const statements = [
      `do $$ begin assert public.cancel_job('${id}'), 'cancel'; end $$`,
      `do $$ begin assert (select count(*) from public.start_attempt('${id}', 'w', 3)) = 1, 'start'; end $$`,
      `insert into public.storage_operations (job_id, operation, bucket, key, region, success, duration_ms) values ('${id}', 'upload', 'b', 'k', 'r', true, 1)`,
      `do $$ begin assert (select count(*) from public.jobs where id = '${id}') = 1, 'read'; end $$`,
    ];
    for (const sql of statements) await expect(test.queryAs('service_role', sql), sql).resolves.toBeUndefined();
  });

  it('a wrong key and no key open nothing', async () => {
    const url = `${test.stack.env['SUPABASE_URL']}/rest/v1/jobs?select=id`;
    for (const headers of [{}, { apikey: 'sb_secret_wrong', authorization: 'Bearer sb_secret_wrong' }]) {
      const response = await fetch(url, { headers: headers as Record<string, string> });
      expect(response.status).toBe(401);
    }
  });
});
