/** What audio and video elements have in common: the element's properties and its medium's sound in; the stretch that is heard, and how, out. */
import { resolveVolume } from '#lib/composition/resolve-volume';
import type { SoundFacts } from '#lib/composition/media-facts';
import type { SoundProperties } from '#lib/composition/schema/sound-properties';
import type { Sound } from '#lib/composition/timeline';
import { trimSource } from '#lib/composition/trimmed-source';

export interface HeardSource {
  kind: Sound['kind'];
  source: string;
  facts: SoundFacts;
  /** Time stamp from which trims count. */
  originSeconds: number;
  /** `own`: the sound repeats after its own length. A number: after so many seconds, as the picture it goes with does, silence included. Null: it is heard once. */
  repeats: 'own' | { everySeconds: number } | null;
}

/** When the element is on. */
export type HeardSpan = Pick<Sound, 'elementId' | 'track' | 'startSeconds' | 'durationSeconds'>;

/** The part of the source's sound that is within the trim, within the element's time, and there at all; null when that is none. */
export function resolveSound(element: SoundProperties, { kind, source, facts, originSeconds, repeats }: HeardSource, span: HeardSpan): Sound | null {
  const loudness = element.muted === true ? null : resolveVolume(element.volume, span.durationSeconds);
  if (loudness === null) return null;
  // The sound of a video may begin before or after its picture.
  const soundStart = facts.startSeconds - originSeconds;
  const { startSeconds: trimStart, endSeconds: sourceEnd } = trimSource(element, soundStart + facts.durationSeconds);
  const from = Math.max(trimStart, soundStart);
  const elementEnd = trimStart + span.durationSeconds;
  if (Math.min(elementEnd, sourceEnd) <= from) return null;
  const { startSeconds, endSeconds, loopSeconds } = repeat({ from, sourceEnd, trimStart, elementEnd }, repeats);
  const durationSeconds = endSeconds - startSeconds;
  const delaySeconds = startSeconds - trimStart;
  return {
    elementId: span.elementId,
    track: span.track,
    source,
    kind,
    startSeconds: span.startSeconds + delaySeconds,
    durationSeconds,
    trimStartSeconds: startSeconds,
    loopSeconds,
    volume: loudness.volume,
    envelope: loudness.envelope?.map(({ seconds, gain }) => ({ seconds: seconds - delaySeconds, gain })) ?? null,
    fadeInSeconds: Math.min(element.audio_fade_in ?? 0, durationSeconds),
    fadeInCurve: 'linear',
    fadeOutSeconds: Math.min(element.audio_fade_out ?? 0, durationSeconds),
    fadeOutCurve: 'linear',
  };
}

/** All in seconds of the source. */
interface Stretch {
  /** What is there to be heard within the trim. */
  from: number;
  sourceEnd: number;
  /** The element's time; its end may be far beyond the source's. */
  trimStart: number;
  elementEnd: number;
}

function repeat({ from, sourceEnd, trimStart, elementEnd }: Stretch, repeats: HeardSource['repeats']): { startSeconds: number; endSeconds: number; loopSeconds: number | null } {
  const once = { startSeconds: from, endSeconds: Math.min(elementEnd, sourceEnd), loopSeconds: null };
  if (repeats === null) return once;
  // With all the silence there is before and after it.
  if (repeats !== 'own') return { startSeconds: trimStart, endSeconds: elementEnd, loopSeconds: repeats.everySeconds };
  return elementEnd > sourceEnd ? { startSeconds: from, endSeconds: elementEnd, loopSeconds: sourceEnd - from } : once;
}
