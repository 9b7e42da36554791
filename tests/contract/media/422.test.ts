/** POST /api/v1/media answers 422 to a medium that cannot be used, with the reason that a job would fail for. */
import { expect, test } from 'vitest';
import type { ErrorBody } from '#lib/api/contract';
import { call } from '#tests/contract/api';
import { useMedia } from '#tests/contract/media';

const media = useMedia();

test.each([
  ['is not there', () => media.server.url('missing.mp4'), undefined, 'SOURCE_NOT_FOUND'],
  ['is a web page', () => media.server.url('html'), undefined, 'SOURCE_NOT_MEDIA'],
  ['is of another kind', () => media.image, 'video', 'SOURCE_WRONG_KIND'],
  ['is inside the network', () => 'http://169.254.169.254/latest/meta-data/', undefined, 'SOURCE_ADDRESS_FORBIDDEN'],
])('one that %s', async (_, source, kind, error) => {
  const answer = await call<ErrorBody>('POST', '/api/v1/media', { body: { source: source(), kind } });
  expect(answer).toMatchObject({ status: 422, body: { error, message: expect.any(String) } });
  expect(answer.body.message).not.toMatch(/127\.0\.0\.1|169\.254|\/tmp|ffmpeg|ffprobe/i);
});
