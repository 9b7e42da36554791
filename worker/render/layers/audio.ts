/**
 * Sounds: each cut, made stereo, repeated, set to its volume and moved to its place, then mixed to exactly the output's length.
 */
import { OUTPUT_SAMPLE_RATE_HZ, type PlacedFade } from '#lib/composition/sound/placed-sound';
import { filter, type Filter, type FilterChain } from '#worker/render/filter-graph';
import { gainExpression } from '#worker/render/gain-expression';
import type { MixedAudio, PlannedSound } from '#worker/render/audio-plan';

/** The chains from the inputs' sound to the output's at `to`. `inputLabel` names the link of an input. */
export function buildAudioChains(audio: MixedAudio, inputLabel: (inputIndex: number) => string, to: string): FilterChain[] {
  const label = (index: number): string => `sound${index}`;
  const sounds = audio.sounds.flatMap((sound, index) => buildSound(sound, inputLabel(sound.inputIndex), label(index)));
  // Volumes are the composition's: the mix divides nothing by the number of its inputs.
  const mix = audio.sounds.length === 1 ? [] : [filter('amix', { inputs: audio.sounds.length, normalize: 0, dropout_transition: 0 })];
  const fit = [filter('apad', { whole_len: audio.sampleCount }), filter('atrim', { end_sample: audio.sampleCount })];
  return [...sounds, { in: audio.sounds.map((_, index) => label(index)), filters: [...mix, ...fit], out: [to] }];
}

function buildSound(sound: PlannedSound, from: string, to: string): FilterChain[] {
  const heard = [...sourceFilters(sound), ...repeatFilters(sound), filter('atrim', { end_sample: sound.sampleCount })];
  const placed = placeFilters(sound);
  if (sound.envelope === null) return [{ in: [from], filters: [...heard, ...placed], out: [to] }];
  const source = { exprs: gainExpression(sound.envelope), sample_rate: OUTPUT_SAMPLE_RATE_HZ };
  return [
    { in: [from], filters: heard, out: [`${to}s`] },
    { in: [], filters: [filter('aevalsrc', source), ...spreadFilters(1)], out: [`${to}g`] },
    { in: [`${to}s`, `${to}g`], filters: [filter('amultiply'), ...placed], out: [to] },
  ];
}

/** Silence for what is missing at the beginning, and for gaps: the first sample that is heard stands at 0. */
function sourceFilters({ channels, firstSampleSeconds }: PlannedSound): Filter[] {
  return [
    ...spreadFilters(channels),
    filter('asetpts', { expr: `round(PTS-(${firstSampleSeconds.toFixed(6)})/TB)` }),
    filter('aresample', { sample_rate: OUTPUT_SAMPLE_RATE_HZ, async: 1, first_pts: 0 }),
    filter('aformat', { sample_fmts: 'fltp', channel_layouts: 'stereo' }),
  ];
}

/** FFmpeg would play one channel at 0.7 on each side; people expect it as loud as it is. */
function spreadFilters(channels: number): Filter[] {
  return channels === 1 ? [filter('channelmap', { map: '0-FL|0-FR', channel_layout: 'stereo' })] : [];
}

function repeatFilters({ piece }: PlannedSound): Filter[] {
  if (piece === null) return [];
  // Resampling may give a sample less than it was asked for.
  const exact = [filter('apad', { whole_len: piece.sampleCount }), filter('atrim', { end_sample: piece.sampleCount })];
  return [...exact, ...piece.fades.map(fadeFilter), filter('aloop', { loop: -1, size: piece.sampleCount })];
}

function placeFilters({ fades, volume, delaySamples }: PlannedSound): Filter[] {
  return [
    ...fades.map(fadeFilter),
    ...(volume === 1 ? [] : [filter('volume', { volume })]),
    ...(delaySamples === 0 ? [] : [filter('adelay', { delays: `${delaySamples}S`, all: 1 })]),
  ];
}

function fadeFilter({ direction, startSample, sampleCount, curve }: PlacedFade): Filter {
  return filter('afade', { type: direction, start_sample: startSample, nb_samples: sampleCount, curve: curve === 'linear' ? 'tri' : 'qsin' });
}
