// Groups and loops as they are rendered: where things are, which frame is shown, and that every engine shows the same.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareFrames, expectColour } from '#tests/support/expect-colour';
import { makeMedia } from '#tests/support/make-media';
import { colourAt, loudness, readCounter, readFrames, readSamples } from '#tests/support/read-frame';
import { makeRenderDirectory, renderComposition, sourceOf } from '#tests/support/render-composition';
import { QUADRANT_COLOURS } from '#tests/support/test-pictures';

let directory = '';
let remove = async (): Promise<void> => {};
beforeAll(async () => {
  ({ directory, remove } = await makeRenderDirectory());
  await makeMedia(directory, 'counter.mp4', { picture: 'counter', seconds: 1, widthPx: 192, heightPx: 32 });
  await makeMedia(directory, 'beeps.mp4', { picture: 'flash', seconds: 1, widthPx: 64, heightPx: 64, sound: { isBeep: true } });
  await makeMedia(directory, 'red.mp4', { picture: '#c83c28', seconds: 1, widthPx: 64, heightPx: 64 });
  await makeMedia(directory, 'quadrants.png', { picture: 'quadrants', widthPx: 160, heightPx: 160 });
});
afterAll(() => remove());

const video = (name: string, properties: object = {}) => ({ type: 'video', source: sourceOf(name), ...properties });
const image = (properties: object) => ({ type: 'image', source: sourceOf('quadrants.png'), ...properties });
const shape = (properties: object) => ({ type: 'shape', shape: 'rectangle', ...properties });
const group = (elements: unknown[], properties: object = {}) => ({ type: 'composition', elements, ...properties });
const counter = (properties: object = {}) => video('counter.mp4', { x: 0, y: 0, width: 192, height: 32, ...properties });
const COUNTER_BOX = { xPx: 0, yPx: 0, widthPx: 192, heightPx: 32 };

async function countsOf(path: string, box = COUNTER_BOX): Promise<number[]> {
  return (await readFrames(path)).map((frame) => readCounter(frame, box));
}

const enginesOf = ({ plan }: { plan: { spans: Array<{ engine: string }> } }): string[] => [...new Set(plan.spans.map(({ engine }) => engine))];

describe('a video that loops', () => {
  const rounds = Array.from({ length: 75 }, (_, n) => n % 30);

  it('begins again at its first frame, and its last is shown as long as any other', async () => {
    const rendered = await renderComposition(directory, 'loop', { width: 192, height: 32, elements: [counter({ loop: true, duration: 2.5 })] });
    expect(enginesOf(rendered)).toEqual(['graph']);
    expect(await countsOf(rendered.path)).toEqual(rounds);
  });

  it('does so while it is drawn', async () => {
    const rendered = await renderComposition(directory, 'loop-drawn', { width: 192, height: 64, elements: [counter({ loop: true, duration: 2.5, y: [{ time: 0, value: 0 }, { time: 2.5, value: 32 }] })] });
    expect(enginesOf(rendered)).not.toContain('graph');
    const frames = await readFrames(rendered.path);
    expect(frames.map((frame, n) => readCounter(frame, { ...COUNTER_BOX, yPx: Math.round((32 * n) / 75) }))).toEqual(rounds);
  });

  it('repeats what is trimmed, and goes on in the midst of a round where it was hidden before', async () => {
    const cover = shape({ track: 2, duration: 0.5, fill_color: '#000000' });
    const trimmed = counter({ track: 1, loop: true, trim_start: 0.2, trim_duration: 0.4, duration: 1.5 });
    const { path } = await renderComposition(directory, 'loop-trimmed', { width: 192, height: 32, elements: [trimmed, cover] });
    expect((await countsOf(path)).slice(15)).toEqual(Array.from({ length: 30 }, (_, n) => 6 + ((15 + n) % 12)));
  });

  it('is heard as it is seen, for as long as the others last', async () => {
    const { path } = await renderComposition(directory, 'loop-sound', { width: 64, height: 64, elements: [video('beeps.mp4', { loop: true, trim_duration: 0.5 }), shape({ duration: 2.2, width: 4, height: 4 })] });
    const [left] = (await readSamples(path)) ?? [];
    const frames = await readFrames(path);
    for (const round of [0, 0.5, 1, 1.5, 2]) {
      expect(loudness(left!, round + 0.01, round + 0.09), `beep at ${round} s`).toBeGreaterThan(0.1);
      expect(colourAt(frames[Math.round(round * 30)]!, 10, 10)[0], `flash at ${round} s`).toBeGreaterThan(200);
    }
    for (const round of [0.12, 0.62, 1.12, 1.62]) expect(loudness(left!, round, round + 0.35), `silence from ${round} s`).toBeLessThan(0.005);
  });
});

