/**
 * Tries one fault at random moments: the fault, a count and a seed in; what came of it out. Each run posts a few jobs, does the harm at a
 * moment of their life, and then wants all of them final, the completed ones playing, and nothing left over.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { findRemains, findVideoProblem, listJobs, type JobRow } from '#tests/faults/check-remains';
import type { Fault } from '#tests/faults/fault';
import { openGround, type Ground } from '#tests/faults/ground';
import { createRandom, type Random } from '#tests/faults/random';
import { lateVideo, listVideos } from '#tests/faults/videos';
import { checkEndStands, watchVideo, type WatchedVideo } from '#tests/faults/watch-video';

/** Everything that is stuck in a fault shall have come to an end by then. */
const FINAL_MS_MAX = 180_000;
/** How long remains may stay. */
const CLEAN_MS_MAX = 60_000;
const POLL_MS = 250;

export interface FaultRun {
  /** After the jobs were posted. */
  atMs: number;
  jobs: number;
  completed: number;
  /** Of the jobs that ended otherwise. */
  codes: string[];
  /** Posts that got another answer than a job. */
  refused: string[];
  /** From the end of the harm until all was final and clean. */
  recoverySeconds: number;
  problems: string[];
}

export interface FaultReport {
  name: string;
  title: string;
  /** Null: it was tried. */
  skipped: string | null;
  runs: FaultRun[];
}

export interface RunOptions {
  runs: number;
  seed: number;
  onRun: (run: FaultRun) => void;
  /** Given what ends everything that was started, for whoever must end early. */
  onOpen: (stop: () => Promise<void>) => void;
}

export async function runFault(fault: Fault, { runs, seed, onRun, onOpen }: RunOptions): Promise<FaultReport> {
  const report: FaultReport = { name: fault.name, title: fault.title, skipped: null, runs: [] };
  const prepared = (await fault.prepare?.()) ?? { env: {}, undo: async () => undefined };
  if (typeof prepared === 'string') return { ...report, skipped: prepared };
  const opened: (() => Promise<void>)[] = [prepared.undo];
  const stop = async (): Promise<void> => {
    for (const close of opened.splice(0).toReversed()) await close();
  };
  onOpen(stop);
  try {
    const ground = await openGround({ ...fault.env, ...prepared.env });
    opened.push(ground.stop);
    const typicalMs = await measureCalm(ground);
    const random = createRandom(seed);
    for (let count = 0; count < runs; count += 1) {
      const { run } = await runOnce(ground, fault, { random, typicalMs });
      report.runs.push(run);
      onRun(run);
    }
  } finally {
    await stop();
  }
  return report;
}

const CALM: Fault = { name: 'calm', title: 'nothing', inject: async () => undefined };

/** How long these jobs take here and now, when everything is warm. Throws when the checks find something although nothing is wrong. */
async function measureCalm(ground: Ground): Promise<number> {
  let typicalMs = 0;
  for (let round = 0; round < 2; round += 1) {
    const { run, tookMs } = await runOnce(ground, CALM, { random: () => 0, typicalMs: 0 });
    if (run.problems.length > 0) throw new Error(`Something is wrong without any fault: ${run.problems.join('; ')}`);
    typicalMs = tookMs;
  }
  return typicalMs;
}

interface Moment {
  random: Random;
  typicalMs: number;
}

async function runOnce(ground: Ground, fault: Fault, { random, typicalMs }: Moment): Promise<{ run: FaultRun; tookMs: number }> {
  const startedAt = Date.now();
  const known = new Set((await listJobs(ground)).map(({ id }) => id));
  const givenUp = new AbortController();
  const watching = listVideos(ground.mediaOrigin).map((video) => watchVideo(ground.baseUrl, video, givenUp.signal));
  const atMs = Math.round(random() * typicalMs);
  await sleep(atMs);
  const harm = fault.inject(ground, random).catch((error: unknown) => [`the harm could not be done: ${String(error)}`]);
  watching.push(watchVideo(ground.baseUrl, lateVideo(ground.mediaOrigin), givenUp.signal));
  const problems = [...((await harm) ?? [])];
  const overAt = Date.now();

  const timer = setTimeout(() => givenUp.abort(), FINAL_MS_MAX);
  const watched = await Promise.all(watching);
  clearTimeout(timer);
  const jobs = await waitUntilFinal(ground, known, overAt + FINAL_MS_MAX);
  const finalAt = Date.now();
  const remains = await waitUntilClean(ground);
  const cleanAt = Date.now();
  await Promise.all(watched.map((video) => checkEndStands(video, ground.baseUrl)));
  const broken = await Promise.all(jobs.filter(({ status }) => status === 'completed').map(findVideoProblem));
  problems.push(...remains, ...broken.filter((problem) => problem !== null), ...watched.flatMap((video) => video.problems), ...findLost(jobs, watched, fault));
  return { run: { atMs, ...count(jobs, watched), recoverySeconds: (cleanAt - overAt) / 1000, problems }, tookMs: finalAt - startedAt };
}

function count(jobs: readonly JobRow[], watched: readonly WatchedVideo[]): Pick<FaultRun, 'jobs' | 'completed' | 'codes' | 'refused'> {
  return {
    jobs: jobs.length,
    completed: jobs.filter(({ status }) => status === 'completed').length,
    codes: jobs.flatMap(({ status, error_code: code }) => (status === 'completed' ? [] : [code ?? status])),
    refused: watched.filter(({ jobId }) => jobId === null).map(({ answer }) => answer),
  };
}

/** Jobs that did not end, ended as they must not, or are not known although somebody was told their id. */
function findLost(jobs: readonly JobRow[], watched: readonly WatchedVideo[], fault: Fault): string[] {
  const isFine = ({ status, error_code: code }: JobRow): boolean => status === 'completed' || (fault.mayEndWith ?? []).includes(code ?? '');
  return [
    ...jobs.filter((job) => !isFine(job)).map(({ id, status, error_code: code }) => `job ${id} is ${status} (${code})`),
    ...watched.filter(({ jobId }) => jobId !== null && !jobs.some(({ id }) => id === jobId)).map(({ jobId }) => `job ${jobId} was accepted and is not there`),
  ];
}

async function waitUntilFinal(ground: Ground, known: ReadonlySet<string>, deadline: number): Promise<JobRow[]> {
  for (;;) {
    const jobs = (await listJobs(ground)).filter(({ id }) => !known.has(id));
    if (jobs.every(({ status }) => status !== 'pending' && status !== 'processing') || Date.now() > deadline) return jobs;
    await sleep(POLL_MS);
  }
}

/** What is still left when the time is over. */
async function waitUntilClean(ground: Ground): Promise<string[]> {
  const deadline = Date.now() + CLEAN_MS_MAX;
  for (;;) {
    const remains = await findRemains(ground);
    if (remains.length === 0 || Date.now() > deadline) return remains;
    await sleep(POLL_MS);
  }
}
