/** While a part is away every route that needs it answers 503 and says when to come again; none hangs, and those that do not need it work. */
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closedAddress, startSecondWeb, type SecondWeb } from '#tests/contract/second-web';
import { getResult, isFinal, simpleComposition, startJob, url, waitForResult } from '#tests/contract/api';

const ID = '00000000-0000-4000-8000-000000000000';
/** A question to the database has 6 s, after one that it may wait for; the storage and the queue have 10 s. What is over is for a slow machine, which asks all of it at once. */
const ANSWER_MS_MAX = 20_000;

const ROUTES: readonly [method: string, path: string, body?: unknown][] = [
  ['POST', '/api/v1/videocreate', simpleComposition('https://example.com/a.png')],
  ['POST', '/api/v1/estimate', simpleComposition('https://example.com/a.png')],
  ['POST', '/api/v1/media', { source: 'https://example.com/a.png' }],
  ['GET', '/api/v1/videos'],
  ['GET', `/api/v1/videoresult/${ID}`],
  ['DELETE', `/api/v1/videoresult/${ID}`],
  ['GET', `/api/v1/videoresult/${ID}/events`],
  ['GET', `/api/v1/videos/${ID}/composition`],
  ['DELETE', `/api/v1/videos/${ID}`],
  ['GET', '/metrics'],
  ['GET', '/health'],
];

async function ask(web: SecondWeb, [method, path, body]: (typeof ROUTES)[number]): Promise<string> {
  const init = { method, headers: { 'Content-Type': 'application/json' }, body: body === undefined ? undefined : JSON.stringify(body) };
  const response = await fetch(web.url(path), { ...init, signal: AbortSignal.timeout(ANSWER_MS_MAX) });
  await response.body?.cancel();
  return `${response.status}, Retry-After ${response.headers.get('retry-after')}`;
}

/** Takes connections, and never says anything: a server that hangs, a network that swallows. */
async function startSilence(): Promise<{ address: string; close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => void sockets.add(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = async (): Promise<void> => {
    sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => server.close(resolve));
  };
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, close };
}

describe.each(['closed', 'silent'] as const)('the database: %s', (kind) => {
  const closers: (() => Promise<void>)[] = [];
  let web: SecondWeb;
  beforeAll(async () => {
    const silence = await startSilence();
    closers.push(silence.close);
    const address = kind === 'closed' ? await closedAddress() : silence.address;
    web = await startSecondWeb({ SUPABASE_URL: `http://${address}`, DATABASE_URL: `postgresql://postgres@${address}/postgres` });
    closers.push(() => web.stop());
  });
  afterAll(async () => {
    for (const close of closers.toReversed()) await close();
  });

  test.concurrent.each(ROUTES)('%s %s', async (...route) => {
    expect(await ask(web, route)).toBe('503, Retry-After 5');
  });
});

describe.each(['closed', 'silent'] as const)('the storage: %s', (kind) => {
  test('a video is not deleted by half: it is still there, and can be deleted when the storage is back', async () => {
    const jobId = await startJob({ width: 160, height: 90, duration: 1, elements: [{ type: 'text', text: 'Stays' }] });
    await waitForResult(jobId, isFinal);
    const silence = await startSilence();
    const web = await startSecondWeb({ S3_ENDPOINT: `http://${kind === 'closed' ? await closedAddress() : silence.address}` });
    try {
      expect(await ask(web, ['DELETE', `/api/v1/videos/${jobId}`])).toBe('503, Retry-After 5');
      expect(await ask(web, ['GET', '/health'])).toBe('503, Retry-After 5');
      expect((await getResult(jobId)).body.status).toBe('completed');
    } finally {
      await web.stop();
      await silence.close();
    }
    expect((await fetch(url(`/api/v1/videos/${jobId}`), { method: 'DELETE' })).status).toBe(204);
  });
});
