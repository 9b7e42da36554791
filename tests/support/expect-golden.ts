/** Compares text with a file kept beside the test; UPDATE_GOLDEN=1 writes the file anew. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';

export async function expectGolden(filePath: string, text: string): Promise<void> {
  if (process.env['UPDATE_GOLDEN'] === '1') {
    await mkdir(path.dirname(filePath), { recursive: true });
    await writeFile(filePath, text);
  }
  const expected = await readFile(filePath, 'utf8').catch(() => '');
  expect(text, `differs from ${filePath}; when that is meant, run the test with UPDATE_GOLDEN=1`).toBe(expected);
}
