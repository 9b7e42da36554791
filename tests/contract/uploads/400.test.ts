/** POST /api/v1/uploads answers 400 to a file that cannot become part of a video, and says what would. */
import { expect, test } from 'vitest';
import type { InvalidRequestBody } from '#lib/api/contract';
import { call } from '#tests/contract/api';

const MB = 1024 * 1024;

test.each([
  ['a program', { filename: 'setup.exe', size_bytes: 10 }, 'filename', 'must end in one of mp4,'],
  ['a name without an extension', { filename: 'clip', size_bytes: 10 }, 'filename', 'must end in one of'],
  ['a page that is called a picture', { filename: 'a.png', size_bytes: 10, content_type: 'text/html' }, 'content_type', 'must be of a file of its name (image/png), not "text/html"'],
  ['an empty file', { filename: 'a.png', size_bytes: 0 }, 'size_bytes', 'must be the size of the file in bytes'],
  ['a file that is too large', { filename: 'a.mp4', size_bytes: 100 * MB + 1 }, 'size_bytes', 'must be at most 104857600 (100 MB)'],
  ['a font that is too large', { filename: 'a.ttf', size_bytes: 11 * MB }, 'size_bytes', 'must be at most 10485760 (10 MB)'],
  ['an unknown key', { filename: 'a.png', size_bytes: 10, folder: 'x' }, 'folder', 'is not a known property'],
])('%s', async (_, body, path, message) => {
  const answer = await call<InvalidRequestBody>('POST', '/api/v1/uploads', { body });
  expect(answer).toMatchObject({ status: 400, body: { error: 'Invalid request data', details: [{ path, message: expect.stringContaining(message), code: expect.any(String) }] } });
});

test('every problem is told at once', async () => {
  const { body } = await call<InvalidRequestBody>('POST', '/api/v1/uploads', { body: {} });
  expect(body.details.map(({ path }) => path)).toEqual(['filename', 'size_bytes']);
});
