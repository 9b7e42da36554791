/** GET /api/v1/videoresult/{job_id} answers 200 with how the job stands; DELETE answers 200 with the cancelled job. */
import { expect, test } from 'vitest';
import type { VideoResultBody } from '#lib/api/contract';
import { call, getResult, isAtStep, isFinal, simpleComposition, startJob, waitForResult } from '#tests/contract/api';
import { useMedia } from '#tests/contract/media';

const media = useMedia();

test('a running job tells percentage, step and words, and its progress never goes backwards', async () => {
  const jobId = await startJob({ ...simpleComposition(media.slowImage(2)), duration: 8 });
  const seen: number[] = [];
  await waitForResult(jobId, (body) => {
    if (body.status === 'processing') {
      expect(body).toEqual({
        status: 'processing',
        job_id: jobId,
        progress: `${body.progress_percentage}%`,
        current_step: expect.stringMatching(/\w/),
        message: expect.stringMatching(/\w/),
        progress_percentage: expect.any(Number),
        step: expect.stringMatching(/^(pending|estimating|downloading|processing|uploading|storing)$/),
        estimated_seconds: expect.any(Number),
        elapsed_seconds: expect.any(Number),
      });
      seen.push(body.progress_percentage);
    }
    return isFinal(body);
  });
  expect(seen.length).toBeGreaterThan(3);
  expect(seen).toEqual([...seen].sort((one, other) => one - other));
  expect(seen.some((percentage) => percentage >= 20)).toBe(true);
});

test('a completed job tells its URL, poster, size, length and time', async () => {
  const jobId = await startJob(simpleComposition(media.image));
  const body = await waitForResult(jobId, isFinal);
  expect(body).toEqual({
    status: 'completed',
    job_id: jobId,
    result_url: expect.stringContaining(`/processed/video_${jobId}_`),
    file_size: expect.stringMatching(/^\d+\.\d MB$/),
    duration: '5 seconds',
    processing_time: expect.stringMatching(/^\d+ seconds?$/),
    message: 'Video processing completed successfully',
    file_size_bytes: expect.any(Number),
    duration_seconds: 5,
    processing_seconds: expect.any(Number),
    poster_url: expect.stringContaining(`/processed/poster_${jobId}_`),
    width: 480,
    height: 640,
  });
});

test('the answer is not to be cached, and has a request id of its own', async () => {
  const jobId = await startJob(simpleComposition(media.image));
  const { headers } = await getResult(jobId);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test('an id in capital letters is the same job', async () => {
  const jobId = await startJob(simpleComposition(media.image));
  expect((await getResult(jobId.toUpperCase())).body.job_id).toBe(jobId);
});

test('DELETE of a job in the middle of its download cancels it for good', async () => {
  const jobId = await startJob(simpleComposition(media.slowImage(10)));
  await waitForResult(jobId, isAtStep('downloading'));
  const { status, body } = await call<VideoResultBody>('DELETE', `/api/v1/videoresult/${jobId}`);
  const cancelled = { status: 'cancelled', job_id: jobId, error: 'JOB_CANCELLED', message: 'The job was cancelled', details: {} };
  expect({ status, body }).toEqual({ status: 200, body: cancelled });
  expect((await getResult(jobId)).body).toEqual(cancelled);
});

test('DELETE of a job in the middle of its render cancels it for good', async () => {
  // A minute of moving picture at 1080p: it is still rendering when the cancel comes.
  const jobId = await startJob({ width: 1920, height: 1080, duration: 60, elements: [{ type: 'video', source: media.video, rotation: 5 }] });
  await waitForResult(jobId, isAtStep('processing'));
  expect((await call('DELETE', `/api/v1/videoresult/${jobId}`)).status).toBe(200);
  expect(await waitForResult(jobId, isFinal)).toMatchObject({ status: 'cancelled' });
});
