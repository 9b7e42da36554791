/**
 * Builds the web app when its sources are not those of the last build. In: nothing but the tree. Out: a fresh .next/;
 * the hash of what it was built from is kept inside it.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { claim } from '#scripts/process-file';
import { PROJECT_ROOT } from '#scripts/project-root';
import { runProgram } from '#scripts/run-program';
import { StartProblem } from '#scripts/start-problem';

const FOLDERS = ['app', 'components', 'lib'];
const FILES = ['instrumentation.ts', 'next.config.mjs', 'postcss.config.mjs', 'tailwind.config.ts', 'tsconfig.json', 'package.json', 'package-lock.json'];
/** Outside .next/, which a build clears. */
const LOCK_FILE = path.join(PROJECT_ROOT, 'node_modules', '.videogen-build.json');
const LOCK_CHECK_MS = 250;
const HASH_FILE = path.join(PROJECT_ROOT, '.next', 'source-hash');

/** True when it had to build. Throws StartProblem with the build's own output when that fails. */
export async function ensureBuild(signal: AbortSignal): Promise<boolean> {
  if (await isFresh()) return false;
  // `npm test` may be typed while `npm start` builds: who comes second waits and mostly finds the work done.
  while (!(await claim(LOCK_FILE, {}))) await sleep(LOCK_CHECK_MS, undefined, { signal });
  try {
    if (await isFresh()) return false;
    const hash = await hashSources();
    await build(signal);
    await writeFile(HASH_FILE, hash);
    return true;
  } finally {
    await rm(LOCK_FILE, { force: true });
  }
}

async function isFresh(): Promise<boolean> {
  return (await readFile(HASH_FILE, 'utf8').catch(() => '')) === (await hashSources());
}

async function build(signal: AbortSignal): Promise<void> {
  // Gone while a build is under way: an interrupted one must never pass for that of any sources.
  await rm(HASH_FILE, { force: true });
  const { code, output } = await runProgram([process.execPath, 'node_modules/next/dist/bin/next', 'build'], {
    signal,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (code !== 0) throw new StartProblem(`The build failed:\n${output.trim()}`);
}

async function hashSources(): Promise<string> {
  const inFolders = await Promise.all(
    FOLDERS.map(async (folder) => {
      const entries = await readdir(path.join(PROJECT_ROOT, folder), { recursive: true, withFileTypes: true });
      return entries.filter((entry) => entry.isFile()).map((entry) => path.relative(PROJECT_ROOT, path.join(entry.parentPath, entry.name)));
    }),
  );
  const hash = createHash('sha256');
  for (const file of [...inFolders.flat(), ...FILES].toSorted()) {
    const content = await readFile(path.join(PROJECT_ROOT, file)).catch(() => null);
    if (content !== null) hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}
