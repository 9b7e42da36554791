/**
 * Types an npm command as a person would: in a process group of its own, as a terminal does it. In: the command and its environment.
 * Out: what it prints, and the means to press Ctrl-C, to signal npm alone, and to wait for its end.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PROJECT_ROOT } from '#scripts/project-root';

export interface NpmCommand {
  /** npm's own process. */
  pid: number;
  /** Standard output and standard error so far. */
  readonly output: string;
  /** Resolves when the output holds this text; throws when the command ends without it. */
  waitFor(text: string): Promise<void>;
  /** What a terminal does: SIGINT to the whole foreground group. */
  pressCtrlC(): void;
  /** Resolves with the exit code, or with the signal that ended npm, and how long it took since the call. */
  end(): Promise<{ result: number | string; seconds: number }>;
}

export function typeNpm(args: readonly string[], env: Record<string, string>): NpmCommand {
  const child = spawn('npm', args, { cwd: PROJECT_ROOT, env: { NODE_ENV: 'production', ...env }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const { pid } = child;
  if (pid === undefined) throw new Error('npm cannot be started');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  const exited = once(child, 'exit').then(([code, signal]: Array<number | string | null>) => code ?? signal ?? '');
  return {
    pid,
    get output() {
      return output;
    },
    waitFor: (text) =>
      new Promise((resolve, reject) => {
        const look = () => output.includes(text) && resolve();
        child.stdout.on('data', look);
        child.stderr.on('data', look);
        look();
        void exited.then((result) => reject(new Error(`npm ${args.join(' ')} ended (${result}) without "${text}":\n${output}`)));
      }),
    pressCtrlC: () => {
      try {
        process.kill(-pid, 'SIGINT');
      } catch {
        // It has ended already; a terminal would not mind either.
      }
    },
    end: async () => {
      const startedAt = Date.now();
      return { result: await exited, seconds: (Date.now() - startedAt) / 1000 };
    },
  };
}
