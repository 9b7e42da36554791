/** The stream of a job's events: order, end, and nothing left running when the client goes. */
import { expect, test } from 'vitest';
import type { VideoResultBody } from '#lib/api/contract';
import { createEventStream } from '#lib/api/event-stream';

const running = (percent: number) => ({ status: 'processing', job_id: 'j', progress: `${percent}%`, progress_percentage: percent }) as VideoResultBody;
const done = { status: 'cancelled', job_id: 'j', error: 'JOB_CANCELLED', message: 'words', details: {} } as VideoResultBody;

test('each change is a progress event, the final one is done, then the stream ends', async () => {
  const response = createEventStream({
    async *watch() {
      yield running(0);
      yield running(50);
      yield done;
    },
    signal: new AbortController().signal,
  });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const events = (await response.text()).split('\n\n').filter(Boolean).map((event) => event.split('\n'));
  expect(events.map(([name]) => name)).toEqual(['event: progress', 'event: progress', 'event: done']);
  expect(JSON.parse(events[2]![1]!.slice('data: '.length))).toEqual(done);
});

/** Watches for ever, and says when it was told to end. */
function endlessWatch(onEnd: () => void) {
  return async function* watch(signal: AbortSignal) {
    yield running(1);
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    onEnd();
  };
}

test('a client that leaves ends the watch', async () => {
  const ended = Promise.withResolvers<void>();
  const response = createEventStream({ watch: endlessWatch(ended.resolve), signal: new AbortController().signal });
  const reader = response.body!.getReader();
  await reader.read();
  await reader.cancel();
  await ended.promise;
});

test('a stopping server ends the stream, and the client reads its end', async () => {
  const stop = new AbortController();
  const ended = Promise.withResolvers<void>();
  const response = createEventStream({ watch: endlessWatch(ended.resolve), signal: stop.signal });
  stop.abort();
  expect(await response.text()).toContain('event: progress');
  await ended.promise;
});

test('a watch that fails ends the stream cleanly, so that the client connects again', async () => {
  const response = createEventStream({
    async *watch() {
      yield running(1);
      throw new Error('the database is away');
    },
    signal: new AbortController().signal,
  });
  const text = await response.text();
  expect(text).toContain('event: progress');
  expect(text).not.toContain('database');
});
