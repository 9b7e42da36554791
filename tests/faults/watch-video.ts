/**
 * A client: asks for a video as people do, follows it to its end, and keeps what it must never see: a video that is said to be done and is not
 * there, progress that goes back, an end that changes, an answer that does not come, a refusal that does not say when to come again.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { VideoResultBody } from '#lib/api/contract';
import type { WantedVideo } from '#tests/faults/videos';

const WAIT_SECONDS = 30;
/** Beyond its own wait, an answer takes no longer than this whatever is down. */
const ANSWER_MS_MAX = 12_000;
const POLL_MS = 200;

export interface WatchedVideo {
  /** null: not accepted. */
  jobId: string | null;
  /** How the first answer was: a status, or "none". */
  answer: string;
  /** The first final answer. */
  final: VideoResultBody | null;
  problems: string[];
}

type Ended = { status: string; result_url?: string; file_size_bytes?: number };

/** Resolves at the job's end, at the refusal, or when `signal` fires. Never rejects. */
export async function watchVideo(baseUrl: string, { way, composition }: WantedVideo, signal: AbortSignal): Promise<WatchedVideo> {
  const watched: WatchedVideo = { jobId: null, answer: 'none', final: null, problems: [] };
  const waitSeconds = way === 'wait' ? WAIT_SECONDS : 0;
  const response = await ask(watched, `${baseUrl}/api/v1/videocreate`, waitSeconds * 1000, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Prefer: `wait=${waitSeconds}` },
    body: JSON.stringify(composition),
  });
  if (response === null) return watched;
  watched.answer = String(response.status);
  watched.jobId = response.body?.['job_id'] ?? null;
  if (watched.jobId === null) {
    if (response.status !== 503) watched.problems.push(`the POST was answered ${response.status} ${JSON.stringify(response.body)}`);
    return watched;
  }
  if (response.body !== null) await checkVideoIsThere(watched, response.body as unknown as Ended);
  const address = `${baseUrl}/api/v1/videoresult/${watched.jobId}`;
  // The stream is a help: whoever sees it break asks.
  if (way === 'events') await readEvents(watched, `${address}/events`, signal);
  await poll(watched, address, signal);
  return watched;
}

/** What is said of the job in the end is what was said first. */
export async function checkEndStands(watched: WatchedVideo, baseUrl: string): Promise<void> {
  if (watched.final === null) return;
  const response = await ask(watched, `${baseUrl}/api/v1/videoresult/${watched.jobId}`, 0, {});
  const now = JSON.stringify(response?.body);
  if (now !== JSON.stringify(watched.final)) watched.problems.push(`the end changed from ${JSON.stringify(watched.final)} to ${now}`);
}

async function poll(watched: WatchedVideo, address: string, signal: AbortSignal): Promise<void> {
  let percentBefore = 0;
  while (!signal.aborted && watched.final === null) {
    const response = await ask(watched, address, 0, {});
    if (response?.status === 200) {
      const body = response.body as unknown as VideoResultBody;
      if (body.status !== 'processing') await end(watched, body);
      else if (body.progress_percentage < percentBefore) watched.problems.push(`progress went back from ${percentBefore} to ${body.progress_percentage} %`);
      else percentBefore = body.progress_percentage;
    } else if (response !== null && response.status !== 503) watched.problems.push(`a GET was answered ${response.status}`);
    if (watched.final === null) await sleep(POLL_MS);
  }
}

async function readEvents(watched: WatchedVideo, address: string, signal: AbortSignal): Promise<void> {
  try {
    const response = await fetch(address, { signal });
    let text = '';
    for await (const chunk of response.body ?? []) {
      text += Buffer.from(chunk).toString();
      const done = /^event: done\ndata: (.*)$/m.exec(text)?.[1];
      if (done !== undefined) return await end(watched, JSON.parse(done) as VideoResultBody);
    }
  } catch {
    // The server or the line went away.
  }
}

async function end(watched: WatchedVideo, body: VideoResultBody): Promise<void> {
  if (watched.final === null) watched.final = body;
  await checkVideoIsThere(watched, body as Ended);
}

/** At the very moment at which it is said: all bytes, by the public address. */
async function checkVideoIsThere(watched: WatchedVideo, { status, result_url: url, file_size_bytes: sizeBytes }: Ended): Promise<void> {
  if (status !== 'completed') return;
  const found = await fetch(url ?? '').then(async (response) => `${response.status}, ${(await response.arrayBuffer()).byteLength} bytes`, String);
  const expected = `200, ${sizeBytes} bytes`;
  if (found !== expected) watched.problems.push(`said to be completed too early: ${url} answered ${found} instead of ${expected}`);
}

interface Answered {
  status: number;
  body: Record<string, string> | null;
}

/** Null when the server is not there. */
async function ask(watched: WatchedVideo, url: string, waitMs: number, init: RequestInit): Promise<Answered | null> {
  const startedAt = Date.now();
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(waitMs + ANSWER_MS_MAX) });
    if (response.status === 503 && response.headers.get('retry-after') === null) watched.problems.push(`a 503 without Retry-After (${url})`);
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? (JSON.parse(text) as Record<string, string>) : null };
  } catch (error) {
    if (error instanceof Error && error.name === 'TimeoutError') watched.problems.push(`no answer within ${Date.now() - startedAt} ms (${url})`);
    return null;
  }
}
