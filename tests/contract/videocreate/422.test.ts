/** POST /api/v1/videocreate answers 422 to a quick job that failed for good, naming the code and the element, and nothing of the inside. */
import { randomUUID } from 'node:crypto';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test, vi } from 'vitest';
import type { ErrorBody } from '#lib/api/contract';
import { call, createVideo, findJobId, getResult, simpleComposition, UUID } from '#tests/contract/api';
import { useMedia } from '#tests/contract/media';

const media = useMedia();

/** What a public message must never carry: addresses, paths, FFmpeg's and Node's own words. */
const INSIDE = /127\.0\.0\.1|169\.254|localhost|::1|\/tmp|ffmpeg|ffprobe|ECONN|stack/i;

async function failureOf(source: string, code: string) {
  const { status, body } = await createVideo<ErrorBody>(simpleComposition(source));
  expect({ status, body }).toEqual({
    status: 422,
    body: { error: code, message: expect.any(String), job_id: expect.stringMatching(UUID), details: expect.objectContaining({ element_id: 'photo' }) },
  });
  expect(`${body.message} ${JSON.stringify(body.details)}`).not.toMatch(INSIDE);
  return body;
}

test.each([
  ['is not there', 'missing.png', 'SOURCE_NOT_FOUND'],
  ['is empty', 'empty', 'SOURCE_EMPTY'],
  ['is a web page', 'html', 'SOURCE_NOT_MEDIA'],
  ['is a playlist', 'playlist', 'SOURCE_NOT_MEDIA'],
  ['is a video in an image element', 'clip.mp4', 'SOURCE_WRONG_KIND'],
  ['announces more than allowed', 'huge', 'SOURCE_TOO_LARGE'],
])('a source that %s', async (_, path, code) => {
  await failureOf(media.server.url(path), code);
});

test.each([
  ['the metadata address', 'http://169.254.169.254/latest/meta-data/'],
  ['a loopback address', 'http://127.0.0.1:22/'],
  ['an IPv6 loopback address', 'http://[::1]/a.png'],
  ['a mapped IPv6 address', 'http://[::ffff:10.0.0.1]/a.png'],
  ['a name of a loopback address', 'http://localhost/a.png'],
])('%s is refused without a connection, and without being named', async (_, source) => {
  await failureOf(source, 'SOURCE_ADDRESS_FORBIDDEN');
});

test('a redirect to a forbidden address is refused, and nobody connects to it', async () => {
  let connections = 0;
  const inside = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => inside.listen(0, '127.0.0.1', resolve));
  try {
    const target = `http://127.0.0.1:${(inside.address() as AddressInfo).port}/secret`;
    await failureOf(media.server.url(`redirect?to=${encodeURIComponent(target)}`), 'SOURCE_ADDRESS_FORBIDDEN');
    expect(connections).toBe(0);
  } finally {
    inside.close();
  }
});

test('the failed job says the same afterwards', async () => {
  const failure = await failureOf(media.server.url('missing.png'), 'SOURCE_NOT_FOUND');
  const { status, body } = await getResult<ErrorBody>(failure.job_id ?? '');
  expect(status).toBe(200);
  expect(body).toEqual({ status: 'failed', job_id: failure.job_id, error: failure.error, message: failure.message, details: failure.details });
});

test('a job cancelled by somebody else ends the wait', async () => {
  const requestId = randomUUID();
  const asked = media.server.count('/slow');
  const waiting = createVideo<ErrorBody>(simpleComposition(media.slowImage(10)), { 'X-Request-Id': requestId });
  await vi.waitUntil(() => media.server.count('/slow') > asked, { timeout: 20_000 });
  const jobId = await findJobId(requestId);
  expect((await call('DELETE', `/api/v1/videoresult/${jobId}`)).status).toBe(200);
  const { status, body } = await waiting;
  expect({ status, body }).toEqual({ status: 422, body: { error: 'JOB_CANCELLED', message: 'The job was cancelled', job_id: jobId, details: {} } });
});
