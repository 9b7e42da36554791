/** Jobs whose compositions bring fonts: set in them, or failed by the font's place in the composition. */
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Composition } from '#lib/composition/schema/composition';
import { FONT_FILES } from '#tests/support/font-files';
import { startMediaServer, type MediaServer } from '#tests/support/media-server';
import { eventually, startWorkerTest, type WorkerTest } from '#tests/integration/worker/worker-test';

describe('a job with fonts of its own', () => {
  let test: WorkerTest;
  let directory: string;
  let fonts: MediaServer;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'videogen-fonts-'));
    await copyFile(FONT_FILES.woff2, join(directory, 'own.woff2'));
    await writeFile(join(directory, 'page.woff2'), '<!doctype html><title>Sign in</title>');
    fonts = await startMediaServer(directory);
    test = await startWorkerTest({ workers: 1, env: { SOURCE_ALLOW_HOSTS: fonts.host } });
  });
  afterAll(async () => {
    await test?.stop();
    await fonts?.close();
    await rm(directory, { recursive: true, force: true });
  });

  const compositionWith = (...names: string[]): Composition => ({
    width: 160,
    height: 90,
    fonts: names.map((name, index) => ({ family: `Own ${index}`, source: fonts.url(name) })),
    elements: [{ type: 'text', spans: names.map((name, index) => ({ text: name, font_family: `Own ${index}` })), duration: 0.5 }],
  });

  it('fetches each font once and completes', async () => {
    const { id } = await test.submit(compositionWith('own.woff2', 'own.woff2'));
    expect(await test.finish(id)).toMatchObject({ status: 'completed' });
    expect(fonts.count('/own.woff2')).toBe(1);
    await eventually('the folders are gone', async () => (await test.tempFolders()).length === 0, 5_000);
  });

  it.each([
    ['does not exist', '404', 'SOURCE_NOT_FOUND'],
    ['is none', 'page.woff2', 'SOURCE_NOT_MEDIA'],
  ])('fails when a font %s, naming the font', async (_name, path, code) => {
    const { id } = await test.submit(compositionWith('own.woff2', path));
    expect(await test.finish(id)).toMatchObject({ status: 'failed', errorCode: code, errorDetails: { element_id: 'fonts.1' } });
  });
});
