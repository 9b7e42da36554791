/** POST /api/v1/media answers 400 to a body that names no medium. */
import { expect, test } from 'vitest';
import type { InvalidRequestBody } from '#lib/api/contract';
import { call } from '#tests/contract/api';

test.each([
  ['no source', {}, 'source'],
  ['a file of the server', { source: 'file:///etc/passwd' }, 'source'],
  ['an upload that is none', { source: 'upload:../processed/video.mp4' }, 'source'],
  ['an unknown kind', { source: 'https://example.com/a.mp4', kind: 'document' }, 'kind'],
])('%s', async (_, body, path) => {
  const answer = await call<InvalidRequestBody>('POST', '/api/v1/media', { body });
  expect(answer).toMatchObject({ status: 400, body: { details: [{ path, message: expect.any(String) }] } });
});
