/**
 * One running installation a state folder: `instance.json` names the process that runs it and its web port. In: the state folder.
 * Out: who runs there, or the claim for ourselves.
 */
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { claim, findHolder, updateClaim } from '#scripts/process-file';
import { StartProblem } from '#scripts/start-problem';

/** Somebody who stops one and starts the next at once finds the old one still ending; it has 10 s for that. */
const STOPPING_TIMEOUT_MS = 11_000;
/** Time for a stop that was just asked for to be noticed and announced. */
const RUNNING_TIMEOUT_MS = 1_500;

const instanceSchema = z.object({ pid: z.number(), port: z.number(), isStopping: z.boolean() });

export type Instance = z.infer<typeof instanceSchema>;

export interface ClaimedInstance {
  /** Lets a next start wait for our end instead of giving up. */
  announceStop(): Promise<void>;
  release(): Promise<void>;
}

/** The installation that runs with this state folder, or null. */
export async function findInstance(stateDirectory: string): Promise<Instance | null> {
  return instanceSchema.safeParse(await findHolder(toFile(stateDirectory))).data ?? null;
}

/** Makes us the installation of this folder until `release`. Throws StartProblem when another one runs and does not end. */
export async function claimInstance(stateDirectory: string, port: number): Promise<ClaimedInstance> {
  const file = toFile(stateDirectory);
  const startedAt = Date.now();
  await mkdir(stateDirectory, { recursive: true, mode: 0o700 });
  while (!(await claim(file, { port, isStopping: false }))) {
    const other = await findInstance(stateDirectory);
    if (other !== null && Date.now() - startedAt > (other.isStopping ? STOPPING_TIMEOUT_MS : RUNNING_TIMEOUT_MS)) {
      throw new StartProblem(`videogen already runs with ${stateDirectory} (process ${other.pid}, http://localhost:${other.port}): stop it first, or set VIDEOGEN_STATE_DIR to another folder`);
    }
    await sleep(100);
  }
  return {
    announceStop: () => updateClaim(file, { port, isStopping: true }),
    release: () => rm(file, { force: true }),
  };
}

function toFile(stateDirectory: string): string {
  return path.join(stateDirectory, 'instance.json');
}
