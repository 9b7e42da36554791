/** Spans of FFmpeg's graph with drawn layers laid on, and fades: the same picture as drawing all of it, every frame once, nothing left behind. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareSsim } from '#tests/support/compare-ssim';
import { compareFrames, expectColour } from '#tests/support/expect-colour';
import { findProcesses } from '#tests/support/find-processes';
import { makeMedia } from '#tests/support/make-media';
import { readCounter, readFrames, type Frame } from '#tests/support/read-frame';
import { makeRenderDirectory, planComposition, renderComposition, renderPlanned, sourceOf } from '#tests/support/render-composition';
import { QUADRANT_COLOURS } from '#tests/support/test-pictures';

let directory = '';
let remove = async (): Promise<void> => {};
beforeAll(async () => {
  ({ directory, remove } = await makeRenderDirectory());
  await makeMedia(directory, 'scene.mp4', { picture: 'testsrc', seconds: 2, widthPx: 640, heightPx: 360 });
  await makeMedia(directory, 'counter.mp4', { picture: 'counter', seconds: 4, widthPx: 192, heightPx: 32 });
  await makeMedia(directory, 'quadrants.mp4', { picture: 'quadrants', seconds: 2, widthPx: 640, heightPx: 360 });
  await makeMedia(directory, 'quadrants.png', { picture: 'quadrants', widthPx: 160, heightPx: 160 });
  await makeMedia(directory, 'half.png', { picture: 'half', widthPx: 160, heightPx: 160, hasAlpha: true });
});
afterAll(() => remove());

const video = (name: string, properties: object) => ({ type: 'video', source: sourceOf(name), muted: true, ...properties });
const image = (name: string, properties: object) => ({ type: 'image', source: sourceOf(name), ...properties });
const linear = (from: unknown, to: unknown, end: number) => [{ time: 0, value: from }, { time: end, value: to }];

/** Leaves each pixel as it is, and needs all below it: the whole canvas is drawn. */
const DRAW_ALL = { type: 'shape', shape: 'rectangle', track: 99, time: 0, fill_color: '#000000', blend_mode: 'screen' };

interface Composition {
  duration: number;
  elements: object[];
}

/** Frames as rendered, and as they are when all of it is drawn. */
async function renderBoth(name: string, composition: Composition, engines: readonly string[]): Promise<Array<[Frame, Frame]>> {
  const canvas = { width: 640, height: 360, fill_color: '#203040' };
  const { path, plan } = await renderComposition(directory, name, { ...canvas, ...composition });
  const drawn = await renderComposition(directory, `${name}-drawn`, { ...canvas, ...composition, elements: [...composition.elements, { ...DRAW_ALL, duration: composition.duration }] });
  expect([...new Set(plan.spans.map(({ engine }) => engine))]).toEqual(engines);
  expect(drawn.plan.spans.every(({ engine, reason }) => engine === 'canvas' || reason.startsWith('nothing moves'))).toBe(true);
  const [frames, expected] = [await readFrames(path), await readFrames(drawn.path)];
  expect(frames).toHaveLength(expected.length);
  return expected.map((frame, index) => [frame, frames[index]!]);
}

function expectEqual(pairs: ReadonlyArray<[Frame, Frame]>, places: readonly number[]): void {
  for (const place of places) {
    const [expected, actual] = pairs[place]!;
    expect(compareSsim(expected, actual), `frame ${place}`).toBeGreaterThanOrEqual(0.98);
    expect(compareFrames(expected, actual).mean, `frame ${place}`).toBeLessThanOrEqual(2);
  }
}

describe('drawn layers over a video', () => {
  it('look as if all was drawn: text, a shape and a rounded video, apart from each other and half transparent', async () => {
    const pairs = await renderBoth('titles', {
      duration: 1,
      elements: [
        video('scene.mp4', { track: 1, duration: 1 }),
        { type: 'text', text: 'Sliding title', track: 2, time: 0, duration: 1, y: 20, height: 60, width: 400, font_size: 44, fill_color: '#ffcc00', stroke_color: '#c01030', stroke_width: 2, x: linear(-200, 300, 1) },
        image('half.png', { track: 3, time: 0, duration: 1, x: 20, y: 20, width: 80, height: 80 }),
        { type: 'shape', shape: 'rectangle', track: 4, time: 0, duration: 1, x: 40, y: 280, height: 50, fill_color: '#c02040', opacity: 0.8, border_radius: 12, width: linear(20, 500, 1) },
        video('quadrants.mp4', { track: 5, time: 0, duration: 1, y: 140, width: 160, height: 90, border_radius: 20, stroke_color: '#ffffff', stroke_width: 3, x: linear(420, 460, 1) }),
      ],
    }, ['overlay']);
    expectEqual(pairs, [0, 7, 15, 29]);
  });

  it('look as if all was drawn over a picture that stands', async () => {
    const pairs = await renderBoth('over-still', {
      duration: 1,
      elements: [
        image('quadrants.png', { track: 1, time: 0, duration: 1, fit_mode: 'fill' }),
        { type: 'text', text: 'Turning', track: 2, time: 0, duration: 1, x: 200, y: 140, width: 240, height: 60, font_size: 40, fill_color: '#101010', shadow_color: '#ffffff', shadow_blur: 6, rotation: linear(0, 40, 1) },
      ],
    }, ['overlay']);
    expectEqual(pairs, [0, 14, 29]);
  });

  it('join spans of all engines without a lost or doubled frame of either', async () => {
    const { path, plan } = await renderComposition(directory, 'joined', {
      width: 192, height: 96, duration: 4, fill_color: '#000000',
      elements: [
        video('counter.mp4', { track: 1, x: 0, y: 0, width: 192, height: 32, duration: 4 }),
        image('quadrants.png', { track: 2, time: 0, duration: 4, y: 40, width: 20, height: 20, x: [{ time: 0, value: 0 }, { time: 1, value: 60 }, { time: 2, value: 60 }, { time: 3, value: 0 }] }),
        image('quadrants.png', { track: 3, time: 0, duration: 4, y: 70, width: 20, height: 20, x: [{ time: 0, value: 160 }, { time: 1, value: 100 }, { time: 2, value: 100 }, { time: 3, value: 160 }] }),
        { type: 'shape', shape: 'rectangle', track: 4, time: 3, duration: 1, x: 100, y: 40, width: 20, height: 20, blend_mode: 'screen', fill_color: '#00ff00' },
      ],
    });
    expect(plan.spans.map(({ startFrame, engine }) => [startFrame, engine])).toEqual([[0, 'overlay'], [30, 'graph'], [60, 'overlay'], [90, 'canvas']]);
    const frames = await readFrames(path);
    expect(frames.map((frame) => readCounter(frame, { xPx: 0, yPx: 0, widthPx: 192, heightPx: 32 }))).toEqual(Array.from({ length: 120 }, (_, n) => n));
    for (const [frame, x] of [[0, 0], [15, 30], [29, 58], [45, 60], [60, 60], [75, 30], [89, 2], [119, 0]] as const) {
      expectColour(frames[frame]!, [x + 5, 45], QUADRANT_COLOURS.topLeft, 12);
      expectColour(frames[frame]!, [160 - x + 5, 75], QUADRANT_COLOURS.topLeft, 12);
    }
  });
});

