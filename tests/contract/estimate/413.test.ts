/** POST /api/v1/estimate has the same limit as videocreate. */
import { expect, test } from 'vitest';
import { call } from '#tests/contract/api';

test('a body over 1 MiB is 413', async () => {
  const { status, body } = await call('POST', '/api/v1/estimate', { body: ' '.repeat(1024 * 1024 + 1) });
  expect({ status, body }).toMatchObject({ status: 413, body: { error: 'REQUEST_TOO_LARGE' } });
});
