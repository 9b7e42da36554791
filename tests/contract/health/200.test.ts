/** GET /health answers 200 with each part named when all of them answer. */
import { expect, test } from 'vitest';
import { call } from '#tests/contract/api';

test('database, queue and storage are named and well', async () => {
  const { status, body } = await call('GET', '/health');
  const part = { status: 'ok', ms: expect.any(Number) };
  expect({ status, body }).toEqual({ status: 200, body: { status: 'ok', parts: { database: part, queue: part, storage: part } } });
});
