/**
 * `npm run bench:estimate`: how well the running installation estimates. It has it make a mixed set of small videos, one after the other, and compares what it was told
 * with what they took. In: `--url` (default: the installation of `npm start` here), `--jobs N`, `--json`. Out: the median error and how many were on the
 * wrong side of the threshold, for the first 20 jobs (a new installation goes by the rule) and for the rest.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { EstimateBody, UploadBody, VideoAcceptedBody, VideoCreatedBody, VideoResultBody } from '#lib/api/contract';
import type { Composition, Element } from '#lib/composition/schema/composition';
import { median } from '#lib/estimate/fit-non-negative';
import { SAMPLES_MIN } from '#lib/estimate/learned-model';
import { PROJECT_ROOT } from '#scripts/project-root';

const SAMPLES = path.join(PROJECT_ROOT, 'public', 'samples');
const FILES = { photo: ['alps.jpg', 'image/jpeg'], logo: ['logo.png', 'image/png'], clip: ['ridge.mp4', 'video/mp4'] } as const;
const SIZES = [[480, 640], [640, 360], [854, 480], [720, 1280], [1280, 720]] as const;
const POLL_MS = 200;

type Sources = Record<keyof typeof FILES, string>;

interface Outcome {
  kind: string;
  estimatedSeconds: number;
  actualSeconds: number;
}

type Kind = (sources: Sources, seconds: number, index: number) => Element[];

const title: Element = { type: 'text', text: 'A quiet morning', y: '70%', height: '15%', track: 9 };
const photoOf = ({ photo }: Sources): Element => ({ type: 'image', source: photo, track: 1, time: 0 });

/** What people make of few elements: each kind costs in another way. */
const KINDS: Readonly<Record<string, Kind>> = {
  photo: (sources) => [photoOf(sources)],
  titled: (sources) => [photoOf(sources), title],
  branded: (sources) => [photoOf(sources), { type: 'image', source: sources.logo, track: 2, x: '5%', y: '5%', width: '20%', opacity: 0.8 }],
  clip: ({ clip }, seconds) => [{ type: 'video', source: clip, trim_duration: seconds }],
  'branded clip': ({ clip, logo }, seconds) => [{ type: 'video', source: clip, track: 1, time: 0, duration: seconds }, { type: 'image', source: logo, track: 2, width: '20%', x: '75%', y: '5%' }],
  'whole clip': ({ clip }) => [{ type: 'video', source: clip }],
  slides: ({ photo, logo }, seconds) => [
    { type: 'image', source: photo, track: 1, duration: seconds / 2 },
    { type: 'image', source: logo, track: 1, duration: seconds / 2, fit_mode: 'contain', transition: { type: 'fade', duration: 0.4 } },
  ],
  moving: (sources, seconds) => [photoOf(sources), { ...title, animations: [{ type: 'slide', direction: 'up', time: 'start', duration: Math.min(1, seconds / 2) }] }],
  turning: (sources, _, index) => [photoOf(sources), { type: 'image', source: sources.logo, track: 2, width: '30%', rotation: 10 + (index % 70) }],
  shapes: (_, __, index) => [{ type: 'shape', shape: 'ellipse', fill_color: '#ff7a18', width: `${20 + (index % 60)}%`, height: '40%' }, title],
};

/** The same for the same index, and no two alike: sizes, lengths and kinds in every mixture. */
function toComposition(sources: Sources, index: number): { kind: string; composition: Composition } {
  const kinds = Object.entries(KINDS);
  const [kind = '', make] = kinds[index % kinds.length] ?? [];
  const [width, height] = SIZES[(index * 3 + Math.floor(index / kinds.length)) % SIZES.length] ?? SIZES[0];
  const seconds = 1 + ((index * 37) % 50) / 10;
  const elements = make?.(sources, seconds, index) ?? [];
  return { kind, composition: { width, height, elements, ...(kind === 'whole clip' || kind === 'clip' ? {} : { duration: seconds }) } };
}

