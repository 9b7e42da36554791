/** What is heard: levels, places and lengths of sounds, to the sample where that can be told, and in step with the picture. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMedia, type SoundSpec } from '#tests/support/make-media';
import { colourAt, loudness, probe, readFrames, readSamples } from '#tests/support/read-frame';
import { makeRenderDirectory, renderComposition, sourceOf } from '#tests/support/render-composition';

let directory = '';
let remove = async (): Promise<void> => {};
let rendered = 0;
beforeAll(async () => ({ directory, remove } = await makeRenderDirectory()));
afterAll(() => remove());

const size = { widthPx: 64, heightPx: 64 };
/** A sine of peak 0.25. */
const LEVEL = 0.25 * Math.SQRT1_2;

const clip = (name: string, seconds: number, sound: SoundSpec | null, more: object = {}) => makeMedia(directory, name, { picture: '#204060', ...size, seconds, sound, ...more });
const element = (name: string, properties: object = {}) => ({ type: 'video', source: sourceOf(name), time: 0, ...properties });

async function render(elements: object[], more: object = {}): Promise<string> {
  const composition = { output_format: 'mp4', width: 64, height: 64, elements: elements.map((one, index) => ({ ...one, track: index + 1 })), ...more };
  return (await renderComposition(directory, `sound-${(rendered += 1)}`, composition)).path;
}

/** Samples of left and right; the output must be stereo. */
async function hear(elements: object[], more: object = {}): Promise<[Float32Array, Float32Array]> {
  const samples = await readSamples(await render(elements, more));
  expect(samples?.length).toBe(2);
  return [samples![0]!, samples![1]!];
}

/** Each within 3 % of full level. */
function expectLevel(samples: Float32Array, [from, to]: [number, number], level: number): void {
  expect(Math.abs(loudness(samples, from, to) - level), `${from} to ${to} s`).toBeLessThanOrEqual(0.03 * LEVEL);
}

describe('a sound', () => {
  it('is heard as loud as it is, as long as the output is', async () => {
    await clip('stereo.mp4', 2, {});
    const [left, right] = await hear([element('stereo.mp4')]);
    expectLevel(left, [0.1, 1.9], LEVEL);
    expectLevel(right, [0.1, 1.9], LEVEL);
    expect(Math.abs(left.length - 96_000)).toBeLessThanOrEqual(1024);
  });

  it('of one channel is heard on both sides at its full level', async () => {
    // Trimmed, as an untouched sound would be copied as it is: on one channel.
    await clip('mono.mp4', 1, { channels: 1 });
    const [left, right] = await hear([element('mono.mp4', { trim_start: 0.02 })]);
    expectLevel(left, [0.1, 0.9], LEVEL);
    expectLevel(right, [0.1, 0.9], LEVEL);
  });

  it.each([[0, [1, 0]], [1, [0, 1]], [2, [Math.SQRT1_2, Math.SQRT1_2]], [4, [Math.SQRT1_2, 0]]] as const)('of 5.1: channel %i goes to the sides by the usual downmix', async (onlyChannel, [left, right]) => {
    await clip(`surround${onlyChannel}.mp4`, 1, { channels: 6, onlyChannel });
    const heard = await hear([element(`surround${onlyChannel}.mp4`)]);
    expectLevel(heard[0], [0.1, 0.9], LEVEL * left);
    expectLevel(heard[1], [0.1, 0.9], LEVEL * right);
  });

  it('of another sample rate keeps its length and its pitch', async () => {
    await clip('slow.mp4', 2, { sampleRateHz: 22_050, hz: 441 });
    const [left] = await hear([element('slow.mp4')]);
    expectLevel(left, [0.1, 1.9], LEVEL);
    let crossings = 0;
    for (let n = 24_000; n < 72_000; n += 1) if (left[n - 1]! < 0 && left[n]! >= 0) crossings += 1;
    expect(Math.abs(crossings - 441)).toBeLessThanOrEqual(1);
  });

  it('follows its volume', async () => {
    await clip('stereo.mp4', 2, {});
    const [left] = await hear([element('stereo.mp4', { volume: 0.5 })]);
    expectLevel(left, [0.1, 1.9], LEVEL / 2);
  });

  it('starts when its element does, and ends with it', async () => {
    await clip('stereo.mp4', 2, {});
    const [left] = await hear([element('stereo.mp4', { time: 0.7, duration: 0.6 })], { duration: 2 });
    expectLevel(left, [0, 0.69], 0);
    expectLevel(left, [0.71, 1.29], LEVEL);
    expectLevel(left, [1.31, 2], 0);
  });

  it('and another are added, each at its own volume', async () => {
    await clip('stereo.mp4', 2, {});
    await clip('high.mp4', 2, { hz: 1000 });
    const [left] = await hear([element('stereo.mp4'), element('high.mp4', { time: 1, volume: 0.5 })], { duration: 3 });
    expectLevel(left, [0.1, 0.9], LEVEL);
    // Independent sines add by their squares.
    expectLevel(left, [1.1, 1.9], LEVEL * Math.sqrt(1.25));
    expectLevel(left, [2.1, 2.9], LEVEL / 2);
  });
});

