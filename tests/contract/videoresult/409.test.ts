/** DELETE /api/v1/videoresult/{job_id} answers 409 to a job that has already finished, and leaves it as it is. */
import { expect, test } from 'vitest';
import { call, getResult, isFinal, simpleComposition, startJob, waitForResult } from '#tests/contract/api';
import { useMedia } from '#tests/contract/media';

const media = useMedia();

test('a completed job cannot be cancelled', async () => {
  const jobId = await startJob(simpleComposition(media.image));
  const before = await waitForResult(jobId, isFinal);
  const { status, body } = await call('DELETE', `/api/v1/videoresult/${jobId}`);
  expect({ status, body }).toEqual({
    status: 409,
    body: { error: 'JOB_ALREADY_FINISHED', message: 'The job has already finished and cannot be cancelled', job_id: jobId, details: { status: 'completed' } },
  });
  expect((await getResult(jobId)).body).toEqual(before);
});

test('a cancelled job cannot be cancelled again', async () => {
  const jobId = await startJob(simpleComposition(media.slowImage(10)));
  expect((await call('DELETE', `/api/v1/videoresult/${jobId}`)).status).toBe(200);
  const { status, body } = await call('DELETE', `/api/v1/videoresult/${jobId}`);
  expect({ status, body }).toMatchObject({ status: 409, body: { details: { status: 'cancelled' } } });
});
