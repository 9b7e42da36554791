/** What audio and video elements have in common: the element's properties and its medium's sound in; the stretch that is heard, and how, out. */
import { resolveVolume } from '#lib/composition/resolve-volume';
import type { SoundFacts } from '#lib/composition/media-facts';
import type { SoundProperties } from '#lib/composition/schema/sound-properties';
import type { Sound } from '#lib/composition/timeline';

export interface HeardSource {
  kind: Sound['kind'];
  source: string;
  facts: SoundFacts;
  /** Time stamp from which trims count. */
  originSeconds: number;
  isLooped: boolean;
}

/** When the element is on. */
export type HeardSpan = Pick<Sound, 'elementId' | 'track' | 'startSeconds' | 'durationSeconds'>;

/** The part of the source's sound that is within the trim, within the element's time, and there at all; null when that is none. */
export function resolveSound(element: SoundProperties, { kind, source, facts, originSeconds, isLooped }: HeardSource, span: HeardSpan): Sound | null {
  const loudness = element.muted === true ? null : resolveVolume(element.volume, span.durationSeconds);
  if (loudness === null) return null;
  const trimStart = element.trim_start ?? 0;
  // The sound of a video may begin before or after its picture.
  const soundStart = facts.startSeconds - originSeconds;
  const from = Math.max(trimStart, soundStart);
  const sourceEnd = Math.min(trimStart + (element.trim_duration ?? Infinity), soundStart + facts.durationSeconds);
  const elementEnd = trimStart + span.durationSeconds;
  if (Math.min(elementEnd, sourceEnd) <= from) return null;
  const isRepeated = isLooped && elementEnd > sourceEnd;
  const durationSeconds = (isRepeated ? elementEnd : Math.min(elementEnd, sourceEnd)) - from;
  const delaySeconds = from - trimStart;
  return {
    elementId: span.elementId,
    track: span.track,
    source,
    kind,
    startSeconds: span.startSeconds + delaySeconds,
    durationSeconds,
    trimStartSeconds: from,
    loopSeconds: isRepeated ? sourceEnd - from : null,
    volume: loudness.volume,
    envelope: loudness.envelope?.map(({ seconds, gain }) => ({ seconds: seconds - delaySeconds, gain })) ?? null,
    fadeInSeconds: Math.min(element.audio_fade_in ?? 0, durationSeconds),
    fadeInCurve: 'linear',
    fadeOutSeconds: Math.min(element.audio_fade_out ?? 0, durationSeconds),
    fadeOutCurve: 'linear',
  };
}
