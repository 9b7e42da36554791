/** A route that exists refuses the methods it does not have, and names those it has. */
import { describe, expect, it, test } from 'vitest';
import { url } from '#tests/contract/api';

test.each([
  ['GET', '/api/v1/videocreate', 'POST, OPTIONS'],
  ['PUT', '/api/v1/videocreate', 'POST, OPTIONS'],
  ['POST', '/api/v1/videoresult/nope', 'DELETE, GET, HEAD, OPTIONS'],
  ['PATCH', '/api/v1/videos', 'GET, HEAD, OPTIONS'],
  ['DELETE', '/api/v1/estimate', 'POST, OPTIONS'],
  ['POST', '/health', 'GET, HEAD, OPTIONS'],
])('%s %s is 405', async (method, path, allowed) => {
  const response = await fetch(url(path), { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('allow')).toBe(allowed);
  expect(response.headers.get('x-request-id')).toMatch(/./);
  expect(await response.json()).toEqual({ error: 'METHOD_NOT_ALLOWED', message: `${method} is not possible here; possible: ${allowed}` });
});

describe('what a route has', () => {
  it('is told to who asks with OPTIONS', async () => {
    const response = await fetch(url('/api/v1/uploads'), { method: 'OPTIONS' });
    expect([response.status, response.headers.get('allow'), await response.text()]).toEqual([204, 'POST, OPTIONS', '']);
  });

  it('can be asked for without its body', async () => {
    expect((await fetch(url('/api/v1/videos'), { method: 'HEAD' })).status).toBe(200);
    const refused = await fetch(url('/api/v1/videocreate'), { method: 'HEAD' });
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'POST, OPTIONS']);
  });
});
