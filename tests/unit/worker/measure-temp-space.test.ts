/** The space that temporary files take, in folders that come and go. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { measureTempSpace } from '#worker/measure-temp-space';

const FILE_BYTES = 64 * 1024;

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'temp-space-'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** Folders with a file in a folder in each. */
async function fill(count: number): Promise<string[]> {
  const paths = Array.from({ length: count }, (_, index) => join(root, `job-${index}`));
  for (const path of paths) {
    await mkdir(join(path, '1'), { recursive: true });
    await writeFile(join(path, '1', 'file'), Buffer.alloc(FILE_BYTES, 1));
  }
  return paths;
}

it('is that of all files, however deep', async () => {
  await fill(3);
  const { usedBytes, freeBytes } = await measureTempSpace(root);
  expect(usedBytes).toBeGreaterThanOrEqual(3 * FILE_BYTES);
  expect(usedBytes).toBeLessThan(4 * FILE_BYTES);
  expect(freeBytes).toBeGreaterThan(0);
});

it('is measured while folders vanish', async () => {
  const paths = await fill(100);
  const [{ usedBytes }] = await Promise.all([measureTempSpace(root), ...paths.map((path) => rm(path, { recursive: true }))]);
  expect(usedBytes).toBeLessThanOrEqual(101 * FILE_BYTES);
  expect((await measureTempSpace(root)).usedBytes).toBe(0);
});
