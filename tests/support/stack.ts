/**
 * A whole videogen for tests: the embedded parts on free ports in a folder of their own, and, when asked for, the web server and workers.
 * In: what to start and variables to add. Out: the complete environment and the means to start workers, kill them and stop everything.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Environment } from '#lib/embedded/environment';
import { chooseFreePort } from '#lib/embedded/free-port';
import { ensureBuild } from '#scripts/ensure-build';
import type { RunningService } from '#scripts/service';
import { webService, workerService } from '#scripts/services';
import { startParts } from '#scripts/start-parts';
import { Supervisor } from '#scripts/supervisor';
import { inheritedEnvironment } from '#tests/support/inherited-environment';

export interface StackOptions {
  web?: boolean;
  workers?: number;
  /** host:port pairs that jobs may fetch from, beside the stack's own web server and bucket. */
  allowHosts?: readonly string[];
  /** Added to the environment of web and workers, over the defaults. */
  env?: Record<string, string>;
}

export interface StackWorker {
  pid: number;
  /** Sends the signal; resolves when the process is gone. */
  kill(signal: NodeJS.Signals): Promise<void>;
}

export interface Stack {
  /** What web and workers get: give it to `loadConfig`, or to a child process. */
  env: Environment;
  /** Where the web server answers, without a slash at the end; null when none was asked for. */
  baseUrl: string | null;
  /** The workers that `workers` asked for, in order. */
  workers: readonly StackWorker[];
  /** One more worker, with variables of its own. A killed worker is not started again. */
  startWorker(env?: Record<string, string>): Promise<StackWorker>;
  /** Ends every process and removes the folder. */
  stop(): Promise<void>;
}

export async function startStack(options: StackOptions = {}): Promise<Stack> {
  const stateDirectory = await mkdtemp(path.join(tmpdir(), 'videogen-stack-'));
  const supervisor = new Supervisor((line) => process.stderr.write(`${line}\n`));
  const stopping = new AbortController();
  const started: RunningService[] = [];
  const stop = async () => {
    stopping.abort();
    await Promise.all(started.map((service) => service.stop()));
    await supervisor.stop();
    await rm(stateDirectory, { recursive: true, force: true });
  };
  try {
    const port = options.web ? await chooseFreePort([]) : 3000;
    const given = { ...inheritedEnvironment(), LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error', NODE_ENV: 'production', PORT: String(port), ...options.env };
    const parts = await startParts({ env: given, parts: { database: true, storage: true }, stateDirectory, supervisor, isDurable: false, signal: stopping.signal, step: (_, work) => work() });
    const env: Environment = { ...parts, SOURCE_ALLOW_HOSTS: [parts['SOURCE_ALLOW_HOSTS'], ...(options.allowHosts ?? [])].join(',') };
    const startWorker = async (added: Record<string, string> = {}) => {
      const worker = await workerService('start', { ...env, ...added }).start(stopping.signal);
      started.push(worker);
      return toStackWorker(worker);
    };
    if (options.web) {
      await ensureBuild(stopping.signal);
      started.push(await webService('start', env).start(stopping.signal));
    }
    const workers = await Promise.all(Array.from({ length: options.workers ?? 0 }, () => startWorker()));
    return { env, baseUrl: options.web ? `http://127.0.0.1:${port}` : null, workers, startWorker, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function toStackWorker({ pid, exited }: RunningService): StackWorker {
  return {
    pid,
    kill: async (signal) => {
      process.kill(pid, signal);
      await exited;
    },
  };
}
