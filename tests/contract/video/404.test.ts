/** DELETE /api/v1/videos/{job_id} answers 404 when there is no such job. */
import { expect, test } from 'vitest';
import { call } from '#tests/contract/api';

test.each(['no-uuid', '00000000-0000-4000-8000-000000000000'])('%s', async (jobId) => {
  expect(await call('DELETE', `/api/v1/videos/${jobId}`)).toMatchObject({ status: 404, body: { error: 'Job not found' } });
});