describe('silence', () => {
  it('is no track at all where nothing is heard', async () => {
    await clip('stereo.mp4', 2, {});
    await clip('silent.mp4', 1, null);
    for (const elements of [[element('silent.mp4')], [element('stereo.mp4', { muted: true })], [element('stereo.mp4', { volume: 0 })]]) {
      const { streams } = await probe(await render(elements));
      expect(streams.map((stream) => stream['codec_type'])).toEqual(['video']);
    }
  });

  it('is what a silent clip adds to the sound of another', async () => {
    await clip('stereo.mp4', 2, {});
    await clip('silent.mp4', 1, null);
    const [left] = await hear([element('silent.mp4'), element('stereo.mp4')]);
    expectLevel(left, [0.1, 1.9], LEVEL);
  });
});

describe('picture and sound', () => {
  const flash = { picture: 'flash', ...size, seconds: 4, sound: { isBeep: true, hz: 1000 }, gopFrames: 40 } as const;

  /** Seconds at which flashes and beeps begin in the output. */
  async function findStarts(path: string): Promise<{ flashes: number[]; beeps: number[] }> {
    const white = (await readFrames(path)).map((frame) => colourAt(frame, 32, 32)[1] > 127);
    const flashes = white.flatMap((isWhite, n) => (isWhite && !white[n - 1] ? [n / 30] : []));
    const [left] = (await readSamples(path))!;
    const beeps: number[] = [];
    let lastLoud = -Infinity;
    left!.forEach((sample, n) => {
      if (Math.abs(sample) < 0.08) return;
      if (n - lastLoud > 4800) beeps.push(n / 48_000);
      lastLoud = n;
    });
    return { flashes, beeps };
  }

  it.each(['flash.mp4', 'flash.webm', 'flash.mkv'])('of %s stay together within 10 ms, trimmed and moved', async (name) => {
    await makeMedia(directory, name, { ...flash, startSeconds: name.endsWith('mkv') ? 5 : undefined });
    const whole = await findStarts(await render([element(name)]));
    expect(whole.flashes).toEqual([0, 1, 2, 3]);
    whole.beeps.forEach((beep, index) => expect(Math.abs(beep - index)).toBeLessThanOrEqual(0.01));
    expect(whole.beeps.length).toBe(4);
    // Source second 2 is seen and heard at 0.5 + 2 - 1.6 s.
    const moved = await findStarts(await render([element(name, { time: 0.5, trim_start: 1.6 })]));
    expect(moved.flashes).toEqual([0.9, 1.9].map((time) => expect.closeTo(time, 5)));
    expect(moved.beeps).toHaveLength(2);
    moved.beeps.forEach((beep, index) => expect(Math.abs(beep - 0.9 - index)).toBeLessThanOrEqual(0.01));
  });
});
