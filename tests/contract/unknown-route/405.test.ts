/** A route that exists refuses the methods it does not have. */
import { expect, test } from 'vitest';
import { url } from '#tests/contract/api';

test.each([
  ['GET', '/api/v1/videocreate'],
  ['PUT', '/api/v1/videocreate'],
  ['POST', '/api/v1/videoresult/nope'],
  ['DELETE', '/api/v1/estimate'],
  ['POST', '/health'],
])('%s %s is 405', async (method, path) => {
  expect((await fetch(url(path), { method })).status).toBe(405);
});
