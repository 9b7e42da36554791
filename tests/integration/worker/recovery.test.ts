/** What becomes of a job whose worker dies, freezes or is told to stop: it completes once, by another attempt. */
import { CreateMultipartUploadCommand, ListMultipartUploadsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { getConfig } from '#lib/config';
import { getJob } from '#lib/jobs/get-job';
import { createS3Client } from '#lib/storage/client';
import type { StackWorker } from '#tests/support/stack';
import { startGateProxy } from '#tests/integration/worker/gate-proxy';
import { end, eventually, longComposition, shortComposition, startWorkerTest, type WorkerTest } from '#tests/integration/worker/worker-test';

describe('a job whose worker is lost', () => {
  let test: WorkerTest;
  const workers: StackWorker[] = [];
  const start = async (env: Record<string, string> = {}): Promise<StackWorker> => {
    const worker = await test.stack.startWorker(env);
    workers.push(worker);
    return worker;
  };
  beforeAll(async () => {
    test = await startWorkerTest();
  });
  afterEach(async () => {
    await Promise.all(workers.splice(0).map(end));
  });
  afterAll(() => test?.stop());

  it('is taken over within 30 s after its worker was killed, and completes once', async () => {
    const victim = await start();
    const { id } = await test.submit(longComposition(test.media));
    await test.until(id, ({ step, progressPercent }) => step === 'processing' && progressPercent > 25);
    const survivor = await start();
    await victim.kill('SIGKILL');
    const killedAt = new Date();
    await eventually('FFmpeg dies with its worker', async () => (await test.mediaProcesses()).length === 0, 5_000);

    const job = await test.finish(id);
    expect(job).toMatchObject({ status: 'completed', attempt: 2, retryCount: 1 });
    expect(await test.objectKeys(id)).toEqual([job.s3Key, job.posterKey]);
    const [row] = await test.query('select worker_id, attempt_started_at from jobs where id = $1', [id]);
    expect(row?.worker_id).toContain(`:${survivor.pid}:`);
    // The bound is on what recovery decides; how long the render then takes is the machine's.
    expect(new Date(row?.attempt_started_at).getTime() - killedAt.getTime()).toBeLessThan(30_000);

    await eventually('the folder of the dead attempt is removed by the living worker', async () => (await test.tempFolders()).length === 0, 30_000);
  });

  it('is not changed by an attempt that wakes up after another one has completed it', async () => {
    const frozen = await start();
    const { id } = await test.submit(longComposition(test.media));
    await test.until(id, ({ step, progressPercent }) => step === 'processing' && progressPercent > 25);
    process.kill(frozen.pid, 'SIGSTOP');
    await start();
    const completed = await test.finish(id);
    expect(completed).toMatchObject({ status: 'completed', attempt: 2 });

    process.kill(frozen.pid, 'SIGCONT');
    await eventually('the stale attempt ends', async () => (await test.tempFolders()).length === 0 && (await test.mediaProcesses()).length === 0, 10_000);
    expect(await getJob(id)).toEqual(completed);
    expect(await test.objectKeys(id)).toEqual([completed.s3Key, completed.posterKey]);
  });

  it('keeps one video and one poster when a stale attempt uploads after the job was completed', async () => {
    const gate = await startGateProxy(test.stack.env['S3_ENDPOINT'] ?? '');
    const frozen = await start({ S3_ENDPOINT: gate.endpoint });
    const { id } = await test.submit(shortComposition(test.media));
    await gate.waiting;
    process.kill(frozen.pid, 'SIGSTOP');
    await start();
    const completed = await test.finish(id);
    const countObjects = async () => (await test.objectKeys(id)).length;
    await eventually('the poster of the stale attempt is removed', async () => (await countObjects()) === 2, 5_000);
    // Its request reaches the storage although it sleeps.
    gate.open();
    await eventually('the video of the stale attempt has come', async () => (await countObjects()) === 3, 5_000);
    process.kill(frozen.pid, 'SIGCONT');
    await eventually('the stale attempt removes it', async () => (await countObjects()) === 2, 10_000);
    expect(await test.objectKeys(id)).toEqual([completed.s3Key, completed.posterKey]);
    expect(await getJob(id)).toEqual(completed);
    await gate.close();
  });

  it('leaves nothing in the storage of a worker that died in the middle of an upload, also when the job is final before anybody comes', async () => {
    await start();
    const { id } = await test.submit(shortComposition(test.media));
    const completed = await test.finish(id);
    const { storage: config } = getConfig();
    const client = createS3Client(config, {});
    const object = { Bucket: config.bucket, Key: `processed/video_${id}_1.mp4` };
    await client.send(new PutObjectCommand({ ...object, Body: 'of an attempt that is dead' }));
    await client.send(new CreateMultipartUploadCommand(object));
    // What the queue does when a worker is not heard of any more.
    await test.query("update pgboss.job set state = 'retry', start_after = now() where id = $1", [id]);
    const unfinished = async () => (await client.send(new ListMultipartUploadsCommand({ Bucket: config.bucket }))).Uploads ?? [];
    await eventually('all of it is gone', async () => (await test.objectKeys(id)).length === 2 && (await unfinished()).length === 0, 10_000);
    expect(await test.objectKeys(id)).toEqual([completed.s3Key, completed.posterKey]);
    client.destroy();
  });

  it('is handed back by a worker that is told to stop, which does not count as a failure', async () => {
    const leaving = await start();
    const { id } = await test.submit(longComposition(test.media));
    await test.until(id, ({ step, progressPercent }) => step === 'processing' && progressPercent > 25);
    await start();
    const left = leaving.kill('SIGTERM');
    const taken = await test.until(id, ({ attempt, status }) => attempt === 2 && status === 'processing');
    expect(taken.retryCount).toBe(0);
    await left;
    expect(await test.finish(id)).toMatchObject({ status: 'completed', attempt: 2, retryCount: 0 });
    await eventually('the folders are gone', async () => (await test.tempFolders()).length === 0, 5_000);
  });

  it('finishes with a stopping worker when it is nearly done', async () => {
    const gate = await startGateProxy(test.stack.env['S3_ENDPOINT'] ?? '');
    const leaving = await start({ S3_ENDPOINT: gate.endpoint });
    const { id } = await test.submit(shortComposition(test.media));
    await gate.waiting;
    const left = leaving.kill('SIGTERM');
    gate.open();
    await left;
    expect(await getJob(id)).toMatchObject({ status: 'completed', attempt: 1 });
    await gate.close();
  });
});
