/** Processes that end, freeze or start again: workers, web, Postgres, FFmpeg. */
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPostmaster, isAlive } from '#lib/embedded/postmaster';
import type { Fault } from '#tests/faults/fault';
import type { Ground } from '#tests/faults/ground';
import { pick, type Random } from '#tests/faults/random';

const FREEZE_MS = 60_000;
/** For what wakes up to find out that it is late. */
const AWAKE_MS = 3_000;
const APPEARS_MS = 10_000;

export const PROCESS_FAULTS: Fault[] = [
  { name: 'worker-killed', title: 'kill -9 of a worker', inject: (ground, random) => replaceWorker(ground, random, 'SIGKILL') },
  { name: 'worker-stopped', title: 'SIGTERM to a worker', inject: (ground, random) => replaceWorker(ground, random, 'SIGTERM') },
  {
    name: 'worker-frozen',
    title: 'SIGSTOP of a worker for 60 s, then SIGCONT',
    inject: async ({ workers }, random) => {
      const { pid } = pick(random, workers);
      process.kill(pid, 'SIGSTOP');
      await sleep(FREEZE_MS);
      process.kill(pid, 'SIGCONT');
      await sleep(AWAKE_MS);
    },
  },
  {
    name: 'web-killed',
    title: 'kill -9 of the web server while POSTs wait',
    inject: async (ground) => {
      await ground.web.kill('SIGKILL');
      ground.web = await ground.startWeb();
    },
  },
  { name: 'postgres-restarted', title: 'Postgres restarted (immediate)', inject: restartPostgres },
  {
    name: 'ffmpeg-killed',
    title: 'kill -9 of FFmpeg or ffprobe',
    inject: async (ground, random) => signalMediaProcess('SIGKILL', await catchMediaProcess(ground, random, ['ffmpeg', 'ffprobe'])),
  },
  {
    name: 'ffmpeg-frozen',
    title: 'SIGSTOP of FFmpeg: ends by the time limit',
    // Far more than these jobs take, far less than a run may take.
    env: { PROCESSING_TIMEOUT_MINUTES: '0.4' },
    mayEndWith: ['JOB_TIMED_OUT'],
    inject: async (ground, random) => signalMediaProcess('SIGSTOP', await catchMediaProcess(ground, random, ['ffmpeg'])),
  },
];

/** The supervisor, or whatever looks after workers, starts another one. */
async function replaceWorker(ground: Ground, random: Random, signal: NodeJS.Signals): Promise<void> {
  const victim = pick(random, ground.workers);
  await victim.kill(signal);
  ground.workers[ground.workers.indexOf(victim)] = await ground.startWorker();
}

/** SIGQUIT is PostgreSQL's immediate shutdown: no checkpoint, no goodbye. The stack's supervisor starts it again. */
async function restartPostgres({ stack, query }: Ground): Promise<string[]> {
  const directory = join(stack.stateDirectory, 'postgres', 'data');
  const server = await findPostmaster(directory);
  if (server === null) return ['there was no Postgres to be restarted'];
  process.kill(server.pid, 'SIGQUIT');
  while (await isAlive(server.pid)) await sleep(20);
  while (!(await query('select 1').then(() => true, () => false))) await sleep(50);
  return [];
}

/** One of these programs, which runs now or will in a moment. */
async function catchMediaProcess(ground: Ground, random: Random, programs: readonly string[]): Promise<number> {
  const deadline = Date.now() + APPEARS_MS;
  while (Date.now() < deadline) {
    const found = (await ground.mediaProcesses()).filter(({ command }) => programs.includes(basename(command.split(' ')[0] ?? '')));
    if (found.length > 0) return pick(random, found).pid;
    await sleep(20);
  }
  throw new Error('no media process has appeared');
}

/** It may have ended in the moment between. */
function signalMediaProcess(signal: NodeJS.Signals, pid: number): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}
