/** GET /api/v1/videoresult/{job_id}/events answers 200 with the job's changes as they happen, the last of them `done`. */
import { expect, test } from 'vitest';
import type { VideoResultBody } from '#lib/api/contract';
import { call, getResult, isFinal, simpleComposition, startJob, url, waitForResult } from '#tests/contract/api';
import { useMedia } from '#tests/contract/media';

const media = useMedia();

interface ServerSentEvent {
  name: string;
  body: VideoResultBody;
}

async function* readEvents(jobId: string): AsyncGenerator<ServerSentEvent> {
  const response = await fetch(url(`/api/v1/videoresult/${jobId}/events`), { headers: { Accept: 'text/event-stream' } });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  expect(response.headers.get('content-encoding')).toBeNull();
  let buffer = '';
  for await (const text of response.body!.pipeThrough(new TextDecoderStream())) {
    const blocks = (buffer + text).split('\n\n');
    buffer = blocks.pop() ?? '';
    for (const block of blocks) {
      const [, name, data] = /^event: (\w+)\ndata: (.*)$/.exec(block) ?? [];
      if (name !== undefined && data !== undefined) yield { name, body: JSON.parse(data) as VideoResultBody };
    }
  }
}

test('a job is followed from its queue to its end: progress in order, then one done with the final body, then the end', async () => {
  const jobId = await startJob({ ...simpleComposition(media.slowImage(2)), duration: 8 });
  const events: ServerSentEvent[] = [];
  for await (const event of readEvents(jobId)) events.push(event);

  const last = events.at(-1)!;
  expect(last).toEqual({ name: 'done', body: (await getResult(jobId)).body });
  expect(last.body.status).toBe('completed');
  const progress = events.slice(0, -1);
  expect(progress.every(({ name, body }) => name === 'progress' && body.status === 'processing')).toBe(true);
  const percentages = progress.map(({ body }) => (body.status === 'processing' ? body.progress_percentage : NaN));
  expect(percentages).toEqual([...percentages].sort((one, other) => one - other));
  const steps = new Set(progress.map(({ body }) => (body.status === 'processing' ? body.step : '')));
  expect([...steps]).toEqual(expect.arrayContaining(['downloading', 'processing']));
});

test('a job that is final already is told by one done', async () => {
  const jobId = await startJob(simpleComposition(media.image));
  await waitForResult(jobId, isFinal);
  const events: ServerSentEvent[] = [];
  for await (const event of readEvents(jobId)) events.push(event);
  expect(events.map(({ name }) => name)).toEqual(['done']);
});

test('a cancel is told to whoever follows the job', async () => {
  const jobId = await startJob(simpleComposition(media.slowImage(10)));
  const events: ServerSentEvent[] = [];
  for await (const event of readEvents(jobId)) {
    events.push(event);
    if (event.body.status === 'processing' && event.body.step === 'downloading') await call('DELETE', `/api/v1/videoresult/${jobId}`);
  }
  expect(events.at(-1)).toMatchObject({ name: 'done', body: { status: 'cancelled', error: 'JOB_CANCELLED' } });
});

test('a failed job ends the stream with its code and element', async () => {
  const jobId = await startJob(simpleComposition(media.server.url('missing.png')));
  const events: ServerSentEvent[] = [];
  for await (const event of readEvents(jobId)) events.push(event);
  expect(events.at(-1)).toMatchObject({ name: 'done', body: { status: 'failed', error: 'SOURCE_NOT_FOUND', details: { element_id: 'photo' } } });
});

test('a follower that leaves disturbs nobody', async () => {
  const jobId = await startJob(simpleComposition(media.slowImage(1)));
  for await (const event of readEvents(jobId)) {
    expect(event.body.job_id).toBe(jobId);
    break;
  }
  expect(await waitForResult(jobId, isFinal)).toMatchObject({ status: 'completed' });
});
