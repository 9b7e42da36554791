/** The database as an installation has it, for tests of its functions: migrated, behind its REST door, with a direct connection beside it. */
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { getConfig } from '#lib/config';
import { createJobRow, type NewJobRow } from '#lib/db/create-job-row';
import type { Job } from '#lib/jobs/job';
import { closeQueue } from '#lib/queue/queue';
import { startStack, type Stack } from '#tests/support/stack';

export interface DatabaseTest {
  stack: Stack;
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Runs one statement as that role, and keeps nothing of it. */
  queryAs(role: string, sql: string): Promise<void>;
  stop(): Promise<void>;
}

export async function startDatabaseTest(): Promise<DatabaseTest> {
  const stack = await startStack();
  Object.assign(process.env, stack.env);
  const pool = new pg.Pool({ connectionString: getConfig().database.url, max: 4 });
  pool.on('error', () => undefined);
  return {
    stack,
    query: async (sql, values) => (await pool.query(sql, values)).rows,
    queryAs: async (role, sql) => {
      const client = await pool.connect();
      try {
        await client.query(`begin; set local role ${role}`);
        await client.query(sql);
      } finally {
        await client.query('rollback');
        client.release();
      }
    },
    stop: async () => {
      await pool.end();
      await closeQueue();
      await stack.stop();
    },
  };
}

/** A row that no worker runs. */
export async function insertJob(changes: Partial<NewJobRow> = {}): Promise<Job> {
  return createJobRow({
    id: randomUUID(),
    response_type: 'async',
    lane: 'quick',
    output_format: 'mp4',
    width: 160,
    height: 90,
    composition: { width: 160, height: 90, elements: [{ type: 'image', source: 'https://example.com/"a" \\ é.png' }] },
    composition_text: '{}',
    title: 'a.png',
    estimated_duration: 5.5,
    estimated_work_seconds: 4,
    estimate_features: { imageCount: 1 },
    client_ip: '2001:db8::1',
    user_agent: 'test',
    request_id: 'r1',
    elements: [{ element_id: 'elements.0', type: 'image', source: 'https://example.com/"a" \\ é.png', track: null }],
    ...changes,
  });
}
