/**
 * What every worker test needs: the real parts with workers, a server of test media, and the means to submit jobs and to see what
 * is left of them. The jobs are created by the same code as the web's.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Composition } from '#lib/composition/schema/composition';
import { getConfig } from '#lib/config';
import { createJob } from '#lib/jobs/create-job';
import type { Job, Lane } from '#lib/jobs/job';
import { waitForJob } from '#lib/jobs/wait-for-job';
import { watchJob } from '#lib/jobs/watch-job';
import { closeQueue } from '#lib/queue/queue';
import { createStorage } from '#lib/storage/storage';
import { makeMedia } from '#tests/support/make-media';
import { startMediaServer, type MediaServer } from '#tests/support/media-server';
import { startStack, type Stack, type StackWorker } from '#tests/support/stack';

const run = promisify(execFile);

export interface WorkerTest {
  stack: Stack;
  media: MediaServer;
  submit(composition: Composition, lane?: Lane): Promise<Job>;
  /** The job when it is final; fails the test when it is not within the time. */
  finish(id: string, timeoutMs?: number): Promise<Job>;
  /** The job as soon as it looks like that. */
  until(id: string, matches: (job: Job) => boolean): Promise<Job>;
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** Keys of all objects of the job. */
  objectKeys(jobId: string): Promise<string[]>;
  /** Folders of attempts, as "job id/attempt". */
  tempFolders(): Promise<string[]>;
  /** Command lines of media processes that work in this test's folders. */
  mediaProcesses(): Promise<string[]>;
  stop(): Promise<void>;
}

export interface WorkerTestOptions {
  workers?: number;
  env?: Record<string, string>;
}

/** `still.png` (320x180, quadrants), `clip.mp4` (160x90, 1 s) and `long.mp4` (640x360, 20 s, shown at 1280x720) are served. */
export async function startWorkerTest({ workers = 0, env = {} }: WorkerTestOptions = {}): Promise<WorkerTest> {
  const directory = await mkdtemp(join(tmpdir(), 'videogen-media-'));
  await Promise.all([
    makeMedia(directory, 'still.png', { picture: 'quadrants' }),
    makeMedia(directory, 'clip.mp4', { picture: 'testsrc', widthPx: 160, heightPx: 90, seconds: 1 }),
    makeMedia(directory, 'long.mp4', { picture: 'testsrc', widthPx: 640, heightPx: 360, seconds: 20 }),
  ]);
  const media = await startMediaServer(directory);
  const stack = await startStack({ workers, allowHosts: [media.host], env });
  Object.assign(process.env, stack.env);
  const config = getConfig();
  const storage = createStorage(config.storage, () => Promise.resolve());
  const pool = new pg.Pool({ connectionString: config.database.url, max: 2 });
  pool.on('error', () => undefined);
  return {
    stack,
    media,
    submit: (composition, lane = 'quick') => createJob({ ...NOBODY, composition, lane }),
    finish: async (id, timeoutMs = 100_000) => {
      const job = await waitForJob(id, { timeoutMs, signal: new AbortController().signal });
      if (job.finishedAt === null) throw new Error(`the job is still ${job.status}, ${job.step}, ${job.progressPercent} %`);
      return job;
    },
    until,
    query: async (sql, values) => (await pool.query(sql, values)).rows,
    objectKeys: (jobId) => storage.listJobKeys(jobId),
    tempFolders: () => listTempFolders(config.temp.path),
    mediaProcesses: () => listProcesses(config.temp.path),
    stop: async () => {
      await pool.end();
      await closeQueue();
      await stack.stop();
      await media.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const NOBODY = {
  responseType: 'async',
  estimatedSeconds: 5,
  estimateFeatures: {},
  clientIp: '127.0.0.1',
  userAgent: 'test',
  requestId: 'test',
} as const;

/** Renders for several seconds: a kill, a cancel or a stop always comes in the middle. */
export function longComposition(media: MediaServer): Composition {
  return { width: 1280, height: 720, frame_rate: 60, elements: [{ id: 'long', type: 'video', source: media.url('long.mp4') }] };
}

/** Renders at once. */
export function shortComposition(media: MediaServer): Composition {
  return { width: 160, height: 90, elements: [{ id: 'clip', type: 'video', source: media.url('clip.mp4') }] };
}

async function until(id: string, matches: (job: Job) => boolean): Promise<Job> {
  let last: Job | null = null;
  for await (const job of watchJob(id, AbortSignal.timeout(100_000))) {
    if (matches(job)) return job;
    last = job;
  }
  throw new Error(`it never came to that: ${last?.status}, ${last?.step}, ${last?.progressPercent} %, ${last?.errorCode}`);
}

async function listTempFolders(path: string): Promise<string[]> {
  const jobIds = await readdir(path);
  const folders = await Promise.all(jobIds.map(async (jobId) => (await readdir(join(path, jobId)).catch(() => [])).map((attempt) => `${jobId}/${attempt}`)));
  return folders.flat();
}

async function listProcesses(path: string): Promise<string[]> {
  const { stdout } = await run('ps', ['-axo', 'stat=,args=']);
  // A killed process is a zombie until its parent has looked at it.
  return stdout.split('\n').filter((line) => line.includes(path) && !line.startsWith('Z'));
}

/** Asks until the answer is yes; fails after `timeoutMs`. */
export async function eventually(what: string, isTrue: () => Promise<boolean>, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error(`not within ${timeoutMs} ms: ${what}`);
    await sleep(50);
  }
}

/** A worker that a test ended itself is gone already. */
export async function end(worker: StackWorker): Promise<void> {
  await worker.kill('SIGKILL').catch(() => undefined);
}
