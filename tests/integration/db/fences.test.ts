/** The fences of the SQL functions: what a stale attempt, a final job and a race can change, which is nothing. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelJobRow } from '#lib/db/cancel-job-row';
import { failJob } from '#lib/db/fail-job';
import { findJob } from '#lib/db/find-job';
import { findLiveAttempts } from '#lib/db/find-live-attempts';
import { finishJob } from '#lib/db/finish-job';
import { readQueueLoad } from '#lib/db/read-queue-load';
import { recordElementSources } from '#lib/db/record-element-sources';
import { recordProgress } from '#lib/db/record-progress';
import { releaseAttempt } from '#lib/db/release-attempt';
import { startAttempt } from '#lib/db/start-attempt';
import { AppError } from '#lib/errors';
import { ATTEMPTS_MAX } from '#lib/jobs/attempts';
import type { AttemptId, Job } from '#lib/jobs/job';
import { canTransition, isFinal, JOB_STATUSES, type JobStatus } from '#lib/jobs/state';
import { insertJob, startDatabaseTest, type DatabaseTest } from '#tests/integration/db/database-test';

const RESULT = {
  s3_bucket: 'b',
  s3_key: 'processed/video_1.mp4',
  s3_region: 'r',
  result_url: 'https://example.com/video.mp4',
  file_size: 5_000_000_000,
  poster_key: 'processed/poster_1.jpg',
  poster_url: 'https://example.com/poster.jpg',
  output_duration_seconds: 1.5,
  download_ms: 1,
  render_ms: 2,
  upload_ms: 3,
  measured_features: { frameCount: 45 },
};

describe('a running job', () => {
  let test: DatabaseTest;
  beforeAll(async () => {
    test = await startDatabaseTest();
  });
  afterAll(() => test?.stop());

  const start = async (job: Job): Promise<AttemptId> => {
    const started = await startAttempt(job.id, 'worker', ATTEMPTS_MAX);
    if (started === null) throw new Error('the attempt did not start');
    return { jobId: job.id, attempt: started.attempt };
  };
  const findStatus = async ({ jobId }: AttemptId): Promise<JobStatus | undefined> => (await findJob(jobId))?.status;

  it('is changed by its current attempt alone', async () => {
    const job = await insertJob();
    const stale = await start(job);
    const current = await start(job);
    const before = await findJob(job.id);
    expect(await recordProgress(stale, 'uploading', 90)).toBe(false);
    expect(await finishJob(stale, RESULT)).toBe(false);
    expect(await failJob(stale, 'failed', new AppError('RENDER_FAILED'))).toBe(false);
    expect(await releaseAttempt(stale, true)).toBe(false);
    await recordElementSources(stale, [{ element_id: 'elements.0', size_bytes: 1, download_ms: 1, facts: {} }]);
    expect(await findJob(job.id)).toEqual(before);
    expect(await test.query('select facts from job_elements where job_id = $1', [job.id])).toEqual([{ facts: null }]);
    expect(await recordProgress(current, 'downloading', 20)).toBe(true);
  });

  it('is finished once; the same answer is given when the worker asks again', async () => {
    const attempt = await start(await insertJob());
    expect(await finishJob(attempt, RESULT)).toBe(true);
    expect(await finishJob(attempt, RESULT)).toBe(true);
    expect(await finishJob(attempt, { ...RESULT, s3_key: 'another' })).toBe(false);
    expect(await findJob(attempt.jobId)).toMatchObject({ status: 'completed', s3Key: RESULT.s3_key, posterKey: RESULT.poster_key, posterUrl: RESULT.poster_url, sizeBytes: 5_000_000_000, durationSeconds: 1.5, progressPercent: 100, step: 'completed' });
  });

  it('never goes backwards in its progress, not with a second attempt either', async () => {
    const job = await insertJob();
    const first = await start(job);
    await recordProgress(first, 'processing', 60);
    await recordProgress(first, 'processing', 40);
    expect((await findJob(job.id))?.progressPercent).toBe(60);
    expect((await startAttempt(job.id, 'other', ATTEMPTS_MAX))?.progressPercent).toBe(60);
  });

  it('is given up as lost when so many of its workers died', async () => {
    const job = await insertJob();
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
      expect(await startAttempt(job.id, `worker ${attempt}`, ATTEMPTS_MAX)).toMatchObject({ attempt, retryCount: attempt - 1 });
    }
    expect(await startAttempt(job.id, 'one more', ATTEMPTS_MAX)).toBeNull();
    expect(await findJob(job.id)).toMatchObject({ status: 'failed', errorCode: 'WORKER_LOST', attempt: ATTEMPTS_MAX });
  });

  it('may be handed back as often as workers are stopped', async () => {
    const job = await insertJob();
    for (let turn = 0; turn < ATTEMPTS_MAX * 2; turn += 1) expect(await releaseAttempt(await start(job), false)).toBe(true);
    expect(await findJob(job.id)).toMatchObject({ status: 'pending', step: 'pending', retryCount: 0, attempt: ATTEMPTS_MAX * 2 });
  });

  it('is taken by one of two workers that start it at the same time as the current attempt', async () => {
    const job = await insertJob();
    const started = await Promise.all(Array.from({ length: ATTEMPTS_MAX }, (_, index) => startAttempt(job.id, `worker ${index}`, ATTEMPTS_MAX)));
    expect(started.map((each) => each?.attempt).toSorted()).toEqual([1, 2, 3]);
    expect(await findLiveAttempts([job.id])).toEqual(new Map([[job.id, 3]]));
  });

  it('ends once when it is cancelled and finished at the same time', async () => {
    for (let turn = 0; turn < 10; turn += 1) {
      const attempt = await start(await insertJob());
      const [isCancelled, isFinished] = await Promise.all([cancelJobRow(attempt.jobId), finishJob(attempt, RESULT)]);
      expect([isCancelled, isFinished].filter(Boolean)).toHaveLength(1);
      expect(await findStatus(attempt)).toBe(isCancelled ? 'cancelled' : 'completed');
    }
  });

  it('follows the transitions of the state machine, and a final row never changes', async () => {
    for (const from of JOB_STATUSES) {
      for (const to of JOB_STATUSES) {
        const { id } = await insertJob();
        // The guard is a trigger of updates: a row is brought into any status around it.
        await test.query(`begin; set local session_replication_role = replica; update jobs set status = '${from}' where id = '${id}'; commit`);
        const change = test.query('update jobs set status = $2, worker_id = $3 where id = $1', [id, to, 'changed']);
        const isAllowed = canTransition(from, to) || (from === to && !isFinal(from));
        if (isAllowed) await expect(change, `${from} to ${to}`).resolves.toEqual([]);
        else await expect(change, `${from} to ${to}`).rejects.toThrow(/can no longer change|cannot be completed/);
      }
    }
  });

  it('tells listeners of every change, in few bytes', async () => {
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: test.stack.env['DATABASE_URL'] ?? '' });
    const heard: string[] = [];
    client.on('notification', ({ payload }) => heard.push(payload ?? ''));
    await client.connect();
    await client.query('listen job_changed');
    const job = await insertJob();
    const attempt = await start(job);
    await recordProgress(attempt, 'processing', 50);
    await recordProgress(attempt, 'processing', 50);
    await finishJob(attempt, RESULT);
    await client.query('select 1');
    await client.end();
    const ofJob = heard.map((payload) => JSON.parse(payload)).filter(({ id }) => id === job.id);
    expect(ofJob.map(({ status, step, percent }) => `${status} ${step} ${percent}`)).toEqual([
      'pending pending 0',
      'processing estimating 5',
      'processing processing 50',
      'completed completed 100',
    ]);
    expect(Math.max(...heard.map((payload) => payload.length))).toBeLessThan(200);
  });

  it('counts in the load of its lane with the work it has left', async () => {
    await test.query('delete from jobs');
    await insertJob({ lane: 'long', estimated_work_seconds: 40 });
    const running = await insertJob({ lane: 'long', estimated_work_seconds: 30 });
    await start(running);
    await test.query("update jobs set attempt_started_at = now() - interval '10 seconds' where id = $1", [running.id]);
    const load = await readQueueLoad();
    expect(load.quick).toEqual({ jobCount: 0, workSeconds: 0 });
    expect(load.long.jobCount).toBe(2);
    expect(load.long.workSeconds).toBeGreaterThan(55);
    expect(load.long.workSeconds).toBeLessThanOrEqual(60);
  });
});
