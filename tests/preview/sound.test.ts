/** What the preview lets hear is what the renderer mixes, sample by sample, before the encoder. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { listGlobalArgs, listInputArgs } from '#worker/render/encoder';
import { stringifyGraph } from '#worker/render/filter-graph';
import { SOUND_LABEL, streamLink } from '#worker/render/graph';
import { buildAudioChains } from '#worker/render/layers/audio';
import { makeMedia, type MediaSpec, type SoundSpec } from '#tests/support/make-media';
import { CHIRP } from '#tests/support/measure-sound';
import { planComposition, sourceOf, type PlannedComposition } from '#tests/support/render-composition';
import { usePreview } from '#tests/support/use-preview';

const test = usePreview();

const SECONDS = 3;
/** A third of a second, on no boundary of anything. */
const BLOCK_SAMPLES = 15_999;

/** The renderer's mix, left and right. */
async function renderMix({ plan, sourcePaths }: PlannedComposition): Promise<[Float32Array, Float32Array]> {
  if (plan.audio.kind !== 'mix') throw new Error(`The plan has no mix but: ${plan.audio.kind}`);
  const inputArgs = listInputArgs(plan);
  const inputs = plan.inputs.flatMap(({ mediaKey }, place) => [...(inputArgs[place] ?? []), '-i', sourcePaths.get(mediaKey) ?? '']);
  const graph = stringifyGraph(buildAudioChains(plan.audio, (index) => streamLink(plan, index), SOUND_LABEL));
  const args = ['-v', 'error', '-nostdin', ...listGlobalArgs(plan), ...inputs, '-filter_complex', graph, '-map', `[${SOUND_LABEL}]`, '-f', 'f32le', 'pipe:1'];
  const { stdout } = await promisify(execFile)(process.env['FFMPEG_PATH'] ?? 'ffmpeg', args, { encoding: 'buffer', maxBuffer: 2 ** 28 });
  const samples = new Float32Array(Uint8Array.from(stdout).buffer);
  return [samples.filter((_, n) => n % 2 === 0), samples.filter((_, n) => n % 2 === 1)];
}

/** The greatest difference of any sample, 1 = full scale. */
async function compare(elements: object[]): Promise<{ difference: number; loudest: number }> {
  const composition = { output_format: 'mp4', width: 64, height: 64, duration: 2.5, elements: elements.map((element, index) => ({ track: index + 1, time: 0, ...element })) };
  const planned = await planComposition(test.directory, composition);
  const rendered = await renderMix(planned);
  const previewed = await test.preview.mixSound(composition, planned.facts, BLOCK_SAMPLES);
  let [difference, loudest] = [0, 0];
  for (const [side, samples] of rendered.entries()) {
    expect(previewed[side]?.length).toBe(samples.length);
    samples.forEach((sample, n) => {
      difference = Math.max(difference, Math.abs(sample - (previewed[side]?.[n] ?? 0)));
      loudest = Math.max(loudest, Math.abs(sample));
    });
  }
  return { difference, loudest };
}

const makeSound = (name: string, sound: SoundSpec, more: Partial<MediaSpec> = {}): Promise<string> =>
  makeMedia(test.directory, name, { picture: /\.(mp4|webm|mkv)$/.test(name) ? '#204060' : null, widthPx: 64, heightPx: 64, seconds: SECONDS, sound: { expression: CHIRP, ...sound }, ...more });

const kindOf = (name: string): string => (/\.(mp4|webm|mkv)$/.test(name) ? 'video' : 'audio');

/** Float arithmetic in another order. */
const SAME = 1e-4;
/** Other resamplers' edges, and a place between two samples that FFmpeg rounds where it begins to read: less than one sample off. */
const SAME_TO_A_SAMPLE = 0.03;

describe.each<[name: string, sound: SoundSpec, tolerance: number]>([
  ['48k.wav', {}, SAME],
  ['44k.wav', { sampleRateHz: 44_100 }, SAME_TO_A_SAMPLE],
  ['22k.wav', { sampleRateHz: 22_050, channels: 1 }, SAME_TO_A_SAMPLE],
  ['96k.wav', { sampleRateHz: 96_000 }, SAME_TO_A_SAMPLE],
  ['48k.flac', {}, SAME],
  ['44k.mp3', { sampleRateHz: 44_100 }, SAME_TO_A_SAMPLE],
  ['48k.m4a', {}, SAME],
  ['44k.m4a', { sampleRateHz: 44_100 }, SAME_TO_A_SAMPLE],
  ['vorbis.ogg', {}, SAME],
  ['opus.opus', {}, SAME],
  ['adts.aac', {}, SAME],
  ['mono.mp4', { channels: 1 }, SAME],
  ['surround.mp4', { channels: 6 }, SAME],
  ['opus.webm', {}, SAME],
  ['aac.mkv', {}, SAME],
])('the sound of %s', (name, sound, tolerance) => {
  it('is heard as the renderer mixes it: from its beginning, and from its midst', async () => {
    await makeSound(name, sound);
    const element = { type: kindOf(name), source: sourceOf(name) };
    const whole = await compare([{ ...element, volume: 0.9 }]);
    const cut = await compare([{ ...element, time: 0.3001, trim_start: 0.777, duration: 1.5 }]);
    expect(whole.loudest).toBeGreaterThan(0.2);
    expect(whole.difference).toBeLessThan(tolerance);
    expect(cut.difference).toBeLessThan(tolerance);
  });
});

describe('volumes', () => {
  it.each<[string, object]>([
    ['fades', { audio_fade_in: 0.7, audio_fade_out: 0.9, duration: 2 }],
    ['keyframes', { volume: [{ time: 0, value: 0 }, { time: 0.5, value: 1 }, { time: '60%', value: 0.25, easing: 'ease-in-out' }, { time: 'end', value: 0.75 }] }],
    ['a piece that is heard again and again', { trim_start: 0.4, trim_duration: 0.301, loop: true, duration: 2.2, audio_fade_out: 0.2 }],
    ['a sound under another', { volume: '30%', time: 0.2 }],
  ])('of %s: heard as in the render', async (_, properties) => {
    await makeSound('48k.wav', {});
    await makeSound('tone.wav', { expression: '0.1*sin(2*PI*500*t)' });
    const { difference, loudest } = await compare([{ type: 'audio', source: sourceOf('48k.wav'), ...properties }, { type: 'audio', source: sourceOf('tone.wav'), volume: 0.5 }]);
    expect(loudest).toBeGreaterThan(0.1);
    expect(difference).toBeLessThan(SAME);
  });

  it('two sounds that cross under a transition cross as in the render', async () => {
    await makeSound('mono.mp4', { channels: 1 });
    await makeSound('opus.webm', {});
    const { difference } = await compare([
      { type: 'video', source: sourceOf('mono.mp4'), track: 1, duration: 1.5, time: undefined },
      { type: 'video', source: sourceOf('opus.webm'), track: 1, time: undefined, transition: { type: 'fade', duration: 0.5 } },
    ]);
    expect(difference).toBeLessThan(SAME);
  });
});
