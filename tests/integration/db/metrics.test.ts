/** What the processes count, and what the estimator reads, as the database adds and finds it. */
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findKnownMedia } from '#lib/db/find-known-media';
import { listEstimateSamples } from '#lib/db/list-estimate-samples';
import { migrate } from '#lib/db/migrate';
import { recordElementSources } from '#lib/db/record-element-sources';
import { reportTempFolder } from '#lib/db/report-temp-folder';
import { startAttempt } from '#lib/db/start-attempt';
import { flushMetrics, recordMetric } from '#lib/metrics/record-metric';
import { getServiceMetrics } from '#lib/metrics/service-metrics';
import { insertJob, startDatabaseTest, type DatabaseTest } from '#tests/integration/db/database-test';

const MIGRATIONS = 'supabase/migrations';
const BEFORE_SERIES = '20261124100100';

describe('metrics and estimates in the database', () => {
  let test: DatabaseTest;
  beforeAll(async () => {
    test = await startDatabaseTest();
  });
  afterAll(() => test?.stop());

  it('adds what one flush after another counted, buckets with it', async () => {
    for (const seconds of [[0.002, 0.2], [0.2, 700]]) {
      for (const value of seconds) recordMetric('job_step_duration_seconds', { step: 'storing', lane: 'quick' }, value);
      await flushMetrics();
    }
    const { series } = await getServiceMetrics();
    expect(series).toEqual([
      { name: 'job_step_duration_seconds', labels: { step: 'storing', lane: 'quick' }, value_count: 4, total: 700.402, min_value: 0.002, max_value: 700, buckets: { '0.05': 1, '0.25': 2 } },
    ]);
  });

  it('tells the age of the oldest waiting job, and how many wait, by lane', async () => {
    const { id } = await insertJob({ lane: 'long' });
    await insertJob({ lane: 'long' });
    await test.query("update jobs set created_at = now() - interval '90 seconds' where id = $1", [id]);
    const { queue } = await getServiceMetrics();
    expect(queue).toEqual([{ lane: 'long', job_count: 2, oldest_seconds: expect.any(Number) }]);
    expect(Math.abs((queue[0]?.oldest_seconds ?? 0) - 90)).toBeLessThan(30);
  });

  it('has one line for a folder, and none of a host that is silent', async () => {
    await reportTempFolder({ host: 'gone', path: '/tmp/a', usedBytes: 1, freeBytes: 1 });
    await test.query("update temp_folders set updated_at = now() - interval '2 minutes'");
    for (const usedBytes of [1, 5_000_000_000]) await reportTempFolder({ host: 'here', path: '/tmp/a', usedBytes, freeBytes: 7 });
    expect((await getServiceMetrics()).temp_folders).toEqual([{ host: 'here', path: '/tmp/a', used_bytes: 5_000_000_000, free_bytes: 7 }]);
  });

  it('the estimator learns of completed jobs of one attempt, newest first', async () => {
    const complete = async (seconds: number, attempt: number) => {
      const { id } = await insertJob({ estimate_features: { imageCount: seconds } });
      await startAttempt(id, 'w', 3);
      await test.query("update jobs set status = 'completed', attempt = $2, actual_duration = $3, processing_completed_at = now() where id = $1", [id, attempt, seconds]);
    };
    for (const [seconds, attempt] of [[1, 1], [2, 2], [3, 1]] as const) await complete(seconds, attempt);
    await insertJob();
    expect(await listEstimateSamples(10)).toEqual([{ features: { imageCount: 3 }, seconds: 3 }, { features: { imageCount: 1 }, seconds: 1 }]);
    expect(await listEstimateSamples(1)).toHaveLength(1);
  });

  it('knows of a medium what the latest job found it to be, as what it was used', async () => {
    const source = 'https://example.com/"clip" \\ é.mp4';
    for (const durationSeconds of [10, 12.5]) {
      const { id } = await insertJob({ elements: [{ element_id: 'clip', type: 'video', source, track: null }] });
      const job = await startAttempt(id, 'w', 3);
      await recordElementSources({ jobId: id, attempt: job?.attempt ?? 0 }, [{ element_id: 'clip', size_bytes: 1000, download_ms: 1, facts: { kind: 'video', durationSeconds, codedWidthPx: 640, codedHeightPx: 360 } }]);
    }
    const asked = [{ kind: 'video', source }, { kind: 'image', source }, { kind: 'video', source: 'https://example.com/new.mp4' }] as const;
    expect(await findKnownMedia(asked)).toEqual([{ kind: 'video', source, durationSeconds: 12.5, pixels: 640 * 360, sizeBytes: 1000 }]);
    expect(await findKnownMedia([])).toEqual([]);
  });

  it('an update keeps the requests that were counted before there were series', async () => {
    await test.query('create database updated');
    const url = new URL(test.stack.env['DATABASE_URL'] ?? '');
    url.pathname = '/updated';
    const older = await mkdtemp(join(tmpdir(), 'videogen-migrations-'));
    const client = new pg.Client({ connectionString: url.href });
    try {
      for (const file of await readdir(MIGRATIONS)) if (file.slice(0, BEFORE_SERIES.length) <= BEFORE_SERIES) await cp(join(MIGRATIONS, file), join(older, file));
      await migrate(url.href, older);
      await client.connect();
      await client.query("insert into request_metrics (method, route, status, request_count, total_ms, min_ms, max_ms) values ('GET', '/health', 200, 3, 3000, 500, 2000)");
      await migrate(url.href, MIGRATIONS);
      const { rows } = await client.query('select name, labels, value_count::integer, total, min_value, max_value, buckets from metric_series');
      expect(rows).toEqual([
        { name: 'http_request_duration_seconds', labels: { method: 'GET', route: '/health', status: '200' }, value_count: 3, total: 3, min_value: 0.5, max_value: 2, buckets: {} },
      ]);
    } finally {
      await client.end();
      await rm(older, { recursive: true, force: true });
    }
  });
});
