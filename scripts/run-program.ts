/**
 * Runs another program to its end. In: its command line. Out: its exit code and what it printed. It never outlives us: it ends
 * (with all that it started) when `signal` aborts, and, on Linux, when we are killed.
 */
import { spawn } from 'node:child_process';
import { parentDeathPrefix } from '#lib/embedded/parent-death';
import { PROJECT_ROOT } from '#scripts/project-root';

const KILL_AFTER_MS = 2_000;

export interface ProgramOptions {
  signal: AbortSignal;
  env?: NodeJS.ProcessEnv;
  /** True lets it write to our own output instead of collecting it. */
  isShown?: boolean;
}

export interface ProgramResult {
  /** Null when it was ended by a signal; 127 when there is no such program. */
  code: number | null;
  /** Standard output and standard error, in the order they came; empty when shown. */
  output: string;
}

export function runProgram([name = '', ...programArgs]: readonly string[], { signal, env = process.env, isShown = false }: ProgramOptions): Promise<ProgramResult> {
  signal.throwIfAborted();
  const [command = '', ...args] = [...parentDeathPrefix('KILL'), name, ...programArgs];
  const stream = isShown ? 'inherit' : 'pipe';
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: PROJECT_ROOT, env, detached: true, stdio: ['ignore', stream, stream] });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    const end = (how: NodeJS.Signals) => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, how);
      } catch {
        // It has ended by itself meanwhile.
      }
    };
    const onAbort = () => {
      end('SIGTERM');
      setTimeout(() => end('SIGKILL'), KILL_AFTER_MS).unref();
    };
    signal.addEventListener('abort', onAbort, { once: true });
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code) => {
      signal.removeEventListener('abort', onAbort);
      if (signal.aborted) reject(signal.reason);
      else resolve({ code, output });
    });
  });
}
