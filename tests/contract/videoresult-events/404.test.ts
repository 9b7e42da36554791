/** GET /api/v1/videoresult/{job_id}/events answers 404 as JSON where there is no such job. */
import { expect, test } from 'vitest';
import { call } from '#tests/contract/api';

test.each(['00000000-0000-4000-8000-000000000000', 'nope'])('%s', async (jobId) => {
  const { status, body } = await call('GET', `/api/v1/videoresult/${jobId}/events`);
  expect({ status, body }).toEqual({ status: 404, body: { error: 'Job not found' } });
});
