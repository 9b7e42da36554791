/** What every route has around it: ids, headers, and an answer for whatever is thrown. */
import { describe, expect, test } from 'vitest';
import { withRoute } from '#lib/api/route';
import { AppError } from '#lib/errors';

const request = (headers: Record<string, string> = {}, signal?: AbortSignal) => new Request('http://localhost/x', { headers, signal });
const context = { params: Promise.resolve({}) };

const run = (handler: () => Promise<Response>, given = request()) => withRoute('/x', handler)(given, context);
const failWith = (error: unknown) => run(() => Promise.reject(error));

describe('withRoute', () => {
  test('an unexpected error is a 500 that names the request and hides its cause', async () => {
    const response = await failWith(new TypeError('cannot read /srv/secret of undefined'));
    const id = response.headers.get('x-request-id');
    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 500,
      body: { error: 'Internal server error', message: `The request failed on our side. Its id is ${id}.` },
    });
  });

  test.each(['text', undefined, null, 7])('even %s thrown is a 500', async (thrown) => {
    expect((await failWith(thrown)).status).toBe(500);
  });

  test('an error of ours is answered by the table', async () => {
    const response = await failWith(new AppError('JOB_NOT_FOUND'));
    expect({ status: response.status, body: await response.json() }).toEqual({ status: 404, body: { error: 'Job not found' } });
  });

  test('an error after the client hung up is no 500', async () => {
    const gone = AbortSignal.abort();
    expect((await run(() => Promise.reject(new Error('aborted')), request({}, gone))).status).toBe(499);
  });

  test('nothing may be cached unless the route says so', async () => {
    expect((await run(async () => Response.json({}))).headers.get('cache-control')).toBe('no-store');
    const own = async () => new Response('', { headers: { 'Cache-Control': 'no-store, no-transform' } });
    expect((await run(own)).headers.get('cache-control')).toBe('no-store, no-transform');
  });

  test('a sane request id is taken over, another one replaced', async () => {
    const ok = async () => Response.json({});
    expect((await run(ok, request({ 'x-request-id': 'order-4711.a' }))).headers.get('x-request-id')).toBe('order-4711.a');
    expect((await run(ok, request({ 'x-request-id': 'a b' }))).headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});
