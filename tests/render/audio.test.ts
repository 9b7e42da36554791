/** What is heard, measured on the decoded samples: where each sound is, how loud, and that nothing clicks. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyEasing } from '#lib/composition/easing';
import { parseEasing } from '#lib/composition/parse-easing';
import { makeMedia } from '#tests/support/make-media';
import { CHIRP, chirpAt, measureAmplitude, measureLag } from '#tests/support/measure-sound';
import { readSamples } from '#tests/support/read-frame';
import { makeRenderDirectory, renderComposition, sourceOf } from '#tests/support/render-composition';

let directory = '';
let remove = async (): Promise<void> => {};
beforeAll(async () => {
  ({ directory, remove } = await makeRenderDirectory());
  await makeMedia(directory, 'tone.wav', { picture: null, seconds: 10, sound: { hz: 1000 } });
  await makeMedia(directory, 'chirp.wav', { picture: null, seconds: 12, sound: { expression: CHIRP } });
});
afterAll(() => remove());

const run = promisify(execFile);
const canvas = { width: 32, height: 32, frame_rate: 30 };
const audio = (name: string, properties: Record<string, unknown> = {}) => ({ type: 'audio', source: sourceOf(name), ...properties });

/** The left channel of the rendered composition. */
async function listen(name: string, elements: readonly object[], changes: Record<string, unknown> = {}): Promise<Float32Array> {
  const { path } = await renderComposition(directory, name, { ...canvas, elements, ...changes });
  return (await readSamples(path))![0]!;
}

/** The steepest rise or fall from a sample to the next. */
function steepest(samples: Float32Array, fromSeconds: number, toSeconds: number): number {
  const part = samples.subarray(Math.round(fromSeconds * 48_000), Math.round(toSeconds * 48_000));
  return part.reduce((most, sample, n) => Math.max(most, n === 0 ? 0 : Math.abs(sample - part[n - 1]!)), 0);
}

describe('a sound of every format is placed to the sample', () => {
  const FORMATS = ['chirp.wav', 'a.flac', 'a.mp3', 'a.m4a', 'a.ogg', 'a.opus', 'a.mp4', 'a.webm'];
  let samples: Float32Array;
  beforeAll(async () => {
    for (const name of FORMATS.slice(1)) {
      const isVideo = /mp4|webm/.test(name);
      await makeMedia(directory, name, { picture: isVideo ? '#ff0000' : null, widthPx: 32, heightPx: 32, seconds: 6, sound: { expression: CHIRP, sampleRateHz: /opus|webm/.test(name) ? 48_000 : 44_100 } });
    }
    // Two seconds for each format: its beginning, and, off the frames, a part of its midst.
    samples = await listen('formats', FORMATS.flatMap((name, index) => [
      audio(name, { track: 1, time: 2 * index, duration: 0.5 }),
      audio(name, { track: 1, time: 2 * index + 1.2345, trim_start: 4.321, duration: 0.5 }),
    ]));
  });

  it.each(FORMATS.map((name, index): [string, number, number] => [name, 2 * index, name === 'a.webm' ? 48 : 1]))('%s', (_name, time, samplesMax) => {
    const beginning = measureLag(samples, { fromSeconds: time + 0.1, seconds: 0.1, expectedAt: (t) => chirpAt(t - time) });
    const midst = measureLag(samples, { fromSeconds: time + 1.3, seconds: 0.1, expectedAt: (t) => chirpAt(t - time - 1.2345 + 4.321) });
    expect(beginning.likeness).toBeGreaterThan(0.98);
    expect(midst.likeness).toBeGreaterThan(0.98);
    expect(Math.abs(beginning.lagSamples)).toBeLessThanOrEqual(1);
    // WebM has times of whole milliseconds; sought, it is off by up to one.
    expect(Math.abs(midst.lagSamples)).toBeLessThanOrEqual(samplesMax);
  });
});

it('ten minutes do not drift', async () => {
  await makeMedia(directory, 'ten.wav', { picture: null, seconds: 10, sound: { expression: CHIRP, sampleRateHz: 44_100, channels: 1 } });
  await run('ffmpeg', ['-v', 'error', '-stream_loop', '59', '-i', 'ten.wav', '-c', 'copy', 'long.wav'], { cwd: directory });
  const samples = await listen('long', [audio('long.wav', { volume: 0.5 }), audio('chirp.wav', { time: 599.0001, duration: 0.9 })], { frame_rate: 1 });
  for (const time of [3, 299, 589]) {
    const { lagSamples, likeness } = measureLag(samples, { fromSeconds: time, seconds: 0.1, expectedAt: (t) => chirpAt(t % 10) });
    expect(likeness).toBeGreaterThan(0.99);
    expect(Math.abs(lagSamples)).toBeLessThanOrEqual(1);
  }
  const mixed = measureLag(samples, { fromSeconds: 599.2, seconds: 0.1, expectedAt: (t) => 0.5 * chirpAt(t % 10) + chirpAt(t - 599.0001) });
  expect(mixed.likeness).toBeGreaterThan(0.99);
  expect(Math.abs(mixed.lagSamples)).toBeLessThanOrEqual(1);
});

