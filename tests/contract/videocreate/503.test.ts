/** POST /api/v1/videocreate answers 503 when the database is away: nothing was created, and the client may try again. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { closedAddress, type SecondWeb, startSecondWeb } from '#tests/contract/second-web';
import { simpleComposition } from '#tests/contract/api';

let web: SecondWeb;
beforeAll(async () => {
  web = await startSecondWeb({ SUPABASE_URL: `http://${await closedAddress()}` });
});
afterAll(() => web.stop());

test('the answer names the fault as ours and nothing of the inside', async () => {
  const response = await fetch(web.url('/api/v1/videocreate'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(simpleComposition('https://example.com/a.png')),
  });
  expect({ status: response.status, body: await response.json() }).toEqual({
    status: 503,
    body: { error: 'SERVICE_UNAVAILABLE', message: 'A part of the service is not available' },
  });
});