async function call<Body>(url: string, method: string, body?: unknown, headers: Record<string, string> = {}): Promise<Body> {
  const response = await fetch(url, { method, headers: { 'Content-Type': 'application/json', ...headers }, body: body === undefined ? undefined : JSON.stringify(body) });
  if (!response.ok) throw new Error(`${method} ${new URL(url).pathname} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Body;
}

async function upload(base: string, [filename, contentType]: readonly [string, string]): Promise<string> {
  const bytes = await readFile(path.join(SAMPLES, filename));
  const { source, upload_url, headers } = await call<UploadBody>(`${base}/uploads`, 'POST', { filename, size_bytes: bytes.length, content_type: contentType });
  const { ok, status } = await fetch(upload_url, { method: 'PUT', body: bytes, headers });
  if (!ok) throw new Error(`the upload of ${filename} was answered ${status}`);
  return source;
}

async function makeVideo(base: string, composition: Composition): Promise<number> {
  let answer: VideoCreatedBody | VideoAcceptedBody | VideoResultBody = await call<VideoCreatedBody | VideoAcceptedBody>(`${base}/videocreate`, 'POST', composition, { Prefer: 'wait=30' });
  while (answer.status === 'processing') {
    await sleep(POLL_MS);
    answer = await call<VideoResultBody>(`${base}/videoresult/${answer.job_id}`, 'GET');
  }
  if (answer.status !== 'completed') throw new Error(`a job ended otherwise: ${JSON.stringify(answer)}`);
  return answer.processing_seconds;
}

async function replay(base: string, jobCount: number): Promise<Outcome[]> {
  const [photo, logo, clip] = await Promise.all([upload(base, FILES.photo), upload(base, FILES.logo), upload(base, FILES.clip)]);
  const outcomes: Outcome[] = [];
  for (let index = 0; index < jobCount; index += 1) {
    const { kind, composition } = toComposition({ photo, logo, clip }, index);
    const { estimated_seconds, queue_wait_seconds } = await call<EstimateBody>(`${base}/estimate`, 'POST', composition);
    outcomes.push({ kind, estimatedSeconds: estimated_seconds - queue_wait_seconds, actualSeconds: await makeVideo(base, composition) });
  }
  return outcomes;
}

function judge(outcomes: readonly Outcome[], thresholdSeconds: number) {
  const errors = outcomes.map(({ estimatedSeconds, actualSeconds }) => Math.abs(estimatedSeconds - actualSeconds) / actualSeconds);
  const wrongSide = outcomes.filter(({ estimatedSeconds, actualSeconds }) => (estimatedSeconds <= thresholdSeconds) !== (actualSeconds <= thresholdSeconds));
  return { jobs: outcomes.length, medianErrorPercent: round(median(errors) * 100), wrongSidePercent: round((wrongSide.length / Math.max(1, outcomes.length)) * 100), medianSeconds: round(median(outcomes.map(({ actualSeconds }) => actualSeconds))) };
}

const round = (value: number): number => Math.round(value * 10) / 10;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { url: { type: 'string' }, jobs: { type: 'string', default: '100' }, json: { type: 'boolean', default: false } } });
  const jobCount = Number(values.jobs);
  if (!Number.isInteger(jobCount) || jobCount < 1) throw new Error('--jobs is a number from 1 on');
  const thresholdSeconds = Number(process.env['QUICK_RESPONSE_THRESHOLD_SECONDS'] ?? 30);
  const url = (values.url ?? `http://127.0.0.1:${process.env['PORT'] ?? 3000}`).replace(/\/$/, '');
  await fetch(`${url}/health`).catch((cause: unknown) => {
    throw new Error(`Nothing answers at ${url}: type npm start first, or name what runs with --url`, { cause });
  });
  const outcomes = await replay(`${url}/api/v1`, jobCount);
  const parts = { [`first ${SAMPLES_MIN}`]: outcomes.slice(0, SAMPLES_MIN), rest: outcomes.slice(SAMPLES_MIN) };
  const report = Object.entries(parts).filter(([, part]) => part.length > 0).map(([name, part]) => ({ name, ...judge(part, thresholdSeconds) }));
  if (values.json) {
    console.log(JSON.stringify({ report, outcomes }, null, 2));
    return;
  }
  for (const { kind, estimatedSeconds, actualSeconds } of outcomes) console.log(`${kind.padEnd(14)}${estimatedSeconds.toFixed(1).padStart(7)} s told${actualSeconds.toFixed(2).padStart(9)} s taken`);
  for (const { name, jobs, medianErrorPercent, wrongSidePercent, medianSeconds } of report) {
    console.log(`${name}: ${jobs} jobs of ${medianSeconds} s at the median; median error ${medianErrorPercent} %, wrong side of ${thresholdSeconds} s ${wrongSidePercent} %`);
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
