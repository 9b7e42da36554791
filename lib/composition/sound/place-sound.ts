/**
 * Where each sample of a sound is heard, and how loud: a sound of the timeline and where it comes from in; samples, ramps and gains out. Pure.
 */
import { OUTPUT_SAMPLE_RATE_HZ, type PlacedFade, type PlacedSound, type SoundOrigin } from '#lib/composition/sound/placed-sound';
import type { Sound } from '#lib/composition/timeline';

/** Where a sound is cut in its midst, so that the edge is not heard as a click: 3 ms, too short to be heard itself. */
const CUT_RAMP_SAMPLES = 144;

/** Null when nothing of the sound falls into the output. */
export function placeSound(sound: Sound, source: SoundOrigin, outputSampleCount: number): PlacedSound | null {
  const delaySamples = toSamples(sound.startSeconds);
  // Both edges are rounded, not the length: what follows at the end begins with the very next sample.
  const sampleCount = Math.min(toSamples(sound.startSeconds + sound.durationSeconds), outputSampleCount) - delaySamples;
  if (sampleCount <= 0) return null;
  const cuts = findCuts(sound, source);
  const piece = sound.loopSeconds === null ? null : placePiece(sound.loopSeconds, cuts);
  return {
    elementId: sound.elementId,
    channels: source.facts.channels,
    firstSampleSeconds: source.originSeconds + sound.trimStartSeconds,
    piece,
    sampleCount,
    delaySamples,
    volume: sound.volume,
    envelope: sound.envelope?.map(({ seconds, gain }) => ({ sample: toSamples(seconds), gain })) ?? null,
    fades: [
      ...placeFade('in', sampleCount, { seconds: sound.fadeInSeconds, curve: sound.fadeInCurve, isCut: cuts.isStartCut && piece === null }),
      // Whatever repeats is cut somewhere.
      ...placeFade('out', sampleCount, { seconds: sound.fadeOutSeconds, curve: sound.fadeOutCurve, isCut: cuts.isEndCut || piece !== null }),
    ],
  };
}

interface Cuts {
  isStartCut: boolean;
  isEndCut: boolean;
}

/** Which edges of the stretch that is heard (or of the piece that repeats) are in the midst of the source's sound. */
function findCuts(sound: Sound, { facts, originSeconds }: SoundOrigin): Cuts {
  const soundStart = facts.startSeconds - originSeconds;
  const end = sound.trimStartSeconds + (sound.loopSeconds ?? sound.durationSeconds);
  const isBefore = (earlier: number, later: number): boolean => earlier < later - 1 / OUTPUT_SAMPLE_RATE_HZ;
  return {
    isStartCut: isBefore(soundStart, sound.trimStartSeconds),
    isEndCut: isBefore(end, soundStart + facts.durationSeconds),
  };
}

function placePiece(seconds: number, { isStartCut, isEndCut }: Cuts): PlacedSound['piece'] {
  const sampleCount = Math.max(1, toSamples(seconds));
  return {
    sampleCount,
    fades: [
      ...placeFade('in', sampleCount, { seconds: 0, curve: 'linear', isCut: isStartCut }),
      ...placeFade('out', sampleCount, { seconds: 0, curve: 'linear', isCut: isEndCut }),
    ],
  };
}

interface FadeContext {
  seconds: number;
  curve: PlacedFade['curve'];
  isCut: boolean;
}

/** None, the fade that is asked for, or at a cut at least the ramp. */
function placeFade(direction: PlacedFade['direction'], wholeSamples: number, { seconds, curve, isCut }: FadeContext): PlacedFade[] {
  const sampleCount = Math.min(Math.max(toSamples(seconds), isCut ? CUT_RAMP_SAMPLES : 0), wholeSamples);
  if (sampleCount <= 0) return [];
  return [{ direction, startSample: direction === 'in' ? 0 : wholeSamples - sampleCount, sampleCount, curve }];
}

export const toSamples = (seconds: number): number => Math.round(seconds * OUTPUT_SAMPLE_RATE_HZ);
