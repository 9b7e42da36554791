/** POST /api/v1/media answers 200 with what a medium is and how it looks and sounds. */
import { expect, test } from 'vitest';
import type { MediaBody } from '#lib/api/contract';
import { call, url } from '#tests/contract/api';
import { useMedia } from '#tests/contract/media';

const media = useMedia();

test('a video: its facts, and addresses of its poster, filmstrip and waveform that everybody can read', async () => {
  const { status, body } = await call<MediaBody>('POST', '/api/v1/media', { body: { source: media.video } });
  expect({ status, body }).toEqual({
    status: 200,
    body: {
      source: media.video,
      kind: 'video',
      size_bytes: expect.any(Number),
      facts: expect.objectContaining({ kind: 'video', widthPx: 640, heightPx: 360, durationSeconds: 2, sound: expect.any(Object) }),
      poster_url: expect.stringMatching(/^\/api\/v1\/media\/[0-9a-f-]{36}\/poster$/),
      filmstrip: { url: expect.stringMatching(/filmstrip$/), frame_count: 8, frame_width: 114, frame_height: 64, step_seconds: 0.25 },
      waveform: { url: expect.stringMatching(/waveform$/), peaks_per_second: 50, start_seconds: expect.any(Number) },
    },
  });
  if (body.kind === 'font') throw new Error('not a font');
  const types = await Promise.all([body.poster_url, body.filmstrip?.url, body.waveform?.url].map(async (path) => (await fetch(url(path ?? ''))).headers.get('content-type')));
  expect(types).toEqual(['image/jpeg', 'image/jpeg', 'application/json']);
});

test('the same medium again is answered from the first look', async () => {
  const asked = media.server.count('/photo.png');
  const ask = () => call<MediaBody>('POST', '/api/v1/media', { body: { source: media.image, kind: 'image' } });
  const first = await ask();
  expect(await ask()).toMatchObject({ status: 200, body: first.body });
  expect(media.server.count('/photo.png')).toBe(asked + 1);
});
