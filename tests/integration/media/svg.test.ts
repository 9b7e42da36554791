/** SVG as an image source: drawn by the worker, sharp and right in its colours; each hostile trick refused or without effect. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startMediaServer, type MediaServer } from '#tests/support/media-server';
import '#tests/support/placeholder-config';
import { loadSource, type LocalMedia } from '#worker/media/load-source';

let served: string;
let target: string;
let server: MediaServer;

beforeAll(async () => {
  served = await mkdtemp(join(tmpdir(), 'served-'));
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

let count = 0;

async function load(text: string, expectedKind: 'image' | 'video' = 'image'): Promise<LocalMedia> {
  count += 1;
  const name = `drawing-${count}.svg`;
  await writeFile(join(served, name), text);
  return loadSource({
    source: server.url(name),
    expectedKind,
    directory: target,
    timeoutSeconds: 30,
    sizeBytesMax: 100 * 1024 * 1024,
    allowHosts: [server.host],
    signal: new AbortController().signal,
    onBytes: () => undefined,
  });
}

async function expectFailure(text: string, code: string, kind: 'image' | 'video' = 'image'): Promise<string> {
  const error: unknown = await load(text, kind).then((media) => media.facts, (reason: unknown) => reason);
  expect(error).toMatchObject({ code });
  expect(await readdir(target)).toEqual([]);
  return (error as Error).message;
}

/** The pixel at parts (0 to 1) of the picture's width and height. */
async function pixelAt(path: string, x: number, y: number): Promise<number[]> {
  const picture = await loadImage(path);
  const context = createCanvas(picture.width, picture.height).getContext('2d');
  context.drawImage(picture, 0, 0);
  return [...context.getImageData(Math.floor(x * picture.width), Math.floor(y * picture.height), 1, 1).data];
}

const svg = (content: string, attributes = 'width="40" height="20"'): string => `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>${content}</svg>`;
const RED_AND_BLUE = '<rect width="20" height="20" fill="#c81e1e"/><circle cx="30" cy="10" r="8" fill="#1e3cc8" fill-opacity="0.5"/>';

describe('a drawing', () => {
  it('becomes a PNG under a name of our own, with the size it gives itself and many more pixels', async () => {
    const media = await load(svg(RED_AND_BLUE));
    expect(media.path).toMatch(/image-[0-9a-f]{16}\.svg\.png$/);
    expect(await readdir(target)).toHaveLength(1);
    expect(media.facts).toMatchObject({ kind: 'image', widthPx: 40, heightPx: 20, codedWidthPx: 2048, codedHeightPx: 1024, hasAlpha: true, demuxer: 'png_pipe', orientation: 1 });
    expect(await pixelAt(media.path, 0.25, 0.5)).toEqual([0xc8, 0x1e, 0x1e, 255]);
    const [red = 0, green = 0, blue = 0, alpha = 0] = await pixelAt(media.path, 0.75, 0.5);
    expect(Math.max(Math.abs(red - 0x1e), Math.abs(green - 0x3c), Math.abs(blue - 0xc8), Math.abs(alpha - 128))).toBeLessThanOrEqual(2);
    expect((await pixelAt(media.path, 0.99, 0.02))[3]).toBe(0);
  });

  it('keeps its gradients, styles, uses and the pictures inside it', async () => {
    const png = createCanvas(2, 2);
    png.getContext('2d').fillStyle = '#00ff00';
    png.getContext('2d').fillRect(0, 0, 2, 2);
    const media = await load(
      svg(
        `<style>.blue { fill: #0000ff }</style>
         <defs><linearGradient id="g"><stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient><rect id="r" class="blue" width="10" height="20"/></defs>
         <rect width="10" height="20" fill="url(#g)"/><use xlink:href="#r" x="10"/><image x="20" width="20" height="20" href="data:image/png;base64,${png.toBuffer('image/png').toString('base64')}"/>`,
      ),
    );
    const [grey = 0] = await pixelAt(media.path, 0.125, 0.5);
    expect(Math.abs(grey - 128)).toBeLessThanOrEqual(2);
    expect(await pixelAt(media.path, 0.375, 0.5)).toEqual([0, 0, 255, 255]);
    expect(await pixelAt(media.path, 0.75, 0.5)).toEqual([0, 255, 0, 255]);
  });

  it.each([
    ['a view box alone', 'viewBox="0 0 24 12"', [24, 12], [2048, 1024]],
    ['a size with units', 'width="1in" height="0.5in"', [96, 48], [2048, 1024]],
    ['parts of a pixel', 'width="10.4" height="10.4"', [10, 10], [2048, 2048]],
    ['more pixels than its picture needs', 'width="3000" height="1500" viewBox="0 0 2 1"', [3000, 1500], [3000, 1500]],
    ['more pixels than are allowed, of which it gets as many', 'width="100000" height="50000"', [8192, 4096], [8192, 4096]],
  ])('with %s has its size', async (_name, attributes, [widthPx, heightPx], [codedWidthPx, codedHeightPx]) => {
    expect((await load(svg('<rect width="9" height="9"/>', attributes))).facts).toMatchObject({ widthPx, heightPx, codedWidthPx, codedHeightPx });
  });

  it('is no video', async () => {
    expect(await expectFailure(svg(RED_AND_BLUE), 'SOURCE_WRONG_KIND', 'video')).toBe('The source is an image (SVG), but the element is of type video');
  });
});

