/**
 * One running installation a state folder: `instance.json` names the process that runs it and its web port. In: the state folder.
 * A file left behind by a killed process counts for nothing.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { isAlive } from '#lib/embedded/postmaster';
import { StartProblem } from '#scripts/start-problem';

const instanceSchema = z.object({ pid: z.number().int().positive(), startedAt: z.string(), port: z.number().int(), isStopping: z.boolean() });

/** Somebody who stops one and starts the next at once finds the old one still ending; it has 10 s for that. */
const STOPPING_TIMEOUT_MS = 11_000;
/** Time for a stop that was just asked for to be noticed and announced. */
const RUNNING_TIMEOUT_MS = 1_500;

export type Instance = z.infer<typeof instanceSchema>;

/** The installation that runs with this state folder, or null. */
export async function findInstance(stateDirectory: string): Promise<Instance | null> {
  const text = await readFile(instanceFile(stateDirectory), 'utf8').catch(() => '');
  const parsed = instanceSchema.safeParse(parseJson(text));
  if (!parsed.success) return null;
  const isSame = (await isAlive(parsed.data.pid)) && parsed.data.startedAt === (await identify(parsed.data.pid));
  return isSame ? parsed.data : null;
}

export interface ClaimedInstance {
  /** Lets a next start wait for our end instead of giving up. */
  announceStop(): Promise<void>;
  release(): Promise<void>;
}

/** Makes us the installation of this folder until `release`. Throws StartProblem when another one runs and does not end. */
export async function claimInstance(stateDirectory: string, port: number): Promise<ClaimedInstance> {
  const startedAt = Date.now();
  for (let other = await findInstance(stateDirectory); other !== null; other = await findInstance(stateDirectory)) {
    if (Date.now() - startedAt > (other.isStopping ? STOPPING_TIMEOUT_MS : RUNNING_TIMEOUT_MS)) {
      throw new StartProblem(`videogen already runs with ${stateDirectory} (process ${other.pid}, http://localhost:${other.port}): stop it first, or set VIDEOGEN_STATE_DIR to another folder`);
    }
    await sleep(100);
  }
  await mkdir(stateDirectory, { recursive: true, mode: 0o700 });
  const instance: Instance = { pid: process.pid, startedAt: await identify(process.pid), port, isStopping: false };
  await writeFile(instanceFile(stateDirectory), JSON.stringify(instance));
  return {
    announceStop: () => writeFile(instanceFile(stateDirectory), JSON.stringify({ ...instance, isStopping: true })),
    release: () => rm(instanceFile(stateDirectory), { force: true }),
  };
}

/** Tells a process from a later one with the same number by when it started; empty where the system does not say. */
async function identify(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // proc(5): the 22nd field is the start time in ticks since boot; the second one, the name, may hold spaces.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function instanceFile(stateDirectory: string): string {
  return path.join(stateDirectory, 'instance.json');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
