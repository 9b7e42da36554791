/** Every address under /api that does not exist is answered with JSON. */
import { expect, test } from 'vitest';
import { call } from '#tests/contract/api';

test.each(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])('%s', async (method) => {
  for (const path of ['/api', '/api/v1', '/api/v1/videocreates', '/api/v2/videocreate', '/api/v1/videoresult/a/b/c']) {
    const { status, body } = await call(method, path);
    expect({ path, status, body }).toEqual({ path, status: 404, body: { error: 'ROUTE_NOT_FOUND', message: 'There is no such address in this API' } });
  }
});
