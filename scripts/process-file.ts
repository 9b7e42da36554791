/**
 * Files that belong to a living process: who runs here, who builds here. In: a path. Out: the file's holder, or the claim for ourselves.
 * What a killed process left behind counts for nothing, even when its number is in use again.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { isAlive } from '#lib/embedded/postmaster';

const holderSchema = z.looseObject({ pid: z.number().int().positive(), startedAt: z.string() });

export type Holder = z.infer<typeof holderSchema>;

/** The living process that holds the file, with what it wrote beside its number; null when there is none. */
export async function findHolder(file: string): Promise<Holder | null> {
  const parsed = holderSchema.safeParse(parseJson(await readFile(file, 'utf8').catch(() => '')));
  if (!parsed.success) return null;
  const { pid, startedAt } = parsed.data;
  return (await isAlive(pid)) && startedAt === (await findStartTime(pid)) ? parsed.data : null;
}

/** True when the file is ours now; false when a living process holds it. */
export async function claim(file: string, details: Record<string, unknown>): Promise<boolean> {
  if ((await findHolder(file)) !== null) return false;
  await rm(file, { force: true });
  try {
    // wx: of two that come at the same moment, one fails.
    await write(file, details, 'wx');
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** Replaces the details in a file that is ours. */
export function updateClaim(file: string, details: Record<string, unknown>): Promise<void> {
  return write(file, details, 'w');
}

async function write(file: string, details: Record<string, unknown>, flag: 'w' | 'wx'): Promise<void> {
  const holder: Holder = { ...details, pid: process.pid, startedAt: await findStartTime(process.pid) };
  await writeFile(file, JSON.stringify(holder), { flag });
}

/** Tells a process from a later one with the same number; empty where the system does not say. */
async function findStartTime(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // proc(5): the 22nd field is the start time in ticks since boot; the second one, the name, may hold spaces.
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
