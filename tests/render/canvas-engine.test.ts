/** The canvas engine against the graph and against what is known: the same picture, the right place, every frame once, nothing left behind. */
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Motion } from '#lib/composition/motion';
import type { Timeline } from '#lib/composition/timeline';
import { compareSsim } from '#tests/support/compare-ssim';
import { compareFrames, expectColour } from '#tests/support/expect-colour';
import { findProcesses } from '#tests/support/find-processes';
import { makeMedia } from '#tests/support/make-media';
import { readCounter, readFrames, type Frame } from '#tests/support/read-frame';
import { makeRenderDirectory, planComposition, renderComposition, renderPlanned, sourceOf } from '#tests/support/render-composition';
import { QUADRANT_COLOURS } from '#tests/support/test-pictures';
import { Drawing } from '#worker/canvas/drawing';

let directory = '';
let remove = async (): Promise<void> => {};
beforeAll(async () => {
  ({ directory, remove } = await makeRenderDirectory());
  await makeMedia(directory, 'scene.mp4', { picture: 'testsrc', seconds: 2, widthPx: 640, heightPx: 360 });
  await makeMedia(directory, 'counter.mp4', { picture: 'counter', seconds: 4, widthPx: 192, heightPx: 32 });
  await makeMedia(directory, 'turned.mp4', { picture: 'quadrants', seconds: 1, widthPx: 180, heightPx: 320, orientation: 6 });
  await makeMedia(directory, 'quadrants.png', { picture: 'quadrants', widthPx: 160, heightPx: 160 });
  await makeMedia(directory, 'half.png', { picture: 'half', widthPx: 160, heightPx: 160, hasAlpha: true });
  for (const colour of COLOURS) await makeMedia(directory, `${colour.slice(1)}.mp4`, { picture: `#${colour.slice(1)}`, seconds: 1, widthPx: 64, heightPx: 64 });
});
afterAll(() => remove());

const COLOURS = ['#c83c28', '#2878c8', '#101010', '#f0f0f0', '#808080', '#00b140'];

const video = (name: string, properties: object) => ({ type: 'video', source: sourceOf(name), ...properties });
const image = (name: string, properties: object) => ({ type: 'image', source: sourceOf(name), ...properties });

/** A motion over the whole of every layer that leaves all as it is, so that the canvas draws it. */
function still(timeline: Timeline): Timeline {
  const easing = { kind: 'linear' } as const;
  const motion: Motion = { channels: [{ property: 'opacity', combine: 'multiply', keyframes: [{ frame: 0, value: 1, easing }, { frame: 100_000, value: 1.000001, easing }] }], clips: [] };
  return { ...timeline, layers: timeline.layers.map((layer) => ({ ...layer, motion })) };
}

async function renderBoth(name: string, composition: object): Promise<Array<[Frame, Frame]>> {
  const graph = await renderComposition(directory, `${name}-graph`, composition);
  const drawn = await renderPlanned(directory, `${name}-canvas`, await planComposition(directory, composition, still));
  expect([graph, drawn].map(({ plan }) => plan.spans.map(({ engine }) => engine))).toEqual([['graph'], ['canvas']]);
  const [expected, actual] = [await readFrames(graph.path), await readFrames(drawn.path)];
  expect(actual).toHaveLength(expected.length);
  return expected.map((frame, index) => [frame, actual[index]!]);
}