describe('a group', () => {
  it('is one picture: its opacity is that of all of it, and what sticks out of it is cut off', async () => {
    const card = group([shape({ x: 0, y: 0, width: 60, height: 60, fill_color: '#ffffff' }), shape({ x: 30, y: 30, width: 90, height: 20, fill_color: '#ffffff' })], { x: 40, y: 20, width: 100, height: 60, opacity: 0.5 });
    const { path } = await renderComposition(directory, 'faded', { width: 200, height: 100, elements: [video('red.mp4', { track: 1, fit_mode: 'fill' }), { ...card, track: 2 }] });
    const frame = (await readFrames(path))[10]!;
    // Where the two overlap it is not brighter.
    expectColour(frame, [50, 30], '#e49e94', 5);
    expectColour(frame, [80, 60], '#e49e94', 5);
    expectColour(frame, [130, 60], '#e49e94', 5);
    expectColour(frame, [146, 60], '#c83c28', 5);
    expectColour(frame, [120, 30], '#c83c28', 5);
  });

  it('turns and grows with all that is in it', async () => {
    const turning = group([image({ x: 0, y: 0, width: 40, height: 40 })], { x: 80, y: 40, width: 40, height: 20, fill_color: '#808080', rotation: [{ time: 0, value: 0 }, { time: 1, value: 180 }] });
    const growing = group([image({ x: 0, y: 0, width: 20, height: 20 })], { x: 0, y: 0, width: [{ time: 0, value: 20 }, { time: 1, value: 40 }], height: [{ time: 0, value: 20 }, { time: 1, value: 40 }] });
    const { path } = await renderComposition(directory, 'turning', { width: 200, height: 100, duration: 2, elements: [turning, growing] });
    const frames = await readFrames(path);
    expectColour(frames[0]!, [85, 45], QUADRANT_COLOURS.topLeft, 6);
    expectColour(frames[0]!, [115, 45], QUADRANT_COLOURS.topRight, 6);
    // Half a turn about (100, 50); what is below the box is cut off before it turns.
    expectColour(frames[45]!, [115, 55], QUADRANT_COLOURS.topLeft, 6);
    expectColour(frames[45]!, [85, 55], QUADRANT_COLOURS.topRight, 6);
    expectColour(frames[45]!, [100, 75], '#000000', 6);
    expectColour(frames[0]!, [15, 15], QUADRANT_COLOURS.bottomRight, 12);
    expectColour(frames[45]!, [35, 35], QUADRANT_COLOURS.bottomRight, 6);
    expectColour(frames[45]!, [15, 15], QUADRANT_COLOURS.topLeft, 6);
  });

  it('shows the frames of its videos at its own time, drawn or not', async () => {
    for (const [name, look] of [['plain', {}], ['drawn', { border_radius: 1 }]] as const) {
      const scene = group([counter({ time: 0.5 })], { time: 0.5, width: 192, height: 32, x: 0, y: 0, ...look });
      const { path } = await renderComposition(directory, `inside-${name}`, { width: 192, height: 32, elements: [scene] });
      expect((await countsOf(path)).slice(30)).toEqual(Array.from({ length: 30 }, (_, n) => n));
    }
  });

  it('that loops repeats its videos, in groups that loop themselves', async () => {
    for (const [name, look] of [['plain', {}], ['drawn', { border_radius: 1 }]] as const) {
      const inner = group([counter({ duration: 0.2 })], { loop: true, duration: 0.5, x: 0, y: 0, width: 192, height: 32 });
      const outer = group([inner, shape({ duration: 0.7, x: 0, y: 40, width: 4, height: 4 })], { loop: true, duration: 2, ...look });
      const { path } = await renderComposition(directory, `nested-${name}`, { width: 192, height: 48, elements: [outer] });
      const expected = Array.from({ length: 60 }, (_, n) => (n % 21 < 15 ? (n % 21) % 6 : 0));
      expect(await countsOf(path), name).toEqual(expected);
    }
  });

  it('is the same whether what is in it is taken out or drawn apart', async () => {
    const elements = [video('red.mp4', { x: 10, y: 10, width: 80, height: 60 }), image({ x: 30, y: 30, width: 50, height: 50, opacity: 0.7 }), shape({ shape: 'ellipse', x: 60, y: 20, width: 30, height: 30, fill_color: '#3080c0' })];
    const scene = (name: string, look: object) => renderComposition(directory, name, { width: 120, height: 100, fill_color: '#406080', elements: [group(elements, { x: 8, y: 6, width: 100, height: 84, fill_color: '#20202080', ...look })] });
    const [flat, apart] = [await scene('flat', {}), await scene('apart', { opacity: 0.999_999 })];
    const [expected, actual] = [(await readFrames(apart.path))[12]!, (await readFrames(flat.path))[12]!];
    expect(flat.plan.drawing?.decodes.some(({ frames }) => frames !== null)).toBe(false);
    expect(apart.plan.drawing?.decodes.some(({ frames }) => frames !== null)).toBe(true);
    expect(compareFrames(expected, actual).mean).toBeLessThanOrEqual(1.5);
  });

  it('takes over from another like any element', async () => {
    const scene = (color: string, properties: object = {}) => group([shape({ width: 20, height: 20, fill_color: color })], { track: 1, duration: 1, fill_color: '#202020', ...properties });
    const { path } = await renderComposition(directory, 'transition', { width: 80, height: 60, elements: [scene('#ff0000'), scene('#00ff00', { transition: { type: 'push', direction: 'left', duration: 0.5, easing: 'linear' } })] });
    const frames = await readFrames(path);
    expectColour(frames[5]!, [40, 30], '#ff0000', 6);
    // Half of the way: each has moved by half of the canvas.
    expectColour(frames[22]!, [3, 30], '#ff0000', 40);
    expectColour(frames[40]!, [40, 30], '#00ff00', 6);
  });
});
