/**
 * What every media process gets: no environment, no network where the kernel allows it, limits on memory, files and CPU
 * time, a process group of its own, and death with its parent. A program and its arguments in, the command to spawn out.
 */
import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const GIB = 1024 ** 3;

export interface SandboxLimits {
  /** Address space, which is what the kernel can limit: always more than the memory really touched. */
  memoryBytes: number;
  /** Largest file that may be written. */
  fileBytes: number;
  /** CPU time of all threads together; null where only the caller's clock ends the process. */
  cpuSeconds: number | null;
}

/**
 * A render of 7680 x 4320 holds about 60 frames of 50 MB (x264's look-ahead and references) beside some blended frames
 * of 130 MB each: 5 GiB, and as much again for thread stacks and the allocator. The output is at most 600 s; 8 GiB of it
 * would be 110 Mbit/s.
 */
export const FFMPEG_LIMITS: SandboxLimits = { memoryBytes: 12 * GIB, fileBytes: 8 * GIB, cpuSeconds: null };

/** ffprobe holds a few frames at most and writes no file; two minutes of CPU count the packets of 100 MB many times over. */
export const FFPROBE_LIMITS: SandboxLimits = { memoryBytes: 4 * GIB, fileBytes: 0, cpuSeconds: 120 };

/** Node reserves 1 GiB of addresses; a drawing of 50 megapixels takes 200 MB, its PNG and each layer with a filter as much again. */
export const RASTERISE_LIMITS: SandboxLimits = { memoryBytes: 4 * GIB, fileBytes: GIB / 4, cpuSeconds: 20 };

/** As above for Node; a font of 10 MB takes a tenth of a second, and its memory a few times over. */
export const FONT_LIMITS: SandboxLimits = { memoryBytes: 4 * GIB, fileBytes: GIB / 16, cpuSeconds: 20 };

/**
 * Nothing of our own environment. One setting for the C library: its default of eight memory pools a core would eat the
 * address space on a machine with many cores.
 */
const ENVIRONMENT = ['MALLOC_ARENA_MAX=4'];

export interface SandboxedCommand {
  command: string;
  args: string[];
}

/**
 * The command that runs `program` (a path, or a name to be found in PATH) inside the sandbox. Each wrapper replaces
 * itself by the next one, so that the spawned pid is the program's own and a SIGKILL ends it. Costs about 5 ms.
 * Throws when the program does not exist.
 */
export async function sandboxCommand(program: string, args: readonly string[], limits: SandboxLimits): Promise<SandboxedCommand> {
  const [programPath, cleaner, wrappers] = await Promise.all([findProgram(program), findProgram('env'), findWrappers()]);
  if (programPath === null) throw new Error(`${program} was not found; set FFMPEG_PATH and FFPROBE_PATH, or install FFmpeg`);
  if (cleaner === null) throw new Error('env, the program that empties an environment, was not found in PATH');
  return { command: cleaner, args: ['-i', ...ENVIRONMENT, ...wrappers.flatMap((wrapper) => wrapper(limits)), programPath, ...args] };
}

/** Absolute path of an executable; null when there is none. A name is looked up in PATH, as the child gets no PATH. */
export async function findProgram(nameOrPath: string): Promise<string | null> {
  const candidates = nameOrPath.includes('/')
    ? [isAbsolute(nameOrPath) ? nameOrPath : resolve(nameOrPath)]
    : (process.env['PATH'] ?? '').split(delimiter).filter(isAbsolute).map((folder) => join(folder, nameOrPath));
  for (const candidate of candidates) {
    if (await isExecutable(candidate)) return candidate;
  }
  return null;
}

type Wrapper = (limits: SandboxLimits) => string[];

let wrappersFound: Promise<Wrapper[]> | null = null;

function findWrappers(): Promise<Wrapper[]> {
  wrappersFound ??= probeWrappers();
  return wrappersFound;
}

/** What this machine offers, outermost first; each is tried for real, as containers forbid some of it. */
async function probeWrappers(): Promise<Wrapper[]> {
  if (process.platform !== 'linux') return [];
  const [setsid, prlimit, unshare, setpriv, nothing] = await Promise.all(['setsid', 'prlimit', 'unshare', 'setpriv', 'true'].map(findProgram));
  if (!nothing) return [];
  const works = async (words: string[]): Promise<boolean> => {
    const [command = '', ...args] = [...words, nothing];
    return run(command, args, { timeout: 5000 }).then(() => true, () => false);
  };
  const wrappers: Wrapper[] = [];
  if (setsid && (await works([setsid]))) wrappers.push(() => [setsid]);
  if (prlimit && (await works([prlimit, ...toPrlimitArgs(FFMPEG_LIMITS)]))) wrappers.push((limits) => [prlimit, ...toPrlimitArgs(limits)]);
  // With a user namespace first: it needs no privilege, and takes root's powers over the rest of the machine away.
  for (const flags of unshare ? ['-rn', '-n'] : []) {
    if (!unshare || !(await works([unshare, flags]))) continue;
    wrappers.push(() => [unshare, flags]);
    break;
  }
  // Innermost: a change of namespace would clear the signal again. A parent that dies in the 4 ms before is not noticed.
  const setprivArgs = ['--pdeathsig', 'KILL', '--no-new-privs'];
  if (setpriv && (await works([setpriv, ...setprivArgs]))) wrappers.push(() => [setpriv, ...setprivArgs]);
  return wrappers;
}

function toPrlimitArgs(limits: SandboxLimits): string[] {
  // At the first figure SIGXCPU ends it, which tells its end from one that somebody else made; at the second SIGKILL does.
  const cpu = limits.cpuSeconds === null ? [] : [`--cpu=${limits.cpuSeconds}:${limits.cpuSeconds + 1}`];
  return [`--as=${limits.memoryBytes}`, `--fsize=${limits.fileBytes}`, '--core=0', ...cpu];
}

function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(() => true, () => false);
}
