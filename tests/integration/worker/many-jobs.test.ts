/** Several workers on one queue: every job is rendered once. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, shortComposition, startWorkerTest, type WorkerTest } from '#tests/integration/worker/worker-test';

const JOB_COUNT = 50;

describe('two workers and 50 jobs', () => {
  let test: WorkerTest;
  beforeAll(async () => {
    test = await startWorkerTest({ workers: 2, env: { MAX_CONCURRENT_JOBS: '4' } });
  });
  afterAll(() => test?.stop());

  it('render each job once, both of them taking part, and store exactly 50 videos with 50 posters', async () => {
    const composition = shortComposition(test.media);
    const jobs = await Promise.all(Array.from({ length: JOB_COUNT }, (_, index) => test.submit(composition, index % 2 === 0 ? 'quick' : 'long')));
    const finished = await Promise.all(jobs.map(({ id }) => test.finish(id, 110_000)));
    expect(finished.map(({ status, attempt }) => `${status} ${attempt}`)).toEqual(Array(JOB_COUNT).fill('completed 1'));
    const keys = (await Promise.all(jobs.map(({ id }) => test.objectKeys(id)))).flat();
    expect(new Set(keys)).toEqual(new Set(finished.flatMap(({ s3Key, posterKey }) => [s3Key, posterKey])));
    expect(keys).toHaveLength(JOB_COUNT * 2);
    const uploads = await test.query("select count(*)::int as count from storage_operations where operation = 'upload'");
    expect(uploads).toEqual([{ count: JOB_COUNT * 2 }]);
    expect(await test.query('select distinct worker_id from jobs')).toHaveLength(2);
    await eventually('the folders are gone', async () => (await test.tempFolders()).length === 0, 5_000);
  });
});
