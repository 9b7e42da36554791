/** Jobs that fail, and jobs that nearly do: what is repeated, what is not, and what is recorded. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { StackWorker } from '#tests/support/stack';
import { startFaultProxy } from '#tests/integration/storage/fault-proxy';
import { end, eventually, longComposition, shortComposition, startWorkerTest, type WorkerTest } from '#tests/integration/worker/worker-test';

describe('a job', () => {
  let test: WorkerTest;
  let worker: StackWorker | null = null;
  const start = async (env: Record<string, string> = {}): Promise<void> => {
    worker = await test.stack.startWorker(env);
  };
  beforeAll(async () => {
    test = await startWorkerTest();
  });
  afterEach(async () => {
    if (worker !== null) await end(worker);
  });
  afterAll(() => test?.stop());

  it('fails at once, naming the element, when a source does not exist', async () => {
    await start();
    const { id } = await test.submit({
      width: 160,
      height: 90,
      elements: [
        { id: 'there', type: 'image', source: test.media.url('still.png'), duration: 1 },
        { id: 'missing', type: 'video', source: test.media.url('404') },
      ],
    });
    const job = await test.finish(id);
    expect(job).toMatchObject({ status: 'failed', errorCode: 'SOURCE_NOT_FOUND', errorDetails: { element_id: 'missing' }, attempt: 1, retryCount: 0, s3Key: null });
    expect(test.media.count('/404')).toBe(1);
    await eventually('the folders are gone', async () => (await test.tempFolders()).length === 0, 5_000);
  });

  it('names the element at fault within a group', async () => {
    await start();
    const lost = { type: 'image', source: test.media.url('404?nested'), duration: 1 } as const;
    const grouped = (elements: Array<typeof lost & { id?: string }>) => test.submit({ width: 160, height: 90, elements: [{ id: 'group', type: 'composition', elements }] });
    const jobs = await Promise.all([grouped([{ ...lost, id: 'missing' }]), grouped([lost])]);
    const failed = await Promise.all(jobs.map(({ id }) => test.finish(id)));
    expect(failed.map(({ errorCode, errorDetails }) => [errorCode, errorDetails?.['element_id']])).toEqual([['SOURCE_NOT_FOUND', 'missing'], ['SOURCE_NOT_FOUND', 'elements.0.elements.0']]);
  });

  it('is tried three times when the error may pass, then fails with it', async () => {
    await start();
    const { id } = await test.submit({ width: 160, height: 90, elements: [{ id: 'down', type: 'image', source: test.media.url('status/503'), duration: 1 }] });
    const job = await test.finish(id);
    expect(job).toMatchObject({ status: 'failed', errorCode: 'SOURCE_SERVER_FAILED', errorDetails: { element_id: 'down' }, attempt: 3, retryCount: 2 });
  });

  it('fails with every problem when the composition and its media do not go together', async () => {
    await start();
    const clip = test.media.url('clip.mp4');
    const { id } = await test.submit({
      width: 160,
      height: 90,
      elements: [
        { id: 'late', type: 'video', source: clip, trim_start: 5 },
        { id: 'later', type: 'video', source: clip, trim_start: 6 },
      ],
    });
    const job = await test.finish(id);
    expect(job).toMatchObject({ status: 'failed', errorCode: 'TRIM_OUT_OF_RANGE', attempt: 1 });
    expect(job.errorDetails).toMatchObject({ element_id: 'late', other_problems: [{ code: 'TRIM_OUT_OF_RANGE', element_id: 'later' }] });
  });

  it('completes when the storage fails twice and then works, and every attempt is recorded', async () => {
    let failures = 0;
    const proxy = await startFaultProxy(test.stack.env['S3_ENDPOINT'] ?? '', (request) => (request.startsWith('PUT') && failures++ < 2 ? 'status 500' : null));
    await start({ S3_ENDPOINT: proxy.endpoint });
    const { id } = await test.submit(shortComposition(test.media));
    const job = await test.finish(id);
    await proxy.close();
    expect(job).toMatchObject({ status: 'completed', attempt: 1 });
    const operations = await test.query('select operation, key, success, error_message is not null as has_error from storage_operations where job_id = $1 order by created_at', [id]);
    expect(operations).toEqual([
      { operation: 'upload', key: job.posterKey, success: false, has_error: true },
      { operation: 'upload', key: job.posterKey, success: false, has_error: true },
      { operation: 'upload', key: job.posterKey, success: true, has_error: false },
      { operation: 'verify', key: job.posterKey, success: true, has_error: false },
      { operation: 'upload', key: job.s3Key, success: true, has_error: false },
      { operation: 'verify', key: job.s3Key, success: true, has_error: false },
    ]);
    expect(await test.objectKeys(id)).toEqual([job.s3Key, job.posterKey]);
  });

  it('fails with "S3 upload failed" when the storage stays down', async () => {
    const proxy = await startFaultProxy(test.stack.env['S3_ENDPOINT'] ?? '', (request) => (request.startsWith('PUT') ? 'status 500' : null));
    await start({ S3_ENDPOINT: proxy.endpoint, UPLOAD_RETRIES: '0' });
    const { id } = await test.submit(shortComposition(test.media));
    const job = await test.finish(id);
    await proxy.close();
    expect(job).toMatchObject({ status: 'failed', errorCode: 'STORAGE_UPLOAD_FAILED', attempt: 3 });
    expect(job.errorMessage).toMatch(/^S3 upload failed/);
    const [failed] = await test.query("select count(*)::int as count from storage_operations where job_id = $1 and operation = 'upload' and not success", [id]);
    expect(failed).toEqual({ count: 3 });
  });

  it('is stopped with status timeout when it takes longer than allowed', async () => {
    await start({ PROCESSING_TIMEOUT_MINUTES: '0.03' });
    // Its source keeps it waiting: what would take too long to render is refused before it is begun.
    const { id } = await test.submit({ width: 160, height: 90, elements: [{ id: 'clip', type: 'video', source: test.media.url('stall?file=clip.mp4') }] });
    const job = await test.finish(id);
    expect(job).toMatchObject({ status: 'timeout', errorCode: 'JOB_TIMED_OUT', attempt: 1, s3Key: null });
    expect(await test.objectKeys(id)).toEqual([]);
  });

  it('is refused when its render cannot be done in the time that is allowed', async () => {
    await start({ PROCESSING_TIMEOUT_MINUTES: '0.05' });
    const { id } = await test.submit({ ...longComposition(test.media), width: 7680, height: 4320 });
    expect(await test.finish(id)).toMatchObject({ status: 'failed', errorCode: 'OUTPUT_TOO_COMPLEX', attempt: 1, s3Key: null });
  });
});