describe('levels', () => {
  it('are the volume, and what is heard together adds up', async () => {
    await makeMedia(directory, 'clip.mp4', { picture: '#00ff00', widthPx: 32, heightPx: 32, seconds: 3, sound: { hz: 400, channels: 1 } });
    const samples = await listen('mix', [{ type: 'video', source: sourceOf('clip.mp4') }, audio('tone.wav', { volume: '40%', time: 1, duration: 1 })]);
    const levels = [0.5, 1.5, 2.5].map((time) => [measureAmplitude(samples, 400, time, 0.2), measureAmplitude(samples, 1000, time, 0.2)]);
    for (const [index, [clip, music]] of levels.entries()) {
      expect(clip).toBeCloseTo(0.25, 2);
      expect(music).toBeCloseTo(index === 1 ? 0.1 : 0, 2);
    }
  });

  it('rise and fall with the fades, at the edges of the element and of the composition', async () => {
    const samples = await listen('fades', [audio('tone.wav', { time: 0.5, audio_fade_in: 1, audio_fade_out: 2 })], { duration: 5 });
    const level = (time: number): number => measureAmplitude(samples, 1000, time - 0.01, 0.02) / 0.25;
    for (const share of [0.1, 0.5, 0.9]) {
      expect(level(0.5 + share)).toBeCloseTo(share, 1.5);
      expect(level(3 + 2 * share)).toBeCloseTo(1 - share, 1.5);
    }
    expect(level(2)).toBeCloseTo(1, 1.5);
  });

  it('follow the keyframes, along their easings, and jump without a click', async () => {
    const volume = [{ time: 0, value: 1 }, { time: 1, value: '20%' }, { time: '50%', value: 1, easing: 'ease-in-out' }, { time: 3, value: 0.5, easing: 'steps(1)' }, { time: 'end', value: 0 }];
    const samples = await listen('keyframes', [audio('tone.wav', { time: 0.25, duration: 4, volume })]);
    const level = (time: number): number => measureAmplitude(samples, 1000, 0.25 + time - 0.01, 0.02) / 0.25;
    const eased = parseEasing('ease-in-out');
    if (!eased.ok) throw new Error('not an easing');
    expect(level(0.5)).toBeCloseTo(0.6, 1.5);
    for (const share of [0.2, 0.5, 0.8]) expect(level(1 + share)).toBeCloseTo(0.2 + 0.8 * applyEasing(eased.easing, share), 1.5);
    expect(level(2.5)).toBeCloseTo(1, 1.5);
    expect(level(3.5)).toBeCloseTo(0.25, 1.5);
    // The tone's own steepest rise; with a jump in it, it would be many times that.
    expect(steepest(samples, 2.9, 3.6)).toBeLessThan(1.3 * 0.25 * 2 * Math.sin((Math.PI * 1000) / 48_000));
  });
});

describe('what repeats', () => {
  it('goes on without a seam when all of it is used, for as long as the others last', async () => {
    // 441 waves of 1 kHz: the end of the file fits its beginning.
    await makeMedia(directory, 'short.flac', { picture: null, seconds: 0.441, sound: { hz: 1000, sampleRateHz: 44_100 } });
    const samples = await listen('seamless', [audio('short.flac', { loop: true }), { type: 'shape', shape: 'rectangle', fill_color: '#ff0000', duration: 4 }]);
    expect(samples.length / 48_000).toBeGreaterThanOrEqual(4);
    // Over all seams at once: a single sample too many or too few would turn the waves after it against those before.
    expect(measureAmplitude(samples, 1000, 0.1, 3.8)).toBeCloseTo(0.25, 3);
    expect(steepest(samples, 0.1, 3.9)).toBeLessThan(1.1 * 0.25 * 2 * Math.sin((Math.PI * 1000) / 48_000));
  });

  it('stays in step when a part of it is used, and is cut without a click', async () => {
    const samples = await listen('parts', [audio('chirp.wav', { loop: true, trim_start: 2, trim_duration: 0.75, duration: 3 })]);
    for (const round of [0, 1, 2, 3]) {
      const { lagSamples, likeness } = measureLag(samples, { fromSeconds: 0.75 * round + 0.1, seconds: 0.1, expectedAt: (t) => chirpAt(2 + t - 0.75 * round) });
      expect(likeness).toBeGreaterThan(0.99);
      expect(Math.abs(lagSamples)).toBeLessThanOrEqual(0.25);
    }
    expect(samples.length / 48_000).toBeLessThan(3.03);
  });
});

