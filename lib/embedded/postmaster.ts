/**
 * What a data directory says about its server: reads postmaster.pid and checks that the process is alive and really serves this directory.
 * A file left behind by a crash or a reboot may name a process that has nothing to do with us.
 */
import { execFile } from 'node:child_process';
import { readFile, readlink, realpath } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Postmaster {
  pid: number;
  port: number;
}

/** The living server of this data directory, or null. */
export async function findPostmaster(dataDirectory: string): Promise<Postmaster | null> {
  const lines = (await readFile(path.join(dataDirectory, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  // The file's first line is the pid, its fourth the port (PostgreSQL: src/include/utils/pidfile.h).
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return (await servesDirectory(pid, dataDirectory)) ? { pid, port } : null;
}

/** Whether a process of this id exists; a zombie counts as gone. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return !/^\d+ \(.*\) Z/.test(state);
}

async function servesDirectory(pid: number, dataDirectory: string): Promise<boolean> {
  if (!(await isAlive(pid))) return false;
  // A postmaster works inside its data directory; Linux shows that without any tool.
  const workingDirectory = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  if (workingDirectory !== null) return workingDirectory === (await realpath(dataDirectory));
  const { stdout } = await run('ps', ['-o', 'args=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.includes(dataDirectory);
}
