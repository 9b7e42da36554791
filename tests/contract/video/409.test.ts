/** DELETE /api/v1/videos/{job_id} answers 409 while the video is being made, and leaves it alone. */
import { expect, test } from 'vitest';
import { call, isFinal, simpleComposition, startJob, url, waitForResult } from '#tests/contract/api';
import { useMedia } from '#tests/contract/media';

const media = useMedia();

test('a running job is to be cancelled first', async () => {
  const jobId = await startJob(simpleComposition(media.slowImage(20)));
  const answer = await call('DELETE', `/api/v1/videos/${jobId}`);
  expect(answer).toMatchObject({ status: 409, body: { error: 'JOB_STILL_RUNNING', message: 'The video is still being made; cancel it before it is deleted', job_id: jobId } });
  await call('DELETE', `/api/v1/videoresult/${jobId}`);
  await waitForResult(jobId, isFinal);
  expect((await fetch(url(`/api/v1/videos/${jobId}`), { method: 'DELETE' })).status).toBe(204);
});
