/** GET /api/v1/videos answers 200 with the library: newest first, by pages, searched and filtered. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import type { LibraryBody } from '#lib/api/contract';
import { call, isFinal, startJob, waitForResult } from '#tests/contract/api';
import { useMedia } from '#tests/contract/media';

const media = useMedia();

const list = async (query: string) => (await call<LibraryBody>('GET', `/api/v1/videos?${query}`)).body;
const titled = (text: string, source = media.image) => ({
  width: 160,
  height: 90,
  duration: 1,
  elements: [{ type: 'image', source }, { type: 'text', text, track: 2, time: 0 }],
});

test('a finished video has everything that a card shows', async () => {
  const word = randomUUID();
  const jobId = await startJob(titled(`Alpine ${word}\nmorning`));
  const result = await waitForResult(jobId, isFinal);
  const { videos, next_before: nextBefore } = await list(`q=${word}`);
  expect(nextBefore).toBeNull();
  expect(videos).toEqual([{ ...result, title: `Alpine ${word} morning`, created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/), width: 160, height: 90 }]);
  expect((await list(`q=${jobId.slice(0, 13)}`)).videos.map(({ job_id }) => job_id)).toEqual([jobId]);
});

test('pages follow each other without gap or repetition, also of videos made at the same time', async () => {
  const word = randomUUID();
  const jobIds = await Promise.all(Array.from({ length: 5 }, (_, index) => startJob(titled(`${word} ${index}`))));
  const seen: string[] = [];
  let before: string | null = '';
  for (let page = 0; before !== null; page += 1) {
    expect(page).toBeLessThan(3);
    const body: LibraryBody = await list(`q=${word}&limit=2&before=${before}`);
    seen.push(...body.videos.map(({ job_id }) => job_id));
    before = body.next_before;
  }
  expect(seen.toSorted()).toEqual(jobIds.toSorted());
  const times = (await list(`q=${word}`)).videos.map(({ created_at }) => created_at);
  expect(times).toEqual(times.toSorted().toReversed());
  await Promise.all(jobIds.map((jobId) => waitForResult(jobId, isFinal)));
});

test('the status filters, several of them and those that are running', async () => {
  const word = randomUUID();
  const failed = await startJob(titled(word, media.server.url('missing.png')));
  await waitForResult(failed, isFinal);
  const running = await startJob(titled(word, media.slowImage(20)));
  const find = async (status: string) => (await list(`q=${word}&status=${status}`)).videos.map(({ job_id }) => job_id);
  expect(await find('processing')).toEqual([running]);
  expect(await find('failed,timeout')).toEqual([failed]);
  expect(await find('failed,processing')).toEqual([running, failed]);
  expect(await find('completed')).toEqual([]);
  await call('DELETE', `/api/v1/videoresult/${running}`);
  expect(await find('cancelled')).toEqual([running]);
});

test('a search is text and nothing else', async () => {
  const word = randomUUID();
  const jobId = await startJob(titled(`100% ${word}_x`));
  const find = async (query: string) => (await list(`q=${encodeURIComponent(query)}`)).videos.map(({ job_id }) => job_id);
  expect(await find(`100% ${word}_X`)).toEqual([jobId]);
  expect(await find(`1%${word}`)).toEqual([]);
  expect(await find(`${word}' or true --`)).toEqual([]);
  await waitForResult(jobId, isFinal);
});
