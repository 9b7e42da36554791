/** GET /api/v1/uploads/{upload_id} answers 404 to what is no id of an upload. */
import { expect, test } from 'vitest';
import { call } from '#tests/contract/api';

test.each(['nothing', '00000000-0000-4000-8000-000000000000', '..%2Fprocessed%2Fvideo.mp4', 'preview_x'])('%s', async (id) => {
  const answer = await call('GET', `/api/v1/uploads/${id}`);
  expect(answer).toMatchObject({ status: 404, body: { error: 'UPLOAD_NOT_FOUND', message: 'There is no such upload' } });
});
