/** POST /api/v1/videocreate answers 500 to a quick job that failed by our fault, with the job's id and nothing of the inside. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ErrorBody } from '#lib/api/contract';
import { simpleComposition, UUID } from '#tests/contract/api';
import { useMedia } from '#tests/contract/media';
import { closedAddress } from '#tests/contract/second-web';
import { HAS_CONFIGURED_PARTS } from '#tests/support/configured-parts';
import { type Stack, startStack } from '#tests/support/stack';

const media = useMedia();

/** A stack of its own, as the shared worker would take the job and finish it. */
let stack: Stack;
beforeAll(async () => {
  // Every attempt of the job fails; the wait must be longer than all of them, on a slow machine too.
  stack = await startStack({ web: true, allowHosts: [media.server.host], env: { QUICK_RESPONSE_THRESHOLD_SECONDS: '100' } });
  await stack.startWorker({ S3_ENDPOINT: `http://${await closedAddress()}`, UPLOAD_RETRIES: '0' });
});
afterAll(() => stack?.stop());

// Where the database is shared, the shared worker takes it all the same.
test.skipIf(HAS_CONFIGURED_PARTS)('a storage that is away', async () => {
  const response = await fetch(`${stack.baseUrl}/api/v1/videocreate`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(simpleComposition(media.image)),
  });
  const body = (await response.json()) as ErrorBody;
  expect({ status: response.status, body }).toEqual({
    status: 500,
    body: { error: 'Internal server error', message: expect.stringMatching(/\w/), code: 'STORAGE_UPLOAD_FAILED', job_id: expect.stringMatching(UUID) },
  });
  expect(body.message).not.toMatch(/127\.0\.0\.1|ECONN|\/tmp|at /);
});
