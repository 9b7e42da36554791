/** An `audio` element and its medium's facts become a sound, and the length of what is left after trimming; nothing of it is seen. */
import { findMedia, trimProblem } from '#lib/composition/resolve-media';
import { resolveSound } from '#lib/composition/resolve-sound';
import type { ElementOutcome, ResolveContext } from '#lib/composition/resolved-element';
import type { AudioElement } from '#lib/composition/schema/audio-element';
import { trimSource } from '#lib/composition/trimmed-source';

export function resolveAudio(element: AudioElement, context: ResolveContext): ElementOutcome {
  const media = findMedia('audio', element.source, context);
  if (!media.ok) return media;
  const { sound } = media.facts;
  const { startSeconds: trimStartSeconds, lengthSeconds } = trimSource(element, sound.durationSeconds);
  if (trimStartSeconds >= sound.durationSeconds) return { ok: false, problem: trimProblem(trimStartSeconds, sound.durationSeconds, context) };

  const isLooped = element.loop === true;
  const source = { kind: 'audio' as const, source: element.source, facts: sound, originSeconds: sound.startSeconds, repeats: isLooped ? ('own' as const) : null };
  return {
    ok: true,
    resolved: {
      naturalLength: isLooped ? 'open' : lengthSeconds,
      toLayer: () => null,
      // What is only heard need not wait for a frame.
      toSound: ({ elementId, track, exact }) => resolveSound(element, source, { elementId, track, ...exact }),
    },
  };
}
