/**
 * Starts one Node process of ours as a service: in a session of its own (a Ctrl-C reaches the supervisor alone, which stops all in order),
 * tied to our life by an IPC channel and, on Linux, by the kernel. In: its arguments and environment. Out: the ready, stoppable process.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentDeathPrefix } from '#lib/embedded/parent-death';
import type { Environment } from '#lib/embedded/environment';
import type { RunningService } from '#scripts/service';

const PRELOAD = new URL('./die-with-parent.mjs', import.meta.url).href;
const READY_TIMEOUT_MS = 120_000;

export interface NodeServiceOptions {
  name: string;
  /** What follows `node`. */
  args: readonly string[];
  cwd: string;
  env: Environment;
  /** Where standard output and standard error go: to ours, nowhere, or into an open file. */
  stdio: readonly ['inherit' | 'ignore' | number, 'inherit' | 'ignore' | number];
  /** How it tells that it is ready: by the IPC message "ready", or by answering HTTP at this address. */
  ready: 'message' | { url: string };
  /** How long it may take to end by itself before it is killed. */
  graceMs: number;
}

/** Throws when the process ends before it is ready or when `signal` aborts; it is gone then. */
export async function startNodeService(options: NodeServiceOptions, signal: AbortSignal): Promise<RunningService> {
  signal.throwIfAborted();
  const [command = '', ...args] = [...parentDeathPrefix('KILL'), process.execPath, ...options.args];
  // By NODE_OPTIONS and not by an argument: Next and `node --watch` start Node processes of their own, which must not be orphaned either.
  const env = { ...options.env, NODE_OPTIONS: `${options.env['NODE_OPTIONS'] ?? ''} --import=${PRELOAD}`.trim() };
  const child = spawn(command, args, { cwd: options.cwd, env, detached: true, stdio: ['ignore', ...options.stdio, 'ipc'] });
  const exited = whenGone(child);
  const { pid } = child;
  if (pid === undefined) throw new Error(`${options.name} could not be started: ${await exited}`);
  const running = { pid, exited, stop: () => stop(child, pid, options.graceMs) };
  const settled = new AbortController();
  const givenUp = AbortSignal.any([signal, AbortSignal.timeout(READY_TIMEOUT_MS), settled.signal]);
  const problem = await Promise.race([whenReady(child, options.ready, givenUp), exited.then((reason) => `it ended (${reason})`)]);
  settled.abort();
  if (problem === null) return running;
  await running.stop();
  signal.throwIfAborted();
  throw new Error(`${options.name} did not become ready: ${problem}`);
}

function whenGone(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => {
      // What it started itself must not outlive it, as it might hold the port.
      if (child.pid !== undefined) killGroup(child.pid, 'SIGKILL');
      resolve(signal ?? `exit code ${code}`);
    });
  });
}

async function whenReady(child: ChildProcess, ready: NodeServiceOptions['ready'], givenUp: AbortSignal): Promise<string | null> {
  if (ready === 'message') {
    return new Promise((resolve) => {
      givenUp.addEventListener('abort', () => resolve('it did not report in time'), { once: true });
      child.on('message', (message) => message === 'ready' && resolve(null));
    });
  }
  while (!givenUp.aborted) {
    const response = await fetch(ready.url, { signal: givenUp }).catch(() => null);
    await response?.body?.cancel();
    if (response !== null) return null;
    await sleep(50);
  }
  return `${ready.url} does not answer`;
}

async function stop(child: ChildProcess, pid: number, graceMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => killGroup(pid, 'SIGKILL'), graceMs);
  await gone;
  clearTimeout(timer);
}

function killGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody is left in the group.
  }
}
