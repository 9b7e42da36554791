/**
 * Finds what a test has started, however it was started. In: a text that is unique to the test (a temporary folder, say).
 * Out: the processes that carry it in their command line or environment. Reads /proc, so it works on Linux alone.
 */
import { readdir, readFile } from 'node:fs/promises';

export interface FoundProcess {
  pid: number;
  command: string;
}

export async function findProcesses(marker: string): Promise<FoundProcess[]> {
  const pids = (await readdir('/proc')).map(Number).filter((pid) => Number.isInteger(pid) && pid !== process.pid);
  const found = await Promise.all(
    pids.map(async (pid) => {
      const read = (file: string) => readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
      const [command, environment] = [await read('cmdline'), await read('environ')];
      // A process that has ended, and waits only for its parent to notice, has no command line any more.
      return command !== '' && `${command}${environment}`.includes(marker) ? [{ pid, command: command.replaceAll('\0', ' ').trim() }] : [];
    }),
  );
  return found.flat();
}
