/** GET /api/v1/uploads/{upload_id} answers 307 to an address where the file can be read, whole and by parts. */
import { expect, test } from 'vitest';
import type { UploadBody } from '#lib/api/contract';
import { call, url } from '#tests/contract/api';

test('the file is read by parts, from pages of any origin, and is never opened as a page', async () => {
  const { body } = await call<UploadBody>('POST', '/api/v1/uploads', { body: { filename: 'a.svg', size_bytes: 11 } });
  await fetch(body.upload_url, { method: 'PUT', body: '<svg></svg>', headers: body.headers });

  const redirect = await fetch(url(`/api/v1/uploads/${body.upload_id}`), { redirect: 'manual' });
  expect([redirect.status, redirect.headers.get('cache-control')]).toEqual([307, 'private, max-age=1800']);

  const part = await fetch(url(`/api/v1/uploads/${body.upload_id}`), { headers: { Range: 'bytes=1-3', Origin: 'https://example.com' } });
  expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([206, 'svg', 'bytes 1-3/11']);
  expect(part.headers.get('access-control-allow-origin')).toBe('*');
  expect(part.headers.get('content-type')).toBe('image/svg+xml');
  expect(part.headers.get('content-disposition')).toBe('attachment');
});
