/** Requests of the benchmarks to a running product: compositions in, parsed answers and final jobs out; an answer that is no success throws. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { VideoAcceptedBody, VideoCreatedBody, VideoResultBody } from '#lib/api/contract';
import type { Composition } from '#lib/composition/schema/composition';

const POLL_MS = 100;

/** Nothing is fetched for it and next to nothing rendered. */
export const TINY: Composition = { width: 160, height: 90, duration: 0.2, elements: [{ type: 'shape', shape: 'rectangle' }] };

/** The simple job of the contract: one image, 480 x 640. */
export const toSimpleComposition = (source: string): Composition => ({ output_format: 'mp4', width: 480, height: 640, elements: [{ type: 'image', source }] });

export async function postVideo(baseUrl: string, composition: Composition, headers: Readonly<Record<string, string>> = {}): Promise<VideoCreatedBody | VideoAcceptedBody> {
  const response = await fetch(`${baseUrl}/api/v1/videocreate`, { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(composition) });
  const text = await response.text();
  if (!response.ok) throw new Error(`POST videocreate answered ${response.status}: ${text}`);
  return JSON.parse(text) as VideoCreatedBody | VideoAcceptedBody;
}

/** The id of a job that nobody waits for. */
export async function startJob(baseUrl: string, composition: Composition): Promise<string> {
  return (await postVideo(baseUrl, composition, { Prefer: 'wait=0' })).job_id;
}

/** Throws when the job ends in any other way. */
export async function untilCompleted(baseUrl: string, jobId: string): Promise<void> {
  for (;;) {
    const body = (await (await fetch(`${baseUrl}/api/v1/videoresult/${jobId}`)).json()) as VideoResultBody;
    if (body.status === 'completed') return;
    if (body.status !== 'processing') throw new Error(`a job ended otherwise: ${JSON.stringify(body)}`);
    await sleep(POLL_MS);
  }
}
