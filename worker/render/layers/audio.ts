/**
 * Sounds: each cut, made stereo, set to its volume and moved to its place, then mixed to exactly the output's length.
 */
import type { SoundFacts } from '#lib/composition/media-facts';
import type { Sound } from '#lib/composition/timeline';
import { filter, type Filter, type FilterChain } from '#worker/render/filter-graph';
import type { AudioPlan, PlannedSound } from '#worker/render/render-plan';

export const OUTPUT_SAMPLE_RATE_HZ = 48_000;

export interface SoundSource {
  facts: SoundFacts;
  /** Time stamp of the picture's first frame: trims count from there, for sound too. */
  pictureStartSeconds: number;
  inputIndex: number;
}

/** null when nothing of the sound falls into the output. */
export function planSound(sound: Sound, source: SoundSource, outputSampleCount: number): PlannedSound | null {
  const delaySamples = Math.round(sound.startSeconds * OUTPUT_SAMPLE_RATE_HZ);
  const sampleCount = Math.min(Math.round(sound.durationSeconds * OUTPUT_SAMPLE_RATE_HZ), outputSampleCount - delaySamples);
  if (sampleCount <= 0) return null;
  return {
    elementId: sound.elementId,
    inputIndex: source.inputIndex,
    channels: source.facts.channels,
    firstSampleSeconds: source.pictureStartSeconds + sound.trimStartSeconds,
    sampleCount,
    delaySamples,
    volume: sound.volume,
  };
}

/** The chains from the inputs' sound to the output's at `to`. `inputLabel` names the link of an input. */
export function buildAudioChains(audio: Extract<AudioPlan, { kind: 'mix' }>, inputLabel: (inputIndex: number) => string, to: string): FilterChain[] {
  const label = (index: number): string => `sound${index}`;
  const sounds = audio.sounds.map((sound, index): FilterChain => ({ in: [inputLabel(sound.inputIndex)], filters: soundFilters(sound), out: [label(index)] }));
  // Volumes are the composition's: the mix divides nothing by the number of its inputs.
  const mix = audio.sounds.length === 1 ? [] : [filter('amix', { inputs: audio.sounds.length, normalize: 0, dropout_transition: 0 })];
  const fit = [filter('apad', { whole_len: audio.sampleCount }), filter('atrim', { end_sample: audio.sampleCount })];
  return [...sounds, { in: audio.sounds.map((_, index) => label(index)), filters: [...mix, ...fit], out: [to] }];
}

function soundFilters({ channels, firstSampleSeconds, sampleCount, volume, delaySamples }: PlannedSound): Filter[] {
  // FFmpeg would play one channel at 0.7 on each side; people expect it as loud as it is.
  const spread = channels === 1 ? [filter('channelmap', { map: '0-FL|0-FR', channel_layout: 'stereo' })] : [];
  return [
    ...spread,
    // Silence for what is missing at the beginning, and for gaps: the first sample that is heard stands at 0.
    filter('asetpts', { expr: `PTS-(${firstSampleSeconds.toFixed(6)})/TB` }),
    filter('aresample', { sample_rate: OUTPUT_SAMPLE_RATE_HZ, async: 1, first_pts: 0 }),
    filter('aformat', { sample_fmts: 'fltp', channel_layouts: 'stereo' }),
    filter('atrim', { end_sample: sampleCount }),
    ...(volume === 1 ? [] : [filter('volume', { volume })]),
    ...(delaySamples === 0 ? [] : [filter('adelay', { delays: `${delaySamples}S`, all: 1 })]),
  ];
}
