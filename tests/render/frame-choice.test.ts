/** Which frame of a source is shown when: exact for every rate, container and trim. Counter clips say which frame they show. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TIME_STAMP_TOLERANCE_SECONDS } from '#lib/composition/time-stamp-tolerance';
import { makeMedia, variableFrameTime, type MediaSpec } from '#tests/support/make-media';
import { readCounter, readFrames } from '#tests/support/read-frame';
import { makeRenderDirectory, renderComposition, sourceOf } from '#tests/support/render-composition';

let directory = '';
let remove = async (): Promise<void> => {};
beforeAll(async () => ({ directory, remove } = await makeRenderDirectory()));
afterAll(() => remove());

/** The last trim ends at 3 s at 24 frames a second; the clip with gaps has fewer frames for its length. */
const SECONDS = 4;
const size = { widthPx: 192, heightPx: 32 };

interface Clip {
  name: string;
  spec: Omit<MediaSpec, 'picture'>;
  /** Nominal time of frame n. */
  timeOf: (n: number) => number;
}

const constantRate = (rate: number) => (n: number) => n / rate;
const clips: Clip[] = [
  { name: '24.mp4', spec: { frameRate: '24' }, timeOf: constantRate(24) },
  { name: '25.mp4', spec: { frameRate: '25' }, timeOf: constantRate(25) },
  { name: '29.97.mp4', spec: { frameRate: '30000/1001' }, timeOf: constantRate(30000 / 1001) },
  { name: '30.mp4', spec: { frameRate: '30' }, timeOf: constantRate(30) },
  { name: '60.mp4', spec: { frameRate: '60' }, timeOf: constantRate(60) },
  { name: 'vfr.mp4', spec: { isVariableRate: true }, timeOf: (n) => variableFrameTime(n, 30) },
  { name: '30.webm', spec: { frameRate: '30' }, timeOf: (n) => Math.round((n * 1000) / 30) / 1000 },
  { name: '24.webm', spec: { frameRate: '24', sound: {} }, timeOf: (n) => Math.round((n * 1000) / 24) / 1000 },
  { name: '30.ts', spec: { sound: {} }, timeOf: constantRate(30) },
  { name: 'fragmented.mp4', spec: { isFragmented: true }, timeOf: constantRate(30) },
  { name: 'late-start.mkv', spec: { startSeconds: 5, sound: {} }, timeOf: (n) => Math.round((n * 1000) / 30) / 1000 },
];

/** The last frame whose time has come. */
function expectedFrames(timeOf: Clip['timeOf'], trimStart: number, count: number, frameRate: number): number[] {
  return Array.from({ length: count }, (_, k) => {
    let n = 0;
    while (timeOf(n + 1) <= trimStart + k / frameRate + TIME_STAMP_TOLERANCE_SECONDS) n += 1;
    return n;
  });
}

async function renderCounters(name: string, frameRate: number, elements: readonly object[]): Promise<number[]> {
  const composition = { output_format: 'mp4', width: size.widthPx, height: size.heightPx, frame_rate: frameRate, elements };
  const { path } = await renderComposition(directory, name, composition);
  return (await readFrames(path)).map((frame) => readCounter(frame));
}

const TRIM_STARTS = [0, 0.5, 1, 4 / 3, 1.234, 1.9, 2];
const FRAMES_EACH = 24;

describe.each(clips)('a clip of $name', ({ name, spec, timeOf }) => {
  // A clip of every kind at the usual rate and at one that fits none; the whole range of output rates for one clip.
  const outputRates = name === '30.mp4' ? [24, 25, 29.97, 30, 60] : [30, 29.97];
  it.each(outputRates)('shows, at %f frames a second and from any trim on, the last frame whose time has come', async (frameRate) => {
    await makeMedia(directory, name, { picture: 'counter', seconds: SECONDS, gopFrames: 40, ...size, ...spec });
    const exactRate = frameRate === 29.97 ? 30000 / 1001 : frameRate;
    const elements = TRIM_STARTS.map((trimStart) => ({ type: 'video', source: sourceOf(name), track: 1, trim_start: trimStart, duration: FRAMES_EACH / exactRate }));
    const frames = await renderCounters(`${name}-${frameRate}`, frameRate, elements);
    expect(frames).toEqual(TRIM_STARTS.flatMap((trimStart) => expectedFrames(timeOf, trimStart, FRAMES_EACH, exactRate)));
  });
});

