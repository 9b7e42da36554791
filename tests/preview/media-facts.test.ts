/** What the browser finds out about a medium is what the server's probe finds, in all that a timeline is made of. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { MediaFacts } from '#lib/composition/media-facts';
import { makeMedia, type MediaSpec } from '#tests/support/make-media';
import { planComposition, sourceOf } from '#tests/support/render-composition';
import { usePreview } from '#tests/support/use-preview';

const run = promisify(execFile);

const test = usePreview();

/** The facts of the file `name` as each of the two finds them. */
async function readBoth(type: 'image' | 'video', name: string): Promise<{ server: MediaFacts; browser: MediaFacts }> {
  const composition = { output_format: 'mp4', width: 320, height: 180, duration: 0.1, elements: [{ type, source: sourceOf(name) }] };
  const [[key, server] = []] = (await planComposition(test.directory, composition)).facts;
  const browser = (await test.preview.readFacts(composition)).get(key ?? '');
  if (server === undefined || browser === undefined) throw new Error(`Nothing is known of ${name}`);
  return { server, browser };
}

function pictureOf(facts: MediaFacts): object {
  if (facts.kind === 'audio') throw new Error('No picture');
  const { widthPx, heightPx, hasAlpha } = facts;
  return { widthPx, heightPx, hasAlpha };
}

const PICTURE = 'testsrc=size=320x180:duration=1:rate=1';
const CLEAR = `${PICTURE},format=rgba,colorchannelmixer=aa=0.5`;

describe('an image', () => {
  it.each<[name: string, source: string, args: string[]]>([
    ['plain.jpg', PICTURE, []],
    ['grey.jpg', PICTURE, ['-pix_fmt', 'gray']],
    ['plain.png', PICTURE, ['-pix_fmt', 'rgb24']],
    ['grey.png', PICTURE, ['-pix_fmt', 'gray']],
    ['palette.png', PICTURE, ['-pix_fmt', 'pal8']],
    ['clear.png', CLEAR, ['-pix_fmt', 'rgba']],
    ['clear-grey.png', CLEAR, ['-pix_fmt', 'ya8']],
    ['plain.webp', PICTURE, ['-lossless', '0', '-pix_fmt', 'yuv420p']],
    ['exact.webp', PICTURE, ['-lossless', '1', '-pix_fmt', 'bgra']],
    ['clear.webp', CLEAR, ['-lossless', '0', '-pix_fmt', 'yuva420p']],
    ['still.gif', PICTURE, []],
    ['plain.bmp', PICTURE, ['-pix_fmt', 'bgr24']],
  ])('%s has the same size, and the same word on transparency', async (name, source, args) => {
    await run(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', source, '-frames:v', '1', ...args, path.join(test.directory, name)]);
    const { server, browser } = await readBoth('image', name);
    expect(pictureOf(browser)).toEqual(pictureOf(server));
  });

  it('that has one transparent colour among opaque ones is told by it', async () => {
    const plain = path.join(test.directory, 'plain-rgb.png');
    await run(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', PICTURE, '-frames:v', '1', '-pix_fmt', 'rgb24', plain]);
    await writeFile(path.join(test.directory, 'one-colour.png'), await withTransparentBlack(plain));
    const { server, browser } = await readBoth('image', 'one-colour.png');
    expect(pictureOf(server)).toMatchObject({ hasAlpha: true });
    expect(pictureOf(browser)).toEqual(pictureOf(server));
  });

  it.each(['viewBox="0 0 576 512"', 'viewBox="0,0,24.4,12" width="100%" height="50%"', 'viewBox="0 0 24 24" width="30" height="40"', 'width="300" height="200"'])('that is a drawing of %s has the same size', async (attributes) => {
    await writeFile(path.join(test.directory, 'drawing.svg'), `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><rect width="10" height="12"/></svg>`);
    const { server, browser } = await readBoth('image', 'drawing.svg');
    expect(pictureOf(browser)).toEqual(pictureOf(server));
  });
});

const CLIP: MediaSpec = { picture: 'testsrc', widthPx: 320, heightPx: 180, seconds: 0.5 };

describe('a video', () => {
  it.each<[name: string, spec: MediaSpec]>([
    ['plain.mp4', { ...CLIP, sound: {} }],
    ['turned.mp4', { ...CLIP, orientation: 6 }],
    ['wide-pixels.mp4', { ...CLIP, pixelAspect: '4/3' }],
    ['later.mkv', { ...CLIP, startSeconds: 1.2, sound: {} }],
    ['plain.webm', CLIP],
    ['clear.webm', { ...CLIP, picture: 'half', hasAlpha: true }],
    ['moving.gif', CLIP],
  ])('%s has the same picture, colours and length', async (name, spec) => {
    await makeMedia(test.directory, name, spec);
    const { server, browser } = await readBoth('video', name);
    if (server.kind !== 'video' || browser.kind !== 'video') throw new Error('No video');
    expect(pictureOf(browser)).toEqual(pictureOf(server));
    expect(browser.orientation).toBe(server.orientation);
    expect(browser.durationSeconds).toBeCloseTo(server.durationSeconds, 2);
    expect(browser.startSeconds).toBeCloseTo(server.startSeconds, 3);
    expect(browser.sound === null).toBe(server.sound === null);
  });
});

/** The chunk that says which colour is transparent, before the first pixels (PNG specification, §11.3.1.1). */
async function withTransparentBlack(pngPath: string): Promise<Buffer> {
  const png = await readFile(pngPath);
  const body = Buffer.concat([Buffer.from('tRNS'), Buffer.alloc(6)]);
  const chunk = Buffer.alloc(4 + body.length + 4);
  chunk.writeUInt32BE(6, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), 4 + body.length);
  const pixels = png.indexOf('IDAT') - 4;
  return Buffer.concat([png.subarray(0, pixels), chunk, png.subarray(pixels)]);
}
