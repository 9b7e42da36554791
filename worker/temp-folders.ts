/**
 * The folder of each attempt, TEMP_STORAGE_PATH/{job id}/{attempt}: made with it, removed with it, and removed by any worker when the
 * attempt is dead. Workers may share the path, on one machine or several, so nothing of a living attempt is ever touched.
 */
import { mkdir, readdir, readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { findLiveAttempts } from '#lib/db/find-live-attempts';
import type { AttemptId } from '#lib/jobs/job';
import { isJobId } from '#lib/jobs/job-id';
import { log } from '#lib/log';
import type { WorkerContext } from '#worker/job-context';

const OWNER_FILE = 'owner.json';
const ownerSchema = z.object({ workerId: z.string(), host: z.string(), pid: z.number().int() });
type Owner = z.infer<typeof ownerSchema>;

type TempSettings = Pick<WorkerContext, 'id' | 'config'>;

/** The path of an attempt's folder. */
export function toTempFolder({ config }: Pick<WorkerContext, 'config'>, { jobId, attempt }: AttemptId): string {
  return join(config.temp.path, jobId, String(attempt));
}

/** Makes the folder, with a note of whose it is. */
export async function createTempFolder(worker: TempSettings, attempt: AttemptId): Promise<void> {
  const path = toTempFolder(worker, attempt);
  const owner: Owner = { workerId: worker.id, host: hostname(), pid: process.pid };
  await mkdir(path, { recursive: true });
  await writeFile(join(path, OWNER_FILE), JSON.stringify(owner));
}

/** Never throws: what cannot be removed now is dead, and found by the next sweep. */
export async function removeTempFolder(worker: Pick<WorkerContext, 'config'>, attempt: AttemptId): Promise<void> {
  if (!worker.config.temp.cleanup) return;
  const path = toTempFolder(worker, attempt);
  try {
    await rm(path, { recursive: true, force: true });
    // Fails, as it should, while another attempt at the job has its folder.
    await rmdir(dirname(path)).catch(() => undefined);
  } catch (error) {
    log.warn({ err: error, ...attempt }, 'could not remove the temporary folder');
  }
}

/** Removes the folders of dead attempts: their worker is gone from this host, or the database knows them no longer as running. */
export async function sweepTempFolders(worker: TempSettings): Promise<void> {
  if (!worker.config.temp.cleanup) return;
  const found = await listFolders(worker.config.temp.path);
  const owned = await Promise.all(found.map(async (attempt) => ({ attempt, owner: await findOwner(worker, attempt) })));
  const foreign = owned.filter(({ owner }) => owner?.workerId !== worker.id);
  if (foreign.length === 0) return;
  const live = await findLiveAttempts([...new Set(foreign.map(({ attempt }) => attempt.jobId))]);
  for (const { attempt, owner } of foreign) {
    const isRunning = live.get(attempt.jobId) === attempt.attempt;
    if (isRunning && !isGone(owner)) continue;
    log.info({ ...attempt }, 'removing the temporary folder of a dead attempt');
    await removeTempFolder(worker, attempt);
  }
}

/** Everything in the path that has the form of an attempt's folder; whatever else lies there is not ours. */
async function listFolders(root: string): Promise<AttemptId[]> {
  const jobIds = (await listNames(root)).filter(isJobId);
  const attempts = await Promise.all(
    jobIds.map(async (jobId) => {
      const names = (await listNames(join(root, jobId))).filter((name) => /^\d+$/.test(name));
      return names.map((name) => ({ jobId, attempt: Number(name) }));
    }),
  );
  return attempts.flat();
}

/** A folder that went away meanwhile has no names. */
async function listNames(path: string): Promise<string[]> {
  return readdir(path).catch(() => []);
}

async function findOwner(worker: TempSettings, attempt: AttemptId): Promise<Owner | null> {
  const text = await readFile(join(toTempFolder(worker, attempt), OWNER_FILE), 'utf8').catch(() => null);
  if (text === null) return null;
  try {
    return ownerSchema.parse(JSON.parse(text));
  } catch {
    // Half written: its worker died over it, or is at it; the database decides.
    return null;
  }
}

/** On another host only the database can tell. Our own pid with another worker's id is a process before us, in a restarted container. */
function isGone(owner: Owner | null): boolean {
  if (owner === null || owner.host !== hostname()) return false;
  if (owner.pid === process.pid) return true;
  try {
    process.kill(owner.pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
