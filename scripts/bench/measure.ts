/**
 * What a piece of work costs: a function in; CPU seconds of this process and of all that it started, time on the clock and the peak of their memory out.
 * Reads /proc, so it works on Linux alone.
 */
import { readFile } from 'node:fs/promises';

export interface Cost {
  cpuSeconds: number;
  wallSeconds: number;
  /** Resident memory of this process and its descendants, summed, at the highest of all samples. */
  peakMib: number;
}

const SAMPLE_MS = 500;
/** Of x86-64, and of most others. */
const PAGE_BYTES = 4096;
/** `sysconf(_SC_CLK_TCK)`; 100 on every Linux that Node runs on. */
const TICKS_A_SECOND = 100;

/** Everything `work` starts must have ended when it resolves. `isOwn`: whether this process is part of it, or only looks on. */
export async function measure(work: () => Promise<void>, { isOwn }: { isOwn: boolean }): Promise<Cost> {
  const startedAt = performance.now();
  const own = process.cpuUsage();
  const children = await readChildrenSeconds();
  let peakMib = 0;
  const sample = setInterval(() => void readTreeMib(isOwn).then((mib) => (peakMib = Math.max(peakMib, mib))), SAMPLE_MS);
  try {
    await work();
  } finally {
    clearInterval(sample);
  }
  const used = process.cpuUsage(own);
  const ownSeconds = isOwn ? (used.user + used.system) / 1e6 : 0;
  return { cpuSeconds: ownSeconds + (await readChildrenSeconds()) - children, wallSeconds: (performance.now() - startedAt) / 1000, peakMib };
}

/** Of all descendants that have ended and been waited for. */
async function readChildrenSeconds(): Promise<number> {
  const stat = await readFile('/proc/self/stat', 'utf8');
  // After the program's name, which may have spaces: state is the first of them, cutime and cstime the 14th and 15th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / TICKS_A_SECOND;
}

/** Few and cheap reads: what they cost is counted with what they watch. */
async function readTreeMib(isOwn: boolean): Promise<number> {
  const pids = await listDescendants(process.pid);
  const sizes = await Promise.all((isOwn ? [process.pid, ...pids] : pids).map(async (pid) => Number((await readFile(`/proc/${pid}/statm`, 'utf8').catch(() => '')).split(' ')[1] ?? 0)));
  return sizes.reduce((sum, pages) => sum + (pages * PAGE_BYTES) / 1024 ** 2, 0);
}

async function listDescendants(pid: number): Promise<number[]> {
  const children = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')).split(' ').filter((word) => word !== '').map(Number);
  return [...children, ...(await Promise.all(children.map(listDescendants))).flat()];
}
