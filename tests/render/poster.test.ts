/** The poster beside the video: its frame, its size and its colours, read back by a decoder that is not FFmpeg's. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectColour } from '#tests/support/expect-colour';
import { makeMedia } from '#tests/support/make-media';
import { colourAt, readCounter, readFrame, type Frame } from '#tests/support/read-frame';
import { makeRenderDirectory, renderComposition, sourceOf } from '#tests/support/render-composition';
import { verifyPoster } from '#worker/canvas/verify-poster';

let directory = '';
let remove = async (): Promise<void> => {};
beforeAll(async () => ({ directory, remove } = await makeRenderDirectory()));
afterAll(() => remove());

async function readPoster(filePath: string): Promise<Frame> {
  const picture = await loadImage(filePath);
  const context = createCanvas(picture.width, picture.height).getContext('2d');
  context.drawImage(picture, 0, 0);
  const rgba = context.getImageData(0, 0, picture.width, picture.height).data;
  return { widthPx: picture.width, heightPx: picture.height, pixels: Buffer.from(rgba.filter((_, offset) => offset % 4 !== 3)) };
}

const LEFT = '#c83c28';
const RIGHT = '#2878c8';

/** Two colours side by side; JPEG and H.264 may both be off by a little. */
async function renderHalves(name: string, widthPx: number, heightPx: number) {
  await makeMedia(directory, 'right.png', { picture: RIGHT, widthPx: 16, heightPx: 16 });
  return renderComposition(directory, name, {
    width: widthPx, height: heightPx, fill_color: LEFT,
    elements: [{ type: 'image', source: sourceOf('right.png'), x: '50%', y: 0, width: '50%', height: '100%', fit_mode: 'fill', duration: 0.1 }],
  });
}

describe('the poster', () => {
  it.each([
    ['16:9', [1920, 1080], [1280, 720]],
    ['9:16', [1080, 1920], [720, 1280]],
    ['a small canvas', [480, 640], [480, 640]],
    ['8K', [7680, 4320], [1280, 720]],
  ] as const)('of %s has the colours of the video, and a size for pages', async (name, [widthPx, heightPx], [posterWidthPx, posterHeightPx]) => {
    const { path: videoPath, posterPath, plan } = await renderHalves(name.replace(/\W/g, '-'), widthPx, heightPx);
    const poster = await readPoster(posterPath);
    expect([poster.widthPx, poster.heightPx]).toEqual([posterWidthPx, posterHeightPx]);
    const frame = await readFrame(videoPath, plan.poster.frame);
    for (const [x, colour] of [[0.01, LEFT], [0.25, LEFT], [0.49, LEFT], [0.51, RIGHT], [0.75, RIGHT], [0.99, RIGHT]] as const) {
      for (const y of [0.01, 0.5, 0.99]) {
        const at = [Math.floor(x * posterWidthPx), Math.floor(y * posterHeightPx)] as const;
        expectColour(poster, at, colour, 4);
        const [red, green, blue] = colourAt(frame, Math.floor(x * widthPx), Math.floor(y * heightPx));
        expectColour(poster, at, `#${[red, green, blue].map((value) => value.toString(16).padStart(2, '0')).join('')}`, 4);
      }
    }
  });

  it('of the smallest canvas is as small', async () => {
    const { posterPath } = await renderComposition(directory, 'smallest', {
      width: 2, height: 2, fill_color: LEFT, elements: [{ type: 'image', source: sourceOf('right.png'), opacity: 0, duration: 0.2 }],
    });
    const poster = await readPoster(posterPath);
    expect([poster.widthPx, poster.heightPx]).toEqual([2, 2]);
    expectColour(poster, [0, 0], LEFT, 4);
    expectColour(poster, [1, 1], LEFT, 4);
  });

  it.each([[3, 30], [2, 30], [1, 15], [0.1, 1], [1 / 30, 0]])('of a video of %f s shows its frame %i', async (seconds, frame) => {
    await makeMedia(directory, 'counter.mp4', { picture: 'counter', widthPx: 192, heightPx: 32, seconds: 3 });
    const { posterPath, plan } = await renderComposition(directory, `counter-${frame}`, {
      width: 192, height: 32, elements: [{ type: 'video', source: sourceOf('counter.mp4'), duration: seconds }],
    });
    expect(plan.poster.frame).toBe(frame);
    expect(readCounter(await readPoster(posterPath))).toBe(frame);
  });

  it('counts its frame across spans', async () => {
    await makeMedia(directory, 'counter.mp4', { picture: 'counter', widthPx: 192, heightPx: 32, seconds: 3 });
    const { posterPath, plan } = await renderComposition(directory, 'spans', {
      width: 192, height: 32,
      elements: [
        { type: 'image', track: 1, source: sourceOf('right.png'), duration: 0.5 },
        { type: 'video', track: 1, source: sourceOf('counter.mp4'), trim_start: 1 },
      ],
    });
    expect(plan.spans.map(({ startFrame }) => startFrame)).toEqual([0, 15]);
    expect(readCounter(await readPoster(posterPath))).toBe(45);
  });
});

describe('verifyPoster', () => {
  it.each<[string, (filePath: string) => Promise<void>]>([
    ['is missing', () => Promise.resolve()],
    ['is empty', (filePath) => writeFile(filePath, '')],
    ['is cut off in its header', async (filePath) => {
      await writeFile(filePath, Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
    }],
    ['is another file', (filePath) => writeFile(filePath, 'not a picture, whatever its name says')],
  ])('refuses a poster that %s', async (name, make) => {
    const filePath = path.join(directory, `${name}.jpg`);
    await make(filePath);
    const verified = verifyPoster(filePath, { frame: 0, widthPx: 192, heightPx: 32 });
    await expect(verified).rejects.toMatchObject({ code: 'RENDER_OUTPUT_INVALID' });
  });

  it('accepts the planned size alone, and no half of a file', async () => {
    const { posterPath, plan } = await renderHalves('verified', 480, 640);
    const verify = (heightPx: number) => verifyPoster(posterPath, { ...plan.poster, heightPx });
    await expect(verify(640)).resolves.toBeUndefined();
    await expect(verify(638)).rejects.toMatchObject({ code: 'RENDER_OUTPUT_INVALID' });
    await truncate(posterPath, Math.floor((await stat(posterPath)).size / 2));
    await expect(verify(640)).rejects.toMatchObject({ code: 'RENDER_OUTPUT_INVALID' });
  });
});
