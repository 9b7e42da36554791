/** GET /api/v1/videos answers 400 to a query that it does not understand. */
import { expect, test } from 'vitest';
import type { InvalidRequestBody } from '#lib/api/contract';
import { call } from '#tests/contract/api';

test.each([
  ['status=lost', 'status', 'must be some of processing, completed'],
  ['q=a%00b', 'q', 'must be at most 200 characters, none of them NUL'],
  ['before=yesterday', 'before', 'must be the next_before of the page before'],
  ['limit=0', 'limit', 'must be a whole number from 1 to 100'],
  ['limit=many', 'limit', 'must be a whole number from 1 to 100'],
])('%s', async (query, path, message) => {
  const answer = await call<InvalidRequestBody>('GET', `/api/v1/videos?${query}`);
  expect(answer).toMatchObject({ status: 400, body: { details: [{ path, message: expect.stringContaining(message) }] } });
});
