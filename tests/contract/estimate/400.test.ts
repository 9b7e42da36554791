/** POST /api/v1/estimate validates as videocreate does. */
import { expect, test } from 'vitest';
import { call } from '#tests/contract/api';

test('a composition that videocreate would refuse is refused with the same body', async () => {
  const body = { width: 0, heigth: 640, elements: [{ type: 'sound' }] };
  const [estimated, created] = await Promise.all([call('POST', '/api/v1/estimate', { body }), call('POST', '/api/v1/videocreate', { body })]);
  expect(estimated.status).toBe(400);
  expect(estimated.body).toEqual(created.body);
});

test('a composition that no machine renders in the time of a job is refused before anything is fetched, with its figures', async () => {
  const body = { width: 7680, height: 4320, frame_rate: 60, elements: [{ type: 'video', source: 'https://example.com/a.mp4', duration: 600, color_filter: 'sepia' }] };
  const [estimated, created] = await Promise.all([call('POST', '/api/v1/estimate', { body }), call('POST', '/api/v1/videocreate', { body })]);
  expect(estimated).toMatchObject({
    status: 400,
    body: { error: 'Invalid request data', details: [{ path: 'elements.0', code: 'output_too_complex', message: expect.stringMatching(/at least \d+ seconds to render; a job has \d+/) }] },
  });
  expect([created.status, created.body]).toEqual([400, estimated.body]);
});