describe('the end of a clip', () => {
  it('is held by its last frame when the element lasts longer', async () => {
    await makeMedia(directory, 'short.mp4', { picture: 'counter', seconds: 0.5, ...size });
    const frames = await renderCounters('held', 30, [{ type: 'video', source: sourceOf('short.mp4'), duration: 1 }]);
    expect(frames).toEqual([...Array.from({ length: 15 }, (_, n) => n), ...Array.from({ length: 15 }, () => 14)]);
  });

  it('is where trim_duration says, and the frame before it is held', async () => {
    await makeMedia(directory, 'long.mp4', { picture: 'counter', seconds: 2, ...size });
    const frames = await renderCounters('trimmed', 30, [{ type: 'video', source: sourceOf('long.mp4'), trim_start: 0.5, trim_duration: 0.2, duration: 0.5 }]);
    expect(frames).toEqual([15, 16, 17, 18, 19, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20]);
  });
});

describe('a clip in several spans', () => {
  it('goes on where it was when another layer appears, and behind one that hides it', async () => {
    await makeMedia(directory, 'base.mp4', { picture: 'counter', seconds: 3, ...size });
    await makeMedia(directory, 'dot.png', { picture: '#ff0000', widthPx: 4, heightPx: 4 });
    await makeMedia(directory, 'cover.png', { picture: '#ff0000', ...size });
    const { path, plan } = await renderComposition(directory, 'spans', {
      output_format: 'mp4', width: size.widthPx, height: size.heightPx,
      elements: [
        { type: 'video', source: sourceOf('base.mp4'), track: 1 },
        { type: 'image', source: sourceOf('dot.png'), track: 2, time: 0.5, duration: 0.5, x: 0, y: 0, width: 4 },
        { type: 'image', source: sourceOf('cover.png'), track: 3, time: 1.5, duration: 0.5 },
        { type: 'image', source: sourceOf('dot.png'), track: 2, time: 2.5, duration: 0.5, x: 0, y: 0, width: 4 },
      ],
    });
    expect(plan.spans.map(({ startFrame, engine }) => [startFrame, engine])).toEqual([[0, 'graph'], [15, 'graph'], [30, 'graph'], [45, 'still'], [60, 'graph'], [75, 'graph']]);
    const frames = (await readFrames(path)).map((frame) => readCounter(frame));
    const visible = Array.from({ length: 90 }, (_, n) => n).filter((n) => n < 45 || n >= 60);
    expect(visible.map((n) => frames[n])).toEqual(visible);
  });

  it('is not decoded before it is first seen', async () => {
    await makeMedia(directory, 'base.mp4', { picture: 'counter', seconds: 3, ...size });
    await makeMedia(directory, 'cover.png', { picture: '#ff0000', ...size });
    const { path, plan } = await renderComposition(directory, 'hidden', {
      output_format: 'mp4', width: size.widthPx, height: size.heightPx,
      elements: [{ type: 'video', source: sourceOf('base.mp4'), track: 1 }, { type: 'image', source: sourceOf('cover.png'), track: 2, time: 0, duration: 1 }],
    });
    expect(plan.pictures.find(({ kind }) => kind === 'video')).toMatchObject({ firstFrameSeconds: 1, frameCount: 60 });
    const frames = (await readFrames(path)).map((frame) => readCounter(frame));
    expect(frames.slice(30)).toEqual(Array.from({ length: 60 }, (_, n) => n + 30));
  });
});
