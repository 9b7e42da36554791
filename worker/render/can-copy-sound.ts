/**
 * Whether the output's one sound can be taken from its source as it is: decoding and encoding it again would cost time and quality for nothing.
 */
import type { Sound, Timeline } from '#lib/composition/timeline';
import type { SoundSource } from '#worker/render/planned-media';

/** What every player of an MP4 decodes, and what our own encoder makes. */
const COPIED_SAMPLE_RATES_HZ = [44_100, 48_000];
/** Packets before the first sample that is heard: more than encoders need to get going (at most 2112 samples) is an edit, which not every player honours. */
const PRIMING_SECONDS_MAX = 0.05;
/** Far below a sample. */
const TIME_TOLERANCE_SECONDS = 0.000_005;

export function canCopySound(sound: Sound, { facts, demuxer, originSeconds }: SoundSource, { durationSeconds, frameRate }: Pick<Timeline, 'durationSeconds' | 'frameRate'>): boolean {
  // MP4 says exactly which samples are heard; other containers round, or leave it to the decoder.
  const isPlayable = demuxer === 'mov' && facts.codec === 'aac' && facts.profile === 'LC' && COPIED_SAMPLE_RATES_HZ.includes(facts.sampleRateHz) && facts.channels <= 2;
  const isUnchanged = sound.volume === 1 && sound.envelope === null && sound.fadeInSeconds === 0 && sound.fadeOutSeconds === 0 && sound.loopSeconds === null;
  const isFromStart = [sound.startSeconds, sound.trimStartSeconds, originSeconds, facts.startSeconds].every((seconds) => Math.abs(seconds) < TIME_TOLERANCE_SECONDS);
  // The picture's last frame may last a little longer than the sound it was made for.
  const frameSeconds = frameRate.denominator / frameRate.numerator;
  const isCovering = sound.durationSeconds > durationSeconds - frameSeconds;
  return isPlayable && isUnchanged && isFromStart && isCovering && facts.primingSeconds <= PRIMING_SECONDS_MAX;
}
