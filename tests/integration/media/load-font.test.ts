/** A font of a composition on its way into the worker: through the same door as every source, unpacked in the sandbox, nothing left behind. */
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FONT_FILES } from '#tests/support/font-files';
import { startMediaServer, type MediaServer } from '#tests/support/media-server';
import '#tests/support/placeholder-config';
import { loadFont, type LoadFontOptions, type LocalFont } from '#worker/media/load-font';

let served: string;
let target: string;
let server: MediaServer;

beforeAll(async () => {
  served = await mkdtemp(join(tmpdir(), 'served-'));
  await Promise.all([
    ...Object.entries(FONT_FILES).map(([name, path]) => copyFile(path, join(served, name))),
    writeFile(join(served, 'page.woff2'), '<!doctype html><title>Sign in</title>'),
    readFile(FONT_FILES.woff).then((bytes) => writeFile(join(served, 'half.woff'), bytes.subarray(0, bytes.length / 2))),
  ]);
  server = await startMediaServer(served);
});
afterAll(async () => {
  await server.close();
  await rm(served, { recursive: true });
});
beforeEach(async () => {
  target = await mkdtemp(join(tmpdir(), 'target-'));
  return () => rm(target, { recursive: true });
});

function load(path: string, options: Partial<LoadFontOptions> = {}): Promise<LocalFont> {
  return loadFont({
    source: server.url(path),
    directory: target,
    timeoutSeconds: 20,
    sizeBytesMax: 100 * 1024 * 1024,
    allowHosts: [server.host],
    signal: new AbortController().signal,
    onBytes: () => undefined,
    ...options,
  });
}

describe('a font', () => {
  it.each(['ttf', 'woff', 'woff2', 'variable'])('arrives as a plain font with what it says of itself: %s', async (name) => {
    const { bytes, facts } = await load(name);
    expect([...bytes.subarray(0, 4)]).toEqual([0, 1, 0, 0]);
    expect(facts.coverage).toContain('20-7e');
    expect(await readdir(target)).toEqual([]);
  });

  it.each<[string, string, string, Partial<LoadFontOptions>]>([
    ['does not exist', '404', 'SOURCE_NOT_FOUND', {}],
    ['is a page', 'page.woff2', 'SOURCE_NOT_MEDIA', {}],
    ['is cut', 'half.woff', 'SOURCE_DAMAGED', {}],
    ['is larger than fonts may be', `huge?bytes=${11 * 1024 * 1024}`, 'SOURCE_TOO_LARGE', {}],
    ['is larger than the operator allows', 'ttf', 'SOURCE_TOO_LARGE', { sizeBytesMax: 1000 }],
    ['is on a private address', 'ttf', 'SOURCE_ADDRESS_FORBIDDEN', { allowHosts: [] }],
    ['does not come', 'hang', 'SOURCE_TOO_SLOW', { timeoutSeconds: 0.5 }],
  ])('that %s is an error of the source, and leaves nothing', async (_name, path, code, options) => {
    await expect(load(path, options)).rejects.toMatchObject({ code });
    expect(await readdir(target)).toEqual([]);
  });

  it('ends when the attempt does', async () => {
    const stop = new AbortController();
    const loading = load('hang', { signal: stop.signal });
    stop.abort(new Error('stopped'));
    await expect(loading).rejects.toThrow('stopped');
    expect(await readdir(target)).toEqual([]);
  });
});
