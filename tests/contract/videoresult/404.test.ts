/** GET and DELETE /api/v1/videoresult/{job_id} answer 404 where there is no such job. */
import { describe, expect, test } from 'vitest';
import { call } from '#tests/contract/api';

describe.each(['GET', 'DELETE'])('%s', (method) => {
  test.each([
    ['an unknown UUID', '00000000-0000-4000-8000-000000000000'],
    ['an id that is no UUID', 'nope'],
    ['an id with a quote', "1'%20or%20'1'='1"],
    ['an id with a NUL', '%00'],
    ['a very long id', 'a'.repeat(4000)],
  ])('%s', async (_, jobId) => {
    const { status, body } = await call(method, `/api/v1/videoresult/${jobId}`);
    expect({ status, body }).toEqual({ status: 404, body: { error: 'Job not found' } });
  });
});
