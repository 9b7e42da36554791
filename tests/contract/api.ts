/**
 * What the contract tests share: requests to the running product, and the compositions of the contract's own examples.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, inject } from 'vitest';
import type { JobRunningBody, LibraryBody, VideoAcceptedBody, VideoResultBody } from '#lib/api/contract';

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const url = (path: string): string => `${inject('baseUrl')}${path}`;

export interface Answer<Body> {
  status: number;
  headers: Headers;
  body: Body;
}

/** A request whose answer is JSON; a body that is no string is sent as JSON. */
export async function call<Body>(method: string, path: string, { body, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {}): Promise<Answer<Body>> {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(url(path), { method, body: text, headers: { 'Content-Type': 'application/json', ...headers } });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Body };
}

export const createVideo = <Body>(composition: unknown, headers: Record<string, string> = {}) =>
  call<Body>('POST', '/api/v1/videocreate', { body: composition, headers });

export const getResult = <Body = VideoResultBody>(jobId: string) => call<Body>('GET', `/api/v1/videoresult/${jobId}`);

/** A job that nobody waits for. */
export async function startJob(composition: unknown): Promise<string> {
  const { status, body } = await createVideo<VideoAcceptedBody>(composition, { Prefer: 'wait=0' });
  if (status !== 202) throw new Error(`expected 202, got ${status}: ${JSON.stringify(body)}`);
  return body.job_id;
}

/** Asks until `isReached` says yes; fails with the last answer after `timeoutMs`. */
export async function waitForResult(jobId: string, isReached: (body: VideoResultBody) => boolean, timeoutMs = 90_000): Promise<VideoResultBody> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const { body } = await getResult(jobId);
    if (isReached(body)) return body;
    if (Date.now() > deadline) throw new Error(`not reached in time: ${JSON.stringify(body)}`);
    await sleep(100);
  }
}

/** For what counts jobs: those that other tests have left on their way are counted when they end. */
export async function untilNoJobRuns(): Promise<void> {
  const list = () => call<LibraryBody>('GET', '/api/v1/videos?status=processing&limit=1');
  await expect.poll(async () => (await list()).body.videos, { timeout: 90_000, interval: 300 }).toEqual([]);
}

export const isFinal = (body: VideoResultBody): boolean => body.status !== 'processing';
export const isAtStep = (step: JobRunningBody['step']) => (body: VideoResultBody): boolean => body.status === 'processing' && body.step === step;

/** The simple job of the contract: one image, 480 x 640. */
export const simpleComposition = (source: string) => ({ output_format: 'mp4', width: 480, height: 640, elements: [{ id: 'photo', type: 'image', source }] });

/** The complex job of the contract: 1920 x 1080, one video, two overlays. */
export const complexComposition = ({ video, image }: { video: string; image: string }) => ({
  output_format: 'mp4',
  width: 1920,
  height: 1080,
  elements: [
    { id: 'background', type: 'video', source: video },
    { id: 'top-left', type: 'image', source: image, x: '10%', y: '10%', width: '25%' },
    { id: 'bottom-right', type: 'image', source: image, x: '70%', y: '70%', width: '20%' },
  ],
});

/** The job of a request whose client does not know it (yet): the request's own id is stored with the job. */
export async function findJobId(requestId: string): Promise<string> {
  const client = new pg.Client({ connectionString: inject('env')['DATABASE_URL'] });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>('select id from jobs where request_id = $1', [requestId]);
    if (rows.length !== 1) throw new Error(`expected one job of request ${requestId}, found ${rows.length}`);
    return rows[0]!.id;
  } finally {
    await client.end();
  }
}
