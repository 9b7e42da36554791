/**
 * Where a fault is tried: a whole videogen of its own with two workers, whose storage and sources lie behind lines that can be harmed.
 * In: the fault's variables. Out: the running product, the means to harm it, and eyes on what it leaves behind.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { openLink, type Link } from '#tests/faults/link';
import { makeFaultMedia } from '#tests/faults/videos';
import { startFaultProxy } from '#tests/integration/storage/fault-proxy';
import { startMediaServer } from '#tests/support/media-server';
import { startStack, type Stack, type StackProcess } from '#tests/support/stack';

const run = promisify(execFile);

/** Slow enough that downloads and uploads take a part of the job's time, and so of the random moments. */
const SOURCE_BYTES_PER_SECOND = 6_000_000;
const STORAGE_BYTES_PER_SECOND = 12_000_000;
const WORKERS = 2;

export interface MediaProcess {
  pid: number;
  command: string;
}

export interface Ground {
  stack: Stack;
  baseUrl: string;
  /** The two that are meant to run; a fault that ends one starts another in its place. */
  workers: StackProcess[];
  web: StackProcess;
  startWorker(): Promise<StackProcess>;
  startWeb(): Promise<StackProcess>;
  /** Between workers and sources. */
  sources: Link;
  /** Between web, workers and the bucket; people read videos past it. */
  storage: Link;
  /** The storage answers 500 to that many of the next requests that bring something. */
  failUploads(count: number): void;
  /** Where the compositions' media are, with a slash at the end. */
  mediaOrigin: string;
  tempPath: string;
  query<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** FFmpeg and ffprobe of the workers. */
  mediaProcesses(): Promise<MediaProcess[]>;
  stop(): Promise<void>;
}

export async function openGround(env: Record<string, string>): Promise<Ground> {
  const closers: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const close of closers.toReversed()) await close();
  };
  try {
    const directory = await mkdtemp(join(tmpdir(), 'videogen-faults-'));
    closers.push(() => rm(directory, { recursive: true, force: true }));
    await makeFaultMedia(directory);
    const media = await startMediaServer(directory);
    closers.push(() => media.close());
    const sources = await openLink(media.port, SOURCE_BYTES_PER_SECOND);
    closers.push(() => sources.close());
    const stack = await startStack({ allowHosts: [`127.0.0.1:${sources.port}`], env });
    closers.push(() => stack.stop());
    const direct = stack.env['S3_ENDPOINT'] ?? '';
    let failures = 0;
    const proxy = await startFaultProxy(direct, (request) => (/^(PUT|POST)/.test(request) && failures-- > 0 ? 'status 500' : null));
    closers.push(() => proxy.close());
    const storage = await openLink(Number(new URL(proxy.endpoint).port), STORAGE_BYTES_PER_SECOND);
    closers.push(() => storage.close());
    const added = { S3_ENDPOINT: `http://127.0.0.1:${storage.port}`, S3_PUBLIC_URL_PREFIX: `${direct}/${stack.env['S3_BUCKET_NAME']}` };
    const pool = new pg.Pool({ connectionString: stack.env['DATABASE_URL'], max: 2 });
    pool.on('error', () => undefined);
    closers.push(() => pool.end());
    const tempPath = stack.env['TEMP_STORAGE_PATH'] ?? '';
    return {
      stack,
      baseUrl: `http://127.0.0.1:${stack.env['PORT']}`,
      web: await stack.startWeb(added),
      workers: await Promise.all(Array.from({ length: WORKERS }, () => stack.startWorker(added))),
      startWorker: () => stack.startWorker(added),
      startWeb: () => stack.startWeb(added),
      sources,
      storage,
      failUploads: (count) => void (failures = count),
      mediaOrigin: `http://127.0.0.1:${sources.port}/`,
      tempPath,
      query: async (sql, values) => (await pool.query(sql, values)).rows,
      mediaProcesses: () => listMediaProcesses(tempPath),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Those that work in the folder for temporary files. */
async function listMediaProcesses(tempPath: string): Promise<MediaProcess[]> {
  const { stdout } = await run('ps', ['-axo', 'pid=,stat=,args=']);
  return stdout.split('\n').flatMap((line) => {
    const [, pid, state, command] = /^\s*(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    // A killed process is a zombie until its parent has looked at it.
    const isOne = command?.includes(tempPath) && !state?.startsWith('Z');
    return isOne ? [{ pid: Number(pid), command: command ?? '' }] : [];
  });
}

/** What lies in the folder for temporary files, as paths below it. */
export async function listTempFiles({ tempPath }: Ground): Promise<string[]> {
  return readdir(tempPath, { recursive: true });
}
