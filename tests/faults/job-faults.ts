/** Things that happen to jobs themselves: delivered twice, cancelled at the last moment, out of disk. */
import { execFile } from 'node:child_process';
import { mkdtemp, open, rm, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Fault, PreparedMachine } from '#tests/faults/fault';
import type { Ground } from '#tests/faults/ground';

const run = promisify(execFile);
const DISK_MEGABYTES = 128;
const FULL_MS_MAX = 4_000;

export const JOB_FAULTS: Fault[] = [
  {
    name: 'disk-full',
    title: 'disk full for up to 4 s (tmpfs)',
    mayEndWith: ['DISK_FULL'],
    prepare: mountSmallDisk,
    inject: async ({ tempPath }, random) => {
      const ballast = join(tempPath, 'ballast');
      await fillDisk(ballast);
      await sleep(random() * FULL_MS_MAX);
      await rm(ballast);
    },
  },
  {
    name: 'delivered-twice',
    title: 'running jobs delivered a second time',
    inject: async ({ query }) => {
      await query(`update pgboss.job set state = 'retry', start_after = now() where name in ('quick', 'long') and state = 'active'`);
    },
  },
  {
    name: 'cancelled',
    title: 'cancel racing completion',
    mayEndWith: ['JOB_CANCELLED'],
    inject: async (ground) => {
      const jobs = await ground.query<{ id: string }>(`select id from jobs where status in ('pending', 'processing')`);
      return (await Promise.all(jobs.map(({ id }) => cancel(ground, id)))).flat();
    },
  },
];

/** The answer and the row must say the same. */
async function cancel({ baseUrl, query }: Ground, id: string): Promise<string[]> {
  const { status } = await fetch(`${baseUrl}/api/v1/videoresult/${id}`, { method: 'DELETE' });
  const [row] = await query<{ status: string }>('select status from jobs where id = $1', [id]);
  const expected = status === 200 ? 'cancelled' : status === 409 ? 'completed' : 'a known answer';
  return row?.status === expected ? [] : [`a cancel was answered ${status}, and the job is ${row?.status}`];
}

async function mountSmallDisk(): Promise<PreparedMachine | string> {
  const path = await mkdtemp(join(tmpdir(), 'videogen-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MEGABYTES}m`, 'none', path]);
  } catch {
    await rmdir(path);
    return 'only root may mount the small disk that it needs';
  }
  const undo = async (): Promise<void> => {
    await run('umount', [path]);
    await rmdir(path);
  };
  return { env: { TEMP_STORAGE_PATH: path }, undo };
}

/** Writes until nothing more fits. */
async function fillDisk(path: string): Promise<void> {
  await using file = await open(path, 'w');
  for (let size = 1024 * 1024; size >= 4096; ) {
    const written = await file.write(Buffer.alloc(size)).then(({ bytesWritten }) => bytesWritten, () => 0);
    if (written < size) size /= 4;
  }
}