describe('fades of what fills the canvas', () => {
  const fade = (type: string) => ({ type, duration: 0.6 });

  it.each(['fade', 'fade-black'])('%s from video to video, to an image and to a video again looks as if drawn', async (type) => {
    const pairs = await renderBoth(type, {
      duration: 4,
      elements: [
        video('scene.mp4', { track: 1, duration: 1 }),
        video('quadrants.mp4', { track: 1, duration: 1.6, transition: fade(type) }),
        image('quadrants.png', { track: 1, duration: 1.6, fit_mode: 'cover', transition: fade(type) }),
        video('scene.mp4', { track: 1, duration: 1.6, transition: fade(type) }),
      ],
    }, ['graph', 'still']);
    expectEqual(pairs, [10, 18, 22, 29, 33, 40, 44, 55, 60, 70, 80, 100]);
  });

  it('goes on with the decoder it began with', async () => {
    const { plan } = await planComposition(directory, {
      width: 640, height: 360, duration: 3,
      elements: [video('scene.mp4', { track: 1, duration: 2 }), video('quadrants.mp4', { track: 1, duration: 2, transition: fade('fade') })],
    });
    expect(plan.inputs.map(({ elementIds }) => elementIds)).toHaveLength(2);
    expect(plan.spans.map(({ engine, reason }) => [engine, reason.replace(/[a-z]*-?\d+/g, '#')])).toEqual([['graph', expect.any(String)], ['graph', expect.stringContaining('fading')], ['graph', expect.any(String)]]);
  });
});

describe('an overlay span that cannot go on', () => {
  const moving = (source: string) => ({
    width: 640, height: 360, duration: 60,
    elements: [
      { id: 'scene', ...video('scene.mp4', { track: 1, duration: 60 }) },
      { id: 'inset', ...video(source, { track: 2, time: 0, duration: 60, y: 10, width: 64, height: 36, x: linear(0, 500, 60) }) },
    ],
  });

  it('ends with all its processes when it is aborted', async () => {
    const stop = new AbortController();
    const reason = new Error('stopped by the test');
    const render = renderComposition(directory, 'aborted', moving('quadrants.mp4'), { signal: stop.signal, onFrames: (count) => count > 5 && stop.abort(reason) });
    await expect(render).rejects.toBe(reason);
    expect(await findProcesses(directory)).toEqual([]);
  });

  it('ends when FFmpeg fails in its midst', async () => {
    const planned = await planComposition(directory, moving('quadrants.mp4'));
    const render = renderPlanned(directory, 'killed', planned, {
      onFrames: (count) => {
        if (count < 5) return;
        void findProcesses(`${directory}/killed-output`).then((found) => found.forEach(({ pid }) => process.kill(pid, 'SIGKILL')));
      },
    });
    await expect(render).rejects.toMatchObject({ code: 'RENDER_FAILED' });
    expect(await findProcesses(directory)).toEqual([]);
  });

  it('names the element whose source cannot be decoded, be it drawn or FFmpeg\'s', async () => {
    for (const [name, element] of [['scene.mp4', 'scene'], ['quadrants.mp4', 'inset']] as const) {
      const planned = await planComposition(directory, moving('quadrants.mp4'));
      const key = [...planned.sourcePaths.keys()].find((candidate) => candidate.endsWith(name))!;
      planned.sourcePaths.set(key, `${directory}/quadrants.png`);
      await expect(renderPlanned(directory, `damaged-${element}`, planned)).rejects.toMatchObject({ code: 'SOURCE_DAMAGED', details: { element_id: element } });
      expect(await findProcesses(directory)).toEqual([]);
    }
  });
});
