/** The perceptual compare is itself compared: it sees what a person would mind and no more. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawFrames } from '#tests/support/draw-frames';
import { makeMedia } from '#tests/support/make-media';
import { compareHashes, HASH_DISTANCE_MAX, hashFrame } from '#tests/support/perceptual-hash';
import { readFrame, type Frame } from '#tests/support/read-frame';
import { makeRenderDirectory, planComposition, sourceOf } from '#tests/support/render-composition';

let directory = '';
let remove = async (): Promise<void> => {};
beforeAll(async () => {
  ({ directory, remove } = await makeRenderDirectory());
  await makeMedia(directory, 'scene.png', { picture: 'testsrc', widthPx: 1280, heightPx: 720 });
});
afterAll(() => remove());

const BADGE = { type: 'shape', shape: 'ellipse', x: 900, y: 80, width: 200, height: 200, fill_color: '#e8b04a' };
const TITLE = { type: 'text', text: 'A small line of words', x: 80, y: 600, width: 500, height: 50, font_size: 32, fill_color: '#ffffff' };
const GROUND = { type: 'shape', shape: 'rectangle', fill: { type: 'linear', stops: [{ offset: 0, color: '#24304a' }, { offset: 1, color: '#3c6a70' }] } };

async function draw(elements: object[]): Promise<Frame> {
  const composition = { width: 1280, height: 720, duration: 1, elements: elements.map((element, index) => ({ ...element, track: index + 1 })) };
  const [frame] = await drawFrames(await planComposition(directory, composition), [0]);
  return frame!;
}

const distance = (first: Frame, second: Frame): number => compareHashes(hashFrame(first), hashFrame(second));

/** As a viewer gets it. */
async function encode(frame: Frame, crf: number): Promise<Frame> {
  const filePath = path.join(directory, `crf-${crf}.mp4`);
  const rawArgs = ['-f', 'rawvideo', '-pixel_format', 'rgb24', '-video_size', `${frame.widthPx}x${frame.heightPx}`, '-i', 'pipe:0'];
  const colours = ['-vf', 'scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_int,format=yuv420p'];
  const running = promisify(execFile)(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-v', 'error', '-y', ...rawArgs, ...colours, '-c:v', 'libx264', '-preset', 'veryfast', '-crf', String(crf), filePath]);
  running.child.stdin?.end(frame.pixels);
  await running;
  return readFrame(filePath, 0);
}

describe('the perceptual compare notices', () => {
  it.each([
    ['an element that has moved by four pixels', [GROUND, { ...BADGE, x: 904 }, TITLE]],
    ['an element that is three pixels larger on each side', [GROUND, { ...BADGE, x: 897, y: 77, width: 206, height: 206 }, TITLE]],
    ['a missing line of text', [GROUND, BADGE]],
    ['other words', [GROUND, BADGE, { ...TITLE, text: 'A short row of letters' }]],
    ['a colour that is a little wrong', [GROUND, { ...BADGE, fill_color: '#e8c04a' }, TITLE]],
    ['a colour as light as the right one', [GROUND, { ...BADGE, fill_color: '#a0b8f0' }, TITLE]],
    ['an element that is blurred', [GROUND, { ...BADGE, blur_radius: 6 }, TITLE]],
    ['an element a tenth more transparent', [GROUND, { ...BADGE, opacity: 0.9 }, TITLE]],
    ['the wrong order', [GROUND, TITLE, { ...BADGE, x: 60, y: 540 }]],
  ])('%s', async (_what, elements) => {
    expect(distance(await draw([GROUND, BADGE, TITLE]), await draw(elements))).toBeGreaterThan(HASH_DISTANCE_MAX);
  });

  it('a picture that is three pixels off', async () => {
    const scene = { type: 'image', source: sourceOf('scene.png'), fit_mode: 'fill', width: 1280, height: 720 };
    expect(distance(await draw([{ ...scene, x: 0, y: 0 }]), await draw([{ ...scene, x: 3, y: 0 }]))).toBeGreaterThan(HASH_DISTANCE_MAX);
  });

  it('that a text is no hash at all', () => {
    expect(compareHashes('', hashFrame({ widthPx: 16, heightPx: 16, pixels: Buffer.alloc(768) }))).toBe(Infinity);
  });
});

describe('the perceptual compare overlooks', () => {
  it('nothing but rounding in the same frame drawn twice', async () => {
    expect(distance(await draw([GROUND, BADGE, TITLE]), await draw([GROUND, BADGE, TITLE]))).toBe(0);
  });

  it.each([18, 23])('what an encoder does to it at crf %i', async (crf) => {
    const frame = await draw([GROUND, BADGE, TITLE]);
    expect(distance(frame, await encode(frame, crf))).toBeLessThanOrEqual(HASH_DISTANCE_MAX);
  });

  it('what an encoder does to a frame full of detail', async () => {
    const frame = await draw([{ type: 'image', source: sourceOf('scene.png'), x: 0, y: 0, width: 1280, height: 720 }, BADGE, TITLE]);
    expect(distance(frame, await encode(frame, 20))).toBeLessThanOrEqual(HASH_DISTANCE_MAX);
  });
});
