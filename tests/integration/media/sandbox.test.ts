/** What the sandbox promises every media process, checked from inside and outside. */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMediaServer } from '#tests/support/media-server';
import { runSandboxed } from '#worker/ffmpeg/run-sandboxed';
import { FFMPEG_LIMITS, FFPROBE_LIMITS, findProgram, sandboxCommand } from '#worker/ffmpeg/sandbox';

const run = promisify(execFile);
const canRun = (command: string, ...args: string[]): Promise<boolean> => run(command, args).then(() => true, () => false);
const isLinux = process.platform === 'linux';
const hasNetworkNamespaces = isLinux && ((await canRun('unshare', '-rn', 'true')) || (await canRun('unshare', '-n', 'true')));
const hasParentDeath = isLinux && (await canRun('setpriv', '--pdeathsig', 'KILL', 'true'));
const hasLimits = isLinux && (await canRun('prlimit', '--core=0', 'true'));

const signal = new AbortController().signal;
const runShell = (script: string) => runSandboxed({ program: 'sh', args: ['-c', script], limits: FFPROBE_LIMITS, timeoutMs: 10_000, signal });
const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};
async function waitUntilDead(pid: number): Promise<boolean> {
  for (let tries = 0; tries < 100 && isAlive(pid); tries += 1) await sleep(50);
  return !isAlive(pid);
}

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "sand 'box"));
});
afterAll(() => rm(directory, { recursive: true }));

describe('runSandboxed', () => {
  it('hands nothing of our environment on', async () => {
    process.env['SECRET_OF_THE_TEST'] = 'secret';
    const { stdout } = await runSandboxed({ program: 'env', args: [], limits: FFPROBE_LIMITS, timeoutMs: 10_000, signal });
    delete process.env['SECRET_OF_THE_TEST'];
    expect(stdout.trim().split('\n')).toEqual(['MALLOC_ARENA_MAX=4']);
  });

  it.skipIf(!hasNetworkNamespaces)('leaves the program without a network', async () => {
    const server = await startMediaServer(directory);
    const args = ['-v', 'error', '-f', 'mov', server.url('/clip.mp4')];
    const result = await runSandboxed({ program: process.env['FFPROBE_PATH'] ?? 'ffprobe', args, limits: FFPROBE_LIMITS, timeoutMs: 10_000, signal });
    expect(result.exitCode).not.toBe(0);
    expect(server.requests).toHaveLength(0);
    await server.close();
  });

  it('tells a process that somebody else killed from one that its file brought down', async () => {
    await expect(runShell('kill -9 $$')).rejects.toThrow('killed from outside');
    expect(await runShell('kill -SEGV $$')).toMatchObject({ outcome: 'exited', exitCode: null });
  });

  it.skipIf(!hasLimits)('limits memory, files, CPU time and core dumps', async () => {
    const { stdout } = await runShell('cat /proc/self/limits');
    const limit = (name: string): string | undefined => new RegExp(`^${name}\\s+(\\S+)`, 'm').exec(stdout)?.[1];
    expect(limit('Max address space')).toBe(String(FFPROBE_LIMITS.memoryBytes));
    expect(limit('Max file size')).toBe('0');
    expect(limit('Max cpu time')).toBe('120');
    expect(limit('Max core file size')).toBe('0');
  });

  it('kills what takes too long, says too much or is no longer wanted', async () => {
    const shell = { program: 'sh', limits: FFPROBE_LIMITS, signal };
    expect(await runSandboxed({ ...shell, args: ['-c', 'exec sleep 60'], timeoutMs: 200 })).toMatchObject({ outcome: 'too slow', exitCode: null });
    expect(await runSandboxed({ ...shell, args: ['-c', 'exec yes'], timeoutMs: 10_000 })).toMatchObject({ outcome: 'too much output', exitCode: null });
    const reason = new Error('cancelled');
    const controller = new AbortController();
    setTimeout(() => controller.abort(reason), 100);
    await expect(runSandboxed({ ...shell, signal: controller.signal, args: ['-c', 'exec sleep 60'], timeoutMs: 10_000 })).rejects.toBe(reason);
  });

  it('kills what ignores a polite signal', async () => {
    const script = 'trap "" TERM INT; while :; do :; done';
    expect(await runSandboxed({ program: 'sh', args: ['-c', script], limits: FFPROBE_LIMITS, timeoutMs: 200, signal })).toMatchObject({ outcome: 'too slow' });
  });

  it('says which variables to set when the program is missing', async () => {
    await expect(sandboxCommand('no-such-ffmpeg', [], FFMPEG_LIMITS)).rejects.toThrow(/FFMPEG_PATH and FFPROBE_PATH/);
    expect(await findProgram('/no/such/ffmpeg')).toBeNull();
  });
});

describe('sandboxCommand', () => {
  it('hands arguments on unchanged and passes on nothing else', async () => {
    const { command, args } = await sandboxCommand('sh', ['-c', 'echo "$@"; env', 'sh', 'a b', "c'd", '$HOME', '*'], FFMPEG_LIMITS);
    const { stdout } = await run(command, args);
    expect(stdout.split('\n')[0]).toBe("a b c'd $HOME *");
    expect(stdout).not.toContain('PATH=/usr');
  });

  it('has the pid of the program itself, in a group of its own, so that SIGKILL ends it', async () => {
    const { command, args } = await sandboxCommand('sh', ['-c', 'echo $$; trap "" TERM; while :; do :; done'], FFMPEG_LIMITS);
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const [first] = (await once(child.stdout, 'data')) as [Buffer];
    expect(Number(first.toString())).toBe(child.pid);
    if (isLinux) expect(await readGroup(child.pid!)).toBe(child.pid);
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(isAlive(child.pid!)).toBe(false);
  });

  it.skipIf(!hasParentDeath)('dies with its parent, even one that is killed', async () => {
    const { command, args } = await sandboxCommand('sleep', ['60'], FFMPEG_LIMITS);
    const parentScript = join(directory, 'parent.mjs');
    await writeFile(parentScript, `import { spawn } from 'node:child_process';
      console.log(spawn(${JSON.stringify(command)}, ${JSON.stringify(args)}, { stdio: 'ignore' }).pid); setInterval(() => {}, 1000);`);
    const parent = spawn(process.execPath, [parentScript], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [first] = (await once(parent.stdout, 'data')) as [Buffer];
    const pid = Number(first.toString());
    // Until the wrappers have made room for the program, the signal is not yet arranged.
    for (let tries = 0; tries < 200 && !/^[^\0]*sleep\0/.test(await readFile(`/proc/${pid}/cmdline`, 'utf8')); tries += 1) await sleep(20);
    parent.kill('SIGKILL');
    expect(await waitUntilDead(pid)).toBe(true);
  });
});

/** Field 5 of /proc/PID/stat; the name before it is in brackets. */
async function readGroup(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
}
