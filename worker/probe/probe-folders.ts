/** The folder of each look at a medium, TEMP_STORAGE_PATH/probe-*: made with it, removed with it, and removed by any worker when it is too old to be in use. */
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const PREFIX = 'probe-';
/** Far longer than a look takes. */
const AGE_MS_MAX = 10 * 60 * 1000;

export async function createProbeFolder(root: string): Promise<string> {
  return mkdtemp(join(root, PREFIX));
}

export async function removeProbeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true });
}

/** Removes what dead workers have left. */
export async function sweepProbeFolders(root: string): Promise<void> {
  const names = (await readdir(root)).filter((name) => name.startsWith(PREFIX));
  for (const path of names.map((name) => join(root, name))) {
    const found = await stat(path).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > AGE_MS_MAX) await removeProbeFolder(path);
  }
}