describe('a hostile drawing', () => {
  it.each([
    ['reads a file of the machine', svg('<image href="/etc/hostname" width="40" height="20"/>')],
    ['fetches from the network', svg('<image href="http://169.254.169.254/latest" width="40" height="20"/>')],
    ['hides the path in a drawing of its own', svg(`<image width="40" height="20" href="data:image/svg+xml;base64,${Buffer.from(svg('<image href="/etc/hostname"/>')).toString('base64')}"/>`)],
    ['blows up entities', `<!DOCTYPE svg [<!ENTITY a "${'a'.repeat(99)}">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${'bcdefghij'[n]} "${`&${'abcdefghi'[n]};`.repeat(9)}">`).join('')}]>${svg('<g id="&j;"/>')}`],
    ['has text', svg('<text x="1" y="9">Hi</text>')],
    ['has no end', svg('<g>').replace('</svg>', '')],
    ['has no size', svg('<rect width="1" height="1"/>', 'width="0" height="0"')],
  ])('that %s is refused', async (_name, text) => {
    expect(await expectFailure(text, 'SOURCE_NOT_MEDIA')).toMatch(/^The SVG (refers|declares|contains|is|cannot)/);
  });

  it('that reads another file by what calls itself a PNG is refused', async () => {
    await writeFile(join(served, 'secret.svg'), svg('<rect width="40" height="20" fill="red"/>'));
    const inner = Buffer.from(svg(`<image href="${join(served, 'secret.svg')}" width="40" height="20"/>`)).toString('base64');
    await expectFailure(svg(`<image href="data:image/png;base64,${inner}" width="40" height="20"/>`), 'SOURCE_NOT_MEDIA');
  });

  it('that runs scripts draws what it draws without them, and asks for nothing', async () => {
    const asked = server.requests.length;
    const media = await load(svg(`<script href="${server.url('script.js')}"/><script>document.documentElement.innerHTML = ''</script>${RED_AND_BLUE}`));
    expect(await pixelAt(media.path, 0.25, 0.5)).toEqual([0xc8, 0x1e, 0x1e, 255]);
    expect(server.requests.length - asked).toBe(1);
  });

  it('that uses itself ten times over, nine times over, is refused', async () => {
    const levels = Array.from({ length: 9 }, (_, n) => `<g id="l${n + 1}">${`<use href="#l${n}"/>`.repeat(10)}</g>`).join('');
    await expectFailure(svg(`<defs><rect id="l0" width="1" height="1"/>${levels}</defs><use href="#l9"/>`), 'SOURCE_NOT_MEDIA');
  });

  it('larger than drawings are is refused before it is read', async () => {
    expect(await expectFailure(svg(`<!--${'x'.repeat(10 * 1024 * 1024)}-->`), 'SOURCE_TOO_LARGE')).toBe('An SVG may have at most 10 MB');
  });
});
