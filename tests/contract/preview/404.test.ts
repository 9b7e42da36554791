/** GET /api/v1/media/{probe_id}/{preview} answers 404 to what is no preview. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { call } from '#tests/contract/api';

test.each([`${randomUUID()}/original`, 'no-uuid/poster'])('%s', async (path) => {
  expect(await call('GET', `/api/v1/media/${path}`)).toMatchObject({ status: 404, body: { error: 'PREVIEW_NOT_FOUND' } });
});
