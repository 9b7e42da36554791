/** POST /api/v1/estimate validates as videocreate does. */
import { expect, test } from 'vitest';
import { call } from '#tests/contract/api';

test('a composition that videocreate would refuse is refused with the same body', async () => {
  const body = { width: 0, heigth: 640, elements: [{ type: 'sound' }] };
  const [estimated, created] = await Promise.all([call('POST', '/api/v1/estimate', { body }), call('POST', '/api/v1/videocreate', { body })]);
  expect(estimated.status).toBe(400);
  expect(estimated.body).toEqual(created.body);
});