describe('a canvas span', () => {
  it('looks like the graph span of the same composition', async () => {
    const pairs = await renderBoth('scene', {
      width: 640, height: 360, fill_color: '#203040', duration: 1,
      elements: [
        video('scene.mp4', { track: 1, x: 0, y: 0, width: 640, height: 320, fit_mode: 'cover', trim_start: 0.5 }),
        image('half.png', { track: 2, x: 40, y: 40, width: 120, height: 120, opacity: 0.7 }),
        image('quadrants.png', { track: 3, x: 401, y: 101, width: 133, height: 133, rotation: 30 }),
        video('turned.mp4', { track: 4, x: 200, y: 200, width: 160, height: 90 }),
      ],
    });
    for (const place of [0, 7, 15, 29]) {
      const [expected, actual] = pairs[place]!;
      expect(compareSsim(expected, actual), `frame ${place}`).toBeGreaterThanOrEqual(0.98);
      expect(compareFrames(expected, actual).mean, `frame ${place}`).toBeLessThanOrEqual(2);
    }
  });

  it('keeps the colours of videos, images and the canvas', async () => {
    const elements = COLOURS.map((colour, index) => video(`${colour.slice(1)}.mp4`, { track: index, x: index * 60, y: 0, width: 60, height: 60 }));
    const composition = { width: 360, height: 120, fill_color: '#3c5a78', duration: 0.5, elements: [...elements, image('quadrants.png', { track: 9, x: 0, y: 60, width: 60, height: 60 })] };
    const { path } = await renderPlanned(directory, 'colours', await planComposition(directory, composition, still));
    const frame = (await readFrames(path))[7]!;
    for (const [index, colour] of COLOURS.entries()) expectColour(frame, [index * 60 + 30, 30], colour);
    expectColour(frame, [15, 75], QUADRANT_COLOURS.topLeft);
    expectColour(frame, [45, 105], QUADRANT_COLOURS.bottomRight);
    expectColour(frame, [300, 90], '#3c5a78');
  });
});

describe('what moves', () => {
  const keyframes = (...values: Array<[number, unknown]>) => values.map(([time, value]) => ({ time, value }));

  it('is at the right place, turned and faded, frame by frame', async () => {
    const moves = {
      x: keyframes([0, 0], [1, 300]), y: 60, width: 60, height: 60,
      rotation: keyframes([0, 0], [1, 360]), opacity: keyframes([1, 1], [2, 0]),
    };
    const { path } = await renderComposition(directory, 'moves', { width: 360, height: 180, duration: 2, fill_color: '#000000', elements: [image('quadrants.png', moves)] });
    const frames = await readFrames(path);
    // Its centre goes from (30, 90) to (330, 90); half way it is turned by half, and red is where white was.
    expectColour(frames[0]!, [15, 75], QUADRANT_COLOURS.topLeft, 6);
    expectColour(frames[15]!, [195, 105], QUADRANT_COLOURS.topLeft, 6);
    expectColour(frames[15]!, [165, 75], QUADRANT_COLOURS.bottomRight, 6);
    expectColour(frames[15]!, [30, 90], '#000000', 6);
    expectColour(frames[45]!, [345, 105], '#808080', 6);
    expectColour(frames[59]!, [345, 105], '#090909', 6);
  });

  it('does not move what is below it', async () => {
    const { path } = await renderComposition(directory, 'below', {
      width: 192, height: 96, duration: 1,
      elements: [video('counter.mp4', { track: 1, x: 0, y: 0, width: 192, height: 32 }), image('quadrants.png', { track: 2, y: 40, width: 40, height: 40, x: keyframes([0, 0], [1, 100]) })],
    });
    const frames = (await readFrames(path)).map((frame) => readCounter(frame, { xPx: 0, yPx: 0, widthPx: 192, heightPx: 32 }));
    expect(frames).toEqual(Array.from({ length: 30 }, (_, n) => n));
  });
});

