/**
 * What is heard: the timeline's sounds in; samples, ramps and gains, or the one stream that can be copied as it is, out. Pure.
 */
import type { Sound, Timeline } from '#lib/composition/timeline';
import { canCopySound } from '#worker/render/can-copy-sound';
import { joinSounds } from '#worker/render/join-sounds';
import type { PlannedMedia, SoundSource } from '#worker/render/planned-media';
import type { AudioPlan, PlannedFade, PlannedSound } from '#worker/render/audio-plan';

export const OUTPUT_SAMPLE_RATE_HZ = 48_000;

/** Where a sound is cut in its midst, so that the edge is not heard as a click: 3 ms, too short to be heard itself. */
const CUT_RAMP_SAMPLES = 144;

/** `media` gathers what the sounds open. */
export function planAudio(timeline: Timeline, media: PlannedMedia): AudioPlan {
  const heard = joinSounds(timeline.sounds).flatMap((sound) => {
    const source = media.findSound(sound);
    return source === null ? [] : [{ sound, source }];
  });
  const [only] = heard;
  if (only !== undefined && heard.length === 1 && canCopySound(only.sound, only.source, timeline)) {
    return { kind: 'copy', elementId: only.sound.elementId, inputIndex: media.addSound(only.sound, only.source, 'whole') };
  }
  const sampleCount = toSamples(timeline.durationSeconds);
  const planned = heard.flatMap(({ sound, source }): PlannedSound[] => {
    const placed = planSound(sound, source, sampleCount);
    return placed === null ? [] : [{ ...placed, inputIndex: media.addSound(sound, source, 'from trim') }];
  });
  return planned.length === 0 ? { kind: 'none' } : { kind: 'mix', sampleRateHz: OUTPUT_SAMPLE_RATE_HZ, sampleCount, sounds: planned };
}

/** Null when nothing of the sound falls into the output. */
function planSound(sound: Sound, source: SoundSource, outputSampleCount: number): Omit<PlannedSound, 'inputIndex'> | null {
  const delaySamples = toSamples(sound.startSeconds);
  // Both edges are rounded, not the length: what follows at the end begins with the very next sample.
  const sampleCount = Math.min(toSamples(sound.startSeconds + sound.durationSeconds), outputSampleCount) - delaySamples;
  if (sampleCount <= 0) return null;
  const cuts = findCuts(sound, source);
  const piece = sound.loopSeconds === null ? null : planPiece(sound.loopSeconds, cuts);
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
      ...planFade('in', sampleCount, { seconds: sound.fadeInSeconds, curve: sound.fadeInCurve, isCut: cuts.isStartCut && piece === null }),
      // Whatever repeats is cut somewhere.
      ...planFade('out', sampleCount, { seconds: sound.fadeOutSeconds, curve: sound.fadeOutCurve, isCut: cuts.isEndCut || piece !== null }),
    ],
  };
}

interface Cuts {
  isStartCut: boolean;
  isEndCut: boolean;
}

/** Which edges of the stretch that is heard (or of the piece that repeats) are in the midst of the source's sound. */
function findCuts(sound: Sound, { facts, originSeconds }: SoundSource): Cuts {
  const soundStart = facts.startSeconds - originSeconds;
  const end = sound.trimStartSeconds + (sound.loopSeconds ?? sound.durationSeconds);
  const isBefore = (earlier: number, later: number): boolean => earlier < later - 1 / OUTPUT_SAMPLE_RATE_HZ;
  return {
    isStartCut: isBefore(soundStart, sound.trimStartSeconds),
    isEndCut: isBefore(end, soundStart + facts.durationSeconds),
  };
}

function planPiece(seconds: number, { isStartCut, isEndCut }: Cuts): PlannedSound['piece'] {
  const sampleCount = Math.max(1, toSamples(seconds));
  return {
    sampleCount,
    fades: [
      ...planFade('in', sampleCount, { seconds: 0, curve: 'linear', isCut: isStartCut }),
      ...planFade('out', sampleCount, { seconds: 0, curve: 'linear', isCut: isEndCut }),
    ],
  };
}

interface FadeContext {
  seconds: number;
  curve: PlannedFade['curve'];
  isCut: boolean;
}

/** None, the fade that is asked for, or at a cut at least the ramp. */
function planFade(direction: PlannedFade['direction'], wholeSamples: number, { seconds, curve, isCut }: FadeContext): PlannedFade[] {
  const sampleCount = Math.min(Math.max(toSamples(seconds), isCut ? CUT_RAMP_SAMPLES : 0), wholeSamples);
  if (sampleCount <= 0) return [];
  return [{ direction, startSample: direction === 'in' ? 0 : wholeSamples - sampleCount, sampleCount, curve }];
}

const toSamples = (seconds: number): number => Math.round(seconds * OUTPUT_SAMPLE_RATE_HZ);
