/**
 * A whole product for one benchmark: the embedded parts, the built web server and workers, on free ports and in a folder of its own.
 * In: how many workers, variables to add, and the work to be done with it. Out: what the work returns; everything has ended then.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Environment } from '#lib/embedded/environment';
import { chooseFreePort } from '#lib/embedded/free-port';
import { ensureBuild } from '#scripts/ensure-build';
import { webService, workerService } from '#scripts/services';
import { startParts } from '#scripts/start-parts';
import { Supervisor } from '#scripts/supervisor';

export interface BenchStackOptions {
  workers: number;
  /** `host:port` pairs that jobs may fetch from, beside the product's own samples. */
  allowHosts?: readonly string[];
  env?: Readonly<Record<string, string>>;
}

export interface BenchStack {
  baseUrl: string;
  env: Environment;
  /** A folder for files of the benchmark. */
  directory: string;
}

/** What is measured is this machine and these parts, never what the shell's configuration points to. */
const INHERITED = ['PATH', 'HOME', 'USER', 'LANG', 'TMPDIR', 'FFMPEG_PATH', 'FFPROBE_PATH'];

export async function withBenchStack<Result>({ workers, allowHosts = [], env: added = {} }: BenchStackOptions, work: (stack: BenchStack) => Promise<Result>): Promise<Result> {
  const directory = await mkdtemp(path.join(tmpdir(), 'videogen-bench-stack-'));
  const supervisor = new Supervisor((line) => console.error(line));
  const stopping = new AbortController();
  const stop = async (): Promise<void> => {
    stopping.abort();
    await supervisor.stop();
    await rm(directory, { recursive: true, force: true });
  };
  const onSignal = (): void => void stop().finally(() => process.exit(130));
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, onSignal);
  try {
    await ensureBuild(stopping.signal);
    const port = await chooseFreePort([]);
    const inherited = Object.fromEntries(INHERITED.map((name) => [name, process.env[name]]));
    const given = { ...inherited, LOG_LEVEL: 'error', NODE_ENV: 'production', PORT: String(port), ...added };
    const parts = await startParts({ env: given, parts: { database: true, storage: true }, stateDirectory: directory, supervisor, isDurable: true, signal: stopping.signal, step: (_, start) => start() });
    const env: Environment = { ...parts, SOURCE_ALLOW_HOSTS: [parts['SOURCE_ALLOW_HOSTS'], ...allowHosts].join(',') };
    await supervisor.start(webService('start', env), ...Array.from({ length: workers }, () => workerService('start', env)));
    return await work({ baseUrl: `http://127.0.0.1:${port}`, env, directory });
  } finally {
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, onSignal);
    await stop();
  }
}
