/**
 * Jobs for the pages to show, made through the API as anybody would: fast ones, long ones, failing ones. All from the site's own sample media.
 */
import { inject, onTestFinished } from 'vitest';
import { eventually } from '#tests/e2e/eventually';

const sample = (fileName: string): string => `${inject('baseUrl')}/samples/${fileName}`;

/** A fraction of a second of work. */
export function quickComposition() {
  return { width: 320, height: 180, elements: [{ id: 'photo', type: 'image', duration: 2, source: sample('alps.jpg') }] };
}

/** Some seconds of work: every frame is decoded, put together and encoded. */
export function longComposition() {
  return {
    width: 1280,
    height: 720,
    elements: [
      { id: 'harbour', type: 'video', track: 1, trim_duration: 3, source: sample('harbour.mp4') },
      { id: 'ridge', type: 'video', track: 1, trim_duration: 3, source: sample('ridge.mp4') },
      { id: 'turned', type: 'video', track: 2, trim_duration: 4, width: '40%', rotation: 7, muted: true, source: sample('lanterns.mp4') },
    ],
  };
}

/** Minutes of work: only to be cancelled. */
export function endlessComposition() {
  const elements = Array.from({ length: 30 }, (_, index) => ({ id: `part-${index}`, type: 'video', track: 1, source: sample('harbour.mp4') }));
  return { width: 3840, height: 2160, frame_rate: 60, elements };
}

export function failingComposition() {
  return { width: 320, height: 180, elements: [{ id: 'lost', type: 'image', source: sample('there-is-no-such-file.jpg') }] };
}

/** Posts without waiting and gives the job's id. */
export async function startJob(composition: unknown): Promise<string> {
  const response = await fetch(`${inject('baseUrl')}/api/v1/videocreate`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Prefer: 'wait=0' },
    body: JSON.stringify(composition),
  });
  const body = (await response.json()) as { job_id: string };
  if (response.status !== 202) throw new Error(`Expected 202, got ${response.status}: ${JSON.stringify(body)}`);
  return body.job_id;
}

export interface ResultBody {
  status: string;
  result_url: string;
  poster_url: string;
}

/** Asks until the job is final. */
export async function untilFinal(jobId: string): Promise<ResultBody> {
  for (;;) {
    const response = await fetch(`${inject('baseUrl')}/api/v1/videoresult/${jobId}`);
    const body = (await response.json()) as ResultBody;
    if (body.status !== 'processing') return body;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** Leaves no long job to the tests after this one, however this one ends. */
export function cancelAtTheEnd(jobId: string): void {
  onTestFinished(async () => void (await fetch(`${inject('baseUrl')}/api/v1/videoresult/${jobId}`, { method: 'DELETE' })));
}

/** Until the composition would be begun at once: what is left of others' jobs is in every estimate. */
export async function untilQueueIsEmpty(composition: unknown): Promise<void> {
  await eventually(async () => {
    const response = await fetch(`${inject('baseUrl')}/api/v1/estimate`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(composition) });
    return ((await response.json()) as { queue_wait_seconds: number }).queue_wait_seconds;
  }).toBeLessThan(1);
}
