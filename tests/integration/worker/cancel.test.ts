/** A cancel in every step: final at once, and within 5 s no process, no file and no object is left of the job. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteJobRow } from '#lib/db/delete-job-row';
import { cancelJob } from '#lib/jobs/cancel-job';
import { getJob } from '#lib/jobs/get-job';
import { startGateProxy, type GateProxy } from '#tests/integration/worker/gate-proxy';
import { eventually, longComposition, shortComposition, startWorkerTest, type WorkerTest } from '#tests/integration/worker/worker-test';

describe('cancelling a job', () => {
  let test: WorkerTest;
  let gate: GateProxy;
  beforeAll(async () => {
    test = await startWorkerTest();
  });
  afterAll(async () => {
    await test?.stop();
    await gate?.close();
  });

  const expectNothingLeft = async (id: string): Promise<void> => {
    await eventually(
      'nothing is left of the job',
      async () => (await test.mediaProcesses()).length === 0 && (await test.tempFolders()).length === 0 && (await test.objectKeys(id)).length === 0,
      5_000,
    );
    expect(await getJob(id)).toMatchObject({ status: 'cancelled', errorCode: 'JOB_CANCELLED', s3Key: null, resultUrl: null });
  };

  it('while it is queued: it is never rendered', async () => {
    const cancelled = await test.submit(shortComposition(test.media));
    expect(await cancelJob(cancelled.id)).toMatchObject({ outcome: 'cancelled', job: { status: 'cancelled' } });
    const next = await test.submit(shortComposition(test.media));
    gate = await startGateProxy(test.stack.env['S3_ENDPOINT'] ?? '');
    await test.stack.startWorker({ S3_ENDPOINT: gate.endpoint });
    // The queue delivers in order: when the next one runs, this one has been delivered.
    await test.until(next.id, ({ status }) => status === 'processing');
    expect(await getJob(cancelled.id)).toMatchObject({ status: 'cancelled', attempt: 0, startedAt: null });
    await cancelJob(next.id);
    await expectNothingLeft(next.id);
  });

  it('while it downloads', async () => {
    const { id } = await test.submit({ width: 160, height: 90, elements: [{ type: 'video', source: test.media.url('hang') }] });
    await test.until(id, ({ step }) => step === 'downloading');
    await cancelJob(id);
    await expectNothingLeft(id);
  });

  it('while it renders', async () => {
    const { id } = await test.submit(longComposition(test.media));
    await test.until(id, ({ step, progressPercent }) => step === 'processing' && progressPercent > 25);
    expect(await test.mediaProcesses()).not.toEqual([]);
    await cancelJob(id);
    await expectNothingLeft(id);
  });

  it('while it uploads', async () => {
    const { id } = await test.submit(shortComposition(test.media));
    await test.until(id, ({ step }) => step === 'uploading');
    await cancelJob(id);
    await expectNothingLeft(id);
  });

  it('while it uploads, and the job is deleted before the worker notices: no object stays', async () => {
    const { id } = await test.submit(shortComposition(test.media));
    await eventually('the poster is there, and the video waits at the gate', async () => (await test.objectKeys(id)).length > 0, 30_000);
    await cancelJob(id);
    // As if the poster had arrived only after the files were listed that are deleted with the job.
    expect(await deleteJobRow(id)).toBe('deleted');
    await eventually('nothing is left of the job', async () => (await test.objectKeys(id)).length === 0, 5_000);
  });

  it('twice, or when there is no such job, changes nothing', async () => {
    const { id } = await test.submit(shortComposition(test.media));
    await cancelJob(id);
    expect(await cancelJob(id)).toMatchObject({ outcome: 'already_final', job: { status: 'cancelled' } });
    expect(await cancelJob('00000000-0000-4000-8000-000000000000')).toEqual({ outcome: 'not_found', job: null });
    expect(await cancelJob('no uuid')).toEqual({ outcome: 'not_found', job: null });
  });
});
