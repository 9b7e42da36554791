/** lib/jobs on a real database and queue, without a worker: accepting, waiting, watching, and what the sweep finds. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Composition } from '#lib/composition/schema/composition';
import { cancelJobRow } from '#lib/db/cancel-job-row';
import { recordProgress } from '#lib/db/record-progress';
import { startAttempt } from '#lib/db/start-attempt';
import { checkQueue } from '#lib/jobs/check-queue';
import { createJob } from '#lib/jobs/create-job';
import { getJob } from '#lib/jobs/get-job';
import { getQueueLoad } from '#lib/jobs/get-queue-load';
import type { Job, Lane } from '#lib/jobs/job';
import { waitForJob } from '#lib/jobs/wait-for-job';
import { watchJob } from '#lib/jobs/watch-job';
import { findLostJobs } from '#lib/queue/find-lost-jobs';
import { getQueue } from '#lib/queue/queue';
import { sendJob } from '#lib/queue/send-job';
import { insertJob, startDatabaseTest, type DatabaseTest } from '#tests/integration/db/database-test';

const COMPOSITION: Composition = {
  width: 160,
  height: 90,
  elements: [{ id: 'photo', type: 'image', source: 'https://example.com/a.png', track: 3 }, { type: 'video', source: 'https://example.com/b.mp4' }],
};

describe('lib/jobs', () => {
  let test: DatabaseTest;
  beforeAll(async () => {
    test = await startDatabaseTest();
  });
  afterAll(() => test?.stop());

  const create = (lane: Lane = 'quick', clientIp: string | null = null): Promise<Job> =>
    createJob({ composition: COMPOSITION, lane, responseType: 'immediate', estimatedSeconds: 12, estimatedWorkSeconds: 10, estimateFeatures: { a: 1 }, clientIp, userAgent: null, requestId: null });
  const never = new AbortController().signal;

  it('a new job is stored with its elements and enqueued in its lane under its own id', async () => {
    const job = await create('long', '203.0.113.9');
    expect(job).toMatchObject({ status: 'pending', lane: 'long', responseType: 'immediate', estimatedSeconds: 12, progressPercent: 0 });
    expect(await test.query('select element_id, type, source, track from job_elements where job_id = $1 order by position', [job.id])).toEqual([
      { element_id: 'photo', type: 'image', source: 'https://example.com/a.png', track: 3 },
      { element_id: 'elements.1', type: 'video', source: 'https://example.com/b.mp4', track: null },
    ]);
    expect(await test.query('select composition from jobs where id = $1', [job.id])).toEqual([{ composition: COMPOSITION }]);
    expect(await test.query('select name, state from pgboss.job where id = $1', [job.id])).toEqual([{ name: 'long', state: 'created' }]);
  });

  it('a new job whose answer was lost is accepted when it was stored', async () => {
    const real = globalThis.fetch;
    const lossy = vi.spyOn(globalThis, 'fetch').mockImplementationOnce(async (...request) => {
      await real(...request);
      throw new TypeError('fetch failed');
    });
    const job = await create('quick');
    lossy.mockRestore();
    expect(job).toMatchObject({ status: 'pending', lane: 'quick' });
    expect(await test.query('select state from pgboss.job where id = $1', [job.id])).toEqual([{ state: 'created' }]);
  });

  it('a job that is created twice under one id is one', async () => {
    const job = await insertJob();
    expect(await insertJob({ id: job.id, width: 320 })).toEqual(job);
    expect(await test.query('select 1 as one from job_elements where job_id = $1', [job.id])).toEqual([{ one: 1 }]);
  });

  it.each([
    ['fe80::1%eth0', 'fe80::1'],
    ['::ffff:192.0.2.1', '::ffff:192.0.2.1'],
    ['unknown', null],
  ])('the client address %s is stored as %s', async (clientIp, stored) => {
    const { id } = await create('quick', clientIp);
    expect(await test.query('select host(client_ip) as ip from jobs where id = $1', [id])).toEqual([{ ip: stored }]);
  });

  it('there is no job under an id that is no UUID', async () => {
    expect(await getJob('1')).toBeNull();
    expect(await getJob("' or 1=1")).toBeNull();
    expect(await getJob(randomUUID())).toBeNull();
  });

  it('a wait ends with the job when it becomes final', async () => {
    const job = await create();
    const waiting = waitForJob(job.id, { timeoutMs: 20_000, signal: never });
    await sleep(100);
    await cancelJobRow(job.id);
    expect(await waiting).toMatchObject({ status: 'cancelled' });
  });

  it('a wait ends with the job as it is when the time is over or nobody waits any more', async () => {
    const job = await create();
    expect(await waitForJob(job.id, { timeoutMs: 50, signal: never })).toMatchObject({ status: 'pending' });
    expect(await waitForJob(job.id, { timeoutMs: 0, signal: never })).toMatchObject({ status: 'pending' });
    expect(await waitForJob(job.id, { timeoutMs: 20_000, signal: AbortSignal.timeout(50) })).toMatchObject({ status: 'pending' });
  });

  it('a wait for an unknown job says so', async () => {
    await expect(waitForJob(randomUUID(), { timeoutMs: 1000, signal: never })).rejects.toMatchObject({ code: 'JOB_NOT_FOUND' });
  });

  it('a watcher sees every change, and the last one even without a notification', async () => {
    const job = await create();
    const seen: string[] = [];
    const watching = (async () => {
      for await (const { status, step, progressPercent } of watchJob(job.id, AbortSignal.timeout(20_000))) seen.push(`${status} ${step} ${progressPercent}`);
    })();
    await sleep(100);
    await startAttempt(job.id, 'worker', 3);
    await sleep(100);
    await recordProgress({ jobId: job.id, attempt: 1 }, 'processing', 40);
    await sleep(100);
    await test.query('alter table jobs disable trigger jobs_notify_changed');
    await cancelJobRow(job.id);
    await watching;
    await test.query('alter table jobs enable trigger jobs_notify_changed');
    expect(seen).toEqual(['pending pending 0', 'processing estimating 5', 'processing processing 40', 'cancelled processing 40']);
  });

  it('a watcher outlives the loss of the listening connection', async () => {
    const job = await create();
    const waiting = waitForJob(job.id, { timeoutMs: 20_000, signal: never });
    await sleep(100);
    await test.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'videogen:job-changes'");
    await cancelJobRow(job.id);
    expect(await waiting).toMatchObject({ status: 'cancelled' });
  });

  it('the sweep finds what has no entry in the queue, and nothing else', async () => {
    await test.query('delete from jobs');
    const enqueued = await create();
    const neverEnqueued = await insertJob();
    const settledByMistake = await create();
    const lostWhileRunning = await create('long');
    const final = await insertJob();
    const justCreated = await insertJob();
    await startAttempt(lostWhileRunning.id, 'worker', 3);
    await cancelJobRow(final.id);
    const queue = await getQueue();
    await queue.cancel('quick', settledByMistake.id);
    await queue.deleteJob('long', lostWhileRunning.id);
    await test.query("update jobs set created_at = created_at - interval '1 minute' where id = any($1) and status <> 'cancelled'", [
      [enqueued.id, neverEnqueued.id, settledByMistake.id, lostWhileRunning.id],
    ]);

    const lost = await findLostJobs();
    expect(lost.map(({ id }) => id).toSorted()).toEqual([neverEnqueued.id, settledByMistake.id, lostWhileRunning.id].toSorted());
    expect(lost.map(({ id }) => id)).not.toContain(justCreated.id);
    for (const job of lost) await sendJob(job);
    expect(await findLostJobs()).toEqual([]);
    const states = await test.query('select state from pgboss.job where id = any($1)', [lost.map(({ id }) => id)]);
    expect(states).toEqual([{ state: 'created' }, { state: 'created' }, { state: 'created' }]);
  });

  it('a new job waits for nobody while there are slots, and for its share of the work when there are none', async () => {
    await test.query('delete from jobs');
    expect(await getQueueLoad()).toEqual({ quickWaitSeconds: 0, longWaitSeconds: 0 });
    // MAX_CONCURRENT_JOBS 5: two slots for long jobs.
    for (let count = 0; count < 4; count += 1) await insertJob({ lane: 'long', estimated_work_seconds: 30 });
    expect(await getQueueLoad()).toEqual({ quickWaitSeconds: 0, longWaitSeconds: 60 });
  });

  it('the queue answers the health check', async () => {
    await expect(checkQueue()).resolves.toBeUndefined();
  });
});