describe('the edges of a sound', () => {
  it('that is cut in its midst do not click', async () => {
    // Cut at its peaks, top and bottom.
    await makeMedia(directory, 'slow.wav', { picture: null, seconds: 4, sound: { expression: '0.5*cos(2*PI*100*t)' } });
    const samples = await listen('cut', [audio('slow.wav', { time: 0.5, trim_start: 1, trim_duration: 1.005 })], { duration: 2 });
    const own = 0.5 * 2 * Math.PI * (100 / 48_000);
    expect(steepest(samples, 0.4, 1.7)).toBeLessThan(3 * own);
  });

  it('that begins where it begins itself stay as they are', async () => {
    const samples = await listen('own', [audio('slow.wav', { time: 0.5, duration: 1 })], { duration: 2 });
    expect(steepest(samples, 0.4, 0.6)).toBeGreaterThan(0.2);
  });

  it('of a clip that was split in two are not heard', async () => {
    const halves = [{ duration: 1 }, { trim_start: 1, duration: 1 }].map((part) => audio('tone.wav', { track: 1, ...part }));
    const samples = await listen('split', halves);
    const { likeness } = measureLag(samples, { fromSeconds: 0.9, seconds: 0.2, expectedAt: (t) => Math.sin(2 * Math.PI * 1000 * t) });
    expect(likeness).toBeGreaterThan(0.9999);
  });
});

describe('untouched AAC', () => {
  const hashesOf = async (path: string): Promise<string[]> => {
    const { stdout } = await run('ffprobe', ['-v', 'error', '-select_streams', 'a', '-show_packets', '-show_entries', 'packet=data_hash', '-show_data_hash', 'MD5', '-of', 'csv=p=0', path]);
    return stdout.trim().split('\n').map((line) => line.replace(/^.*MD5:/, '').slice(0, 32));
  };
  const render = (name: string, elements: readonly object[], changes = {}) => renderComposition(directory, name, { ...canvas, elements, ...changes });

  it('of a music video is copied, packet by packet, and is in step', async () => {
    const song = await makeMedia(directory, 'song.m4a', { picture: null, seconds: 5.2, sound: { expression: CHIRP, sampleRateHz: 44_100 } });
    const { path, plan } = await render('music', [audio('song.m4a'), { type: 'shape', shape: 'rectangle', fill_color: '#0000ff' }]);
    expect(plan.audio).toMatchObject({ kind: 'copy', elementId: 'elements.0' });
    expect(await hashesOf(path)).toEqual(await hashesOf(song));
    const [left] = (await readSamples(path))!;
    for (const time of [0.05, 2.5, 4.9]) expect(measureLag(left!, { fromSeconds: time, seconds: 0.2, expectedAt: chirpAt })).toEqual({ lagSamples: expect.closeTo(0, 0.2), likeness: expect.closeTo(1, 2) });
  });

  it('of a clip is copied as far as the composition goes, also when the clip is split', async () => {
    const clip = await makeMedia(directory, 'aac.mp4', { picture: 'counter', widthPx: 192, heightPx: 32, seconds: 4, sound: { expression: CHIRP } });
    const halves = [{ duration: 1 }, { trim_start: 1 }].map((part) => ({ type: 'video', source: sourceOf('aac.mp4'), track: 1, ...part }));
    const { path, plan } = await render('clip', halves, { duration: 3 });
    expect(plan.audio.kind).toBe('copy');
    const [copied, all] = [await hashesOf(path), await hashesOf(clip)];
    expect(copied).toEqual(all.slice(0, copied.length));
    expect(copied.length).toBeGreaterThanOrEqual((3 * 48_000) / 1024);
    expect(copied.length).toBeLessThanOrEqual((3 * 48_000) / 1024 + 3);
    const [left] = (await readSamples(path))!;
    expect(Math.abs(measureLag(left!, { fromSeconds: 2.5, seconds: 0.1, expectedAt: chirpAt }).lagSamples)).toBeLessThanOrEqual(0.25);
  });
});