describe('spans of all engines in one video', () => {
  it('join without a lost or a doubled frame, and videos go on where they were', async () => {
    const { path, plan, frames: told } = await renderComposition(directory, 'joined', {
      width: 192, height: 96, duration: 6, fill_color: '#000000',
      elements: [
        video('counter.mp4', { track: 1, x: 0, y: 0, width: 192, height: 32, duration: 4 }),
        image('quadrants.png', { track: 2, y: 40, width: 40, height: 40, duration: 6, x: [{ time: 1, value: 0 }, { time: 2, value: 100 }, { time: 3, value: 100 }, { time: 3.5, value: 20 }] }),
        image('half.png', { track: 3, time: 5, duration: 1, x: 100, y: 40, width: 20, height: 20, border_radius: 4 }),
      ],
    });
    expect(plan.spans.map(({ startFrame, engine }) => [startFrame, engine])).toEqual([[0, 'graph'], [30, 'overlay'], [60, 'graph'], [90, 'overlay'], [105, 'graph'], [120, 'still'], [150, 'still']]);
    const frames = await readFrames(path);
    expect(frames).toHaveLength(180);
    expect(frames.slice(0, 120).map((frame) => readCounter(frame, { xPx: 0, yPx: 0, widthPx: 192, heightPx: 32 }))).toEqual(Array.from({ length: 120 }, (_, n) => n));
    for (const [index, x] of [[29, 0], [45, 50], [75, 100], [110, 20], [179, 20]] as const) expectColour(frames[index]!, [x + 10, 50], QUADRANT_COLOURS.topLeft, 6);
    expect([told.at(-1), told.toSorted((a, b) => a - b)]).toEqual([180, told]);
  });

  it('hold the last frame of a video that ends within a canvas span', async () => {
    const { path } = await renderComposition(directory, 'held-drawn', {
      width: 192, height: 96, duration: 2,
      elements: [
        video('counter.mp4', { track: 1, x: 0, y: 0, width: 192, height: 32, trim_start: 1, trim_duration: 1, duration: 2 }),
        image('quadrants.png', { track: 2, y: 40, width: 40, height: 40, x: [{ time: 0, value: 0 }, { time: 2, value: 100 }] }),
      ],
    });
    const counts = (await readFrames(path)).map((frame) => readCounter(frame, { xPx: 0, yPx: 0, widthPx: 192, heightPx: 32 }));
    expect(counts).toEqual(Array.from({ length: 60 }, (_, n) => Math.min(59, 30 + n)));
  });
});

describe('a canvas span that cannot go on', () => {
  const moving = (source: string) => ({
    width: 640, height: 360, duration: 60,
    elements: [{ id: 'scene', ...video(source, { track: 1, duration: 60 }) }, image('quadrants.png', { track: 2, width: 40, height: 40, x: [{ time: 0, value: 0 }, { time: 60, value: 600 }] })],
  });

  it('ends with all its processes when it is aborted', async () => {
    const stop = new AbortController();
    const reason = new Error('stopped by the test');
    const render = renderComposition(directory, 'aborted', moving('scene.mp4'), { signal: stop.signal, onFrames: (count) => count > 5 && stop.abort(reason) });
    await expect(render).rejects.toBe(reason);
    expect(await findProcesses(directory)).toEqual([]);
  });

  it('is closed when a picture that was still on its way has let go', async () => {
    const { plan, sourcePaths } = await planComposition(directory, moving('scene.mp4'));
    // Whatever its decoder is at: about to start, on its way into the sandbox, at work.
    for (const waitMs of [0, 2, 5, 10, 15, 20, 25, 30]) {
      const stop = new AbortController();
      const drawing = new Drawing(plan, plan.drawing!, { sourcePaths, directory, signal: stop.signal });
      const frames = drawing.frames(() => undefined)[Symbol.asyncIterator]();
      // The header and a blank frame, which is two chunks; all that follows is read ahead.
      for (let chunk = 0; chunk < 3; chunk += 1) await frames.next();
      await setTimeout(waitMs);
      stop.abort();
      await drawing.close();
      expect(await findProcesses(directory)).toEqual([]);
    }
  });

  it('names the element whose source cannot be decoded', async () => {
    const planned = await planComposition(directory, moving('scene.mp4'));
    const key = [...planned.sourcePaths.keys()].find((name) => name.startsWith('video'))!;
    planned.sourcePaths.set(key, `${directory}/quadrants.png`);
    await expect(renderPlanned(directory, 'damaged', planned)).rejects.toMatchObject({ code: 'SOURCE_DAMAGED', details: { element_id: 'scene' } });
    expect(await findProcesses(directory)).toEqual([]);
  });
});
