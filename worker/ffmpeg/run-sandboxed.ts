/**
 * Runs one short media process in the sandbox and collects what it says: a program and arguments in, its output out.
 * Long renders with progress have a runner of their own.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { basename } from 'node:path';
import { recordMetric } from '#lib/metrics/record-metric';
import { sandboxCommand, type SandboxLimits } from '#worker/ffmpeg/sandbox';

export interface SandboxedRunOptions {
  program: string;
  args: readonly string[];
  limits: SandboxLimits;
  timeoutMs: number;
  signal: AbortSignal;
  /** Takes the output as it comes, instead of `stdout`. */
  onStdout?: (chunk: Buffer) => void;
}

export interface SandboxedRun {
  /** `exited` by itself, or killed because of its time or the size of its output. */
  outcome: 'exited' | 'too slow' | 'too much output';
  /** null when a signal ended it (its CPU or memory limit, say). */
  exitCode: number | null;
  stdout: string;
  /** Its first 64 KiB. */
  stderr: string;
}

/** Far more than the facts of a file with many streams and tags need. */
const STDOUT_BYTES_MAX = 4 * 1024 * 1024;
const STDERR_BYTES_MAX = 64 * 1024;

/**
 * Runs to the end, or kills. Throws the signal's reason when aborted, what `spawn` throws when it cannot start, and an Error when somebody else killed it
 * (the kernel that is out of memory, an operator): that says nothing of the file it was at.
 */
export async function runSandboxed({ program, args, limits, timeoutMs, signal, onStdout }: SandboxedRunOptions): Promise<SandboxedRun> {
  const sandboxed = await sandboxCommand(program, args, limits);
  signal.throwIfAborted();
  const child = spawn(sandboxed.command, sandboxed.args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let outcome: SandboxedRun['outcome'] = 'exited';
  const kill = (reason?: SandboxedRun['outcome']): void => {
    if (reason) outcome = reason;
    child.kill('SIGKILL');
  };
  const onAbort = (): void => kill();
  signal.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(() => kill('too slow'), timeoutMs);
  try {
    const { exitCode, endedBy, stdout, stderr } = await collectOutput(child, onStdout ?? null, () => kill('too much output'));
    const isKilled = signal.aborted || outcome !== 'exited';
    recordMetric('media_process_exits', { program: basename(program), result: isKilled ? 'killed' : exitCode === 0 ? 'ok' : 'failed' });
    signal.throwIfAborted();
    // Its own limits end it by other signals.
    if (outcome === 'exited' && endedBy === 'SIGKILL') throw new Error(`${basename(program)} was killed from outside`);
    return { outcome, exitCode, stdout, stderr };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

type Output = Pick<SandboxedRun, 'exitCode' | 'stdout' | 'stderr'> & { endedBy: NodeJS.Signals | null };

function collectOutput(child: ChildProcess, onStdout: ((chunk: Buffer) => void) | null, onTooMuch: () => void): Promise<Output> {
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  let stdoutBytes = 0;
  let stderrBytes = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    if (onStdout) return onStdout(chunk);
    stdoutBytes += chunk.length;
    if (stdoutBytes > STDOUT_BYTES_MAX) onTooMuch();
    else stdout.push(chunk);
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    // Read to the end whatever is kept, so that a talkative process is not blocked by a full pipe.
    if (stderrBytes < STDERR_BYTES_MAX) stderr.push(chunk);
    stderrBytes += chunk.length;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode, endedBy) => {
      resolve({ exitCode, endedBy, stdout: Buffer.concat(stdout).toString('utf8'), stderr: Buffer.concat(stderr).toString('utf8', 0, STDERR_BYTES_MAX) });
    });
  });
}
