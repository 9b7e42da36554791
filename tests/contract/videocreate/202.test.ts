/** POST /api/v1/videocreate answers 202 with the job to follow, and the job goes on whatever its client does. */
import { randomUUID } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import type { VideoAcceptedBody } from '#lib/api/contract';
import { complexComposition, createVideo, findJobId, isFinal, simpleComposition, url, UUID, waitForResult } from '#tests/contract/api';
import { useMedia } from '#tests/contract/media';

const media = useMedia();

test('the complex job of the contract answers job id, endpoint and estimate, and ends completed with a URL', async () => {
  const { status, headers, body } = await createVideo<VideoAcceptedBody>(complexComposition(media));
  expect(status).toBe(202);
  expect(body).toEqual({
    status: 'processing',
    job_id: expect.stringMatching(UUID),
    message: 'Video processing started - use job ID to check status',
    estimated_completion: expect.stringMatching(/^\d+ (seconds?|minutes?)$/),
    status_check_endpoint: `/videoresult/${body.job_id}`,
    estimated_seconds: expect.any(Number),
    warnings: [],
  });
  // (5 + 8 + 2 x 2) x 2.25 and whatever the queue adds.
  // The rule's 38 s, or what this installation has learned by then.
  expect(body.estimated_seconds).toBeGreaterThan(0);
  expect(headers.get('location')).toBe(`/api/v1/videoresult/${body.job_id}`);

  const result = await waitForResult(body.job_id, isFinal);
  expect(result).toMatchObject({ status: 'completed', width: 1920, height: 1080, duration_seconds: 2 });
  if (result.status === 'completed') expect((await fetch(result.result_url)).status).toBe(200);
});

test('Prefer: wait=0 answers at once, however small the job is', async () => {
  const { status, headers, body } = await createVideo<VideoAcceptedBody>(simpleComposition(media.image), { Prefer: 'wait=0' });
  expect(status).toBe(202);
  expect(headers.get('preference-applied')).toBe('wait=0');
  expect(await waitForResult(body.job_id, isFinal)).toMatchObject({ status: 'completed' });
});

test('a quick job that overruns becomes a 202 for the same job, which is rendered once', async () => {
  const asked = media.server.count('/slow');
  const { status, body } = await createVideo<VideoAcceptedBody>(simpleComposition(media.slowImage(4)), { Prefer: 'wait=1' });
  expect(status).toBe(202);
  expect(await waitForResult(body.job_id, isFinal)).toMatchObject({ status: 'completed', job_id: body.job_id });
  expect(media.server.count('/slow')).toBe(asked + 1);
});

test('a client that hangs up loses nothing: its job is completed', async () => {
  const requestId = randomUUID();
  const hangUp = new AbortController();
  const asked = media.server.count('/slow');
  const answer = fetch(url('/api/v1/videocreate'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-Request-Id': requestId },
    body: JSON.stringify(simpleComposition(media.slowImage(6))),
    signal: hangUp.signal,
  });
  await vi.waitUntil(() => media.server.count('/slow') > asked, { timeout: 20_000 });
  hangUp.abort();
  await expect(answer).rejects.toThrow();
  expect(await waitForResult(await findJobId(requestId), isFinal)).toMatchObject({ status: 'completed' });
});
