/** Folders of attempts: which are removed by a sweep, and which must not be. */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { getConfig } from '#lib/config';
import { cancelJobRow } from '#lib/db/cancel-job-row';
import { startAttempt } from '#lib/db/start-attempt';
import { createTempFolder, removeTempFolder, sweepTempFolders } from '#worker/temp-folders';
import { insertJob, startDatabaseTest, type DatabaseTest } from '#tests/integration/db/database-test';

interface Owner {
  workerId: string;
  host: string;
  pid: number;
}

describe('temporary folders', () => {
  let test: DatabaseTest;
  let root: string;
  beforeAll(async () => {
    test = await startDatabaseTest();
  });
  afterAll(() => test?.stop());
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'videogen-temp-'));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const worker = (cleanup = true) => ({ id: 'me', config: { ...getConfig(), temp: { path: root, cleanup } } });
  const neighbour = (changes: Partial<Owner> = {}): Owner => ({ workerId: 'neighbour', host: hostname(), pid: process.ppid, ...changes });
  /** A folder of an attempt that runs, unless it is ended. */
  const makeFolder = async (owner: Owner | null, end?: (jobId: string) => Promise<unknown>): Promise<string> => {
    const { id } = await insertJob();
    const started = await startAttempt(id, 'w', 3);
    const path = join(root, id, String(started?.attempt));
    await mkdir(path, { recursive: true });
    await writeFile(join(path, 'source.mp4'), 'x');
    if (owner !== null) await writeFile(join(path, 'owner.json'), JSON.stringify(owner));
    await end?.(id);
    return id;
  };
  const deadPid = (): number => spawnSync('true').pid;

  it('of a living neighbour are kept, on this host and on another one', async () => {
    const kept = [
      await makeFolder(neighbour()),
      await makeFolder(neighbour({ host: 'another-host', pid: deadPid() })),
      // Its owner is about to write who it is.
      await makeFolder(null),
      await makeFolder({ workerId: 'me', host: hostname(), pid: process.pid }),
    ];
    await sweepTempFolders(worker());
    expect((await readdir(root)).toSorted()).toEqual(kept.toSorted());
  });

  it('of dead attempts are removed', async () => {
    await makeFolder(neighbour({ pid: deadPid() }));
    // The process before us in a container that was restarted had our pid.
    await makeFolder(neighbour({ pid: process.pid }));
    await makeFolder(neighbour({ host: 'another-host' }), cancelJobRow);
    await makeFolder(neighbour({ host: 'another-host' }), (id) => startAttempt(id, 'the next one', 3));
    await makeFolder(null, (id) => test.query('delete from jobs where id = $1', [id]));
    await sweepTempFolders(worker());
    expect(await readdir(root)).toEqual([]);
  });

  it('are not looked for among what is not ours', async () => {
    await mkdir(join(root, 'photos', '1'), { recursive: true });
    await writeFile(join(root, 'notes.txt'), 'x');
    const id = await makeFolder(neighbour());
    await mkdir(join(root, id, 'not an attempt'));
    await sweepTempFolders(worker());
    expect((await readdir(root)).toSorted()).toEqual([id, 'notes.txt', 'photos'].toSorted());
    expect((await readdir(join(root, id))).toSorted()).toEqual(['1', 'not an attempt']);
  });

  it('go with their attempt, and the job\'s with the last of them', async () => {
    const jobId = '7f878bb1-88ab-44c5-9657-017fa38c3dc1';
    await createTempFolder(worker(), { jobId, attempt: 1 });
    await createTempFolder(worker(), { jobId, attempt: 2 });
    await removeTempFolder(worker(), { jobId, attempt: 1 });
    expect(await readdir(join(root, jobId))).toEqual(['2']);
    await removeTempFolder(worker(), { jobId, attempt: 2 });
    await removeTempFolder(worker(), { jobId, attempt: 2 });
    expect(await readdir(root)).toEqual([]);
  });

  it('all stay where AUTO_CLEANUP_TEMP_FILES is off', async () => {
    const id = await makeFolder(neighbour({ pid: deadPid() }));
    await sweepTempFolders(worker(false));
    await removeTempFolder(worker(false), { jobId: id, attempt: 1 });
    expect(await readdir(root)).toEqual([id]);
  });
});
