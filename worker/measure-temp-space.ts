/** How much of the disk temporary files take: the folder's path in, bytes taken below it and bytes free beside it out. */
import { lstat, readdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';

export interface TempSpace {
  /** What is allocated, which for a file that is being written may be more or less than its length. */
  usedBytes: number;
  /** What a process without privileges may still write. */
  freeBytes: number;
}

/** The unit of `blocks`, whatever the file system's own. */
const BLOCK_BYTES = 512;

export async function measureTempSpace(path: string): Promise<TempSpace> {
  const { bavail, bsize } = await statfs(path);
  return { usedBytes: await sumBytes(path), freeBytes: bavail * bsize };
}

/** Files and folders come and go meanwhile: one that is gone takes nothing. */
async function sumBytes(path: string): Promise<number> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
  const sizes = await Promise.all(
    entries.map(async (entry) => {
      const entryPath = join(path, entry.name);
      if (entry.isDirectory()) return sumBytes(entryPath);
      return entry.isFile() ? lstat(entryPath).then(({ blocks }) => blocks * BLOCK_BYTES, () => 0) : 0;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}
