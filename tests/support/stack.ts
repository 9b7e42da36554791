/**
 * A whole videogen for tests: the embedded parts on free ports in a folder of their own (or the parts that `configured-parts` names), and, when asked for, the
 * web server and workers.
 * In: what to start and variables to add. Out: the complete environment and the means to start workers, kill them and stop everything.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findEmbeddedParts } from '#lib/config';
import type { Environment } from '#lib/embedded/environment';
import { chooseFreePort } from '#lib/embedded/free-port';
import { ensureBuild } from '#scripts/ensure-build';
import type { RunningService } from '#scripts/service';
import { webService, workerService } from '#scripts/services';
import { startParts } from '#scripts/start-parts';
import { Supervisor } from '#scripts/supervisor';
import { configuredParts, emptyDatabase } from '#tests/support/configured-parts';
import { inheritedEnvironment } from '#tests/support/inherited-environment';

export interface StackOptions {
  web?: boolean;
  workers?: number;
  /** host:port pairs that jobs may fetch from, beside the stack's own web server and bucket. */
  allowHosts?: readonly string[];
  /** Added to the environment of web and workers, over the defaults. */
  env?: Record<string, string>;
}

export interface StackProcess {
  pid: number;
  /** Sends the signal; resolves when the process is gone. */
  kill(signal: NodeJS.Signals): Promise<void>;
}

export type StackWorker = StackProcess;

export interface Stack {
  /** What web and workers get: give it to `loadConfig`, or to a child process. */
  env: Environment;
  /** Where the web server answers, without a slash at the end; null when none was asked for. */
  baseUrl: string | null;
  /** The workers that `workers` asked for, in order. */
  workers: readonly StackWorker[];
  /** One more worker, with variables of its own. A killed worker is not started again. */
  startWorker(env?: Record<string, string>): Promise<StackWorker>;
  /** The web server, with variables of its own, on the port of `env`: for a stack without one, or whose web server was killed. */
  startWeb(env?: Record<string, string>): Promise<StackProcess>;
  /** Everything that the embedded parts keep, and the temporary files, lie below it. */
  stateDirectory: string;
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
    const port = await chooseFreePort([]);
    const given = { ...inheritedEnvironment(), LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'error', NODE_ENV: 'production', PORT: String(port), ...configuredParts(), ...options.env };
    const parts = findEmbeddedParts(given);
    const complete = await startParts({ env: given, parts, stateDirectory, supervisor, isDurable: false, signal: stopping.signal, step: (_, work) => work() });
    if (!parts.database) await emptyDatabase(complete['DATABASE_URL'] ?? '');
    const env: Environment = { ...complete, SOURCE_ALLOW_HOSTS: [complete['SOURCE_ALLOW_HOSTS'] ?? ownHosts(complete), ...(options.allowHosts ?? [])].join(',') };
    const startWorker = async (added: Record<string, string> = {}) => {
      const worker = await workerService('start', { ...env, ...added }).start(stopping.signal);
      started.push(worker);
      return toStackProcess(worker);
    };
    const startWeb = async (added: Record<string, string> = {}) => {
      await ensureBuild(stopping.signal);
      const web = await webService('start', { ...env, ...added }).start(stopping.signal);
      started.push(web);
      return toStackProcess(web);
    };
    if (options.web) await startWeb();
    const workers = await Promise.all(Array.from({ length: options.workers ?? 0 }, () => startWorker()));
    return { env, baseUrl: options.web ? `http://127.0.0.1:${port}` : null, workers, startWorker, startWeb, stateDirectory, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What jobs may fetch although it is on this machine, as `npm start` allows it with embedded parts. */
function ownHosts({ PORT, S3_ENDPOINT }: Environment): string {
  return [`localhost:${PORT}`, `127.0.0.1:${PORT}`, ...(S3_ENDPOINT === undefined ? [] : [new URL(S3_ENDPOINT).host])].join(',');
}

function toStackProcess({ pid, exited }: RunningService): StackProcess {
  return {
    pid,
    kill: async (signal) => {
      process.kill(pid, signal);
      await exited;
    },
  };
}
