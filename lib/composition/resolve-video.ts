/** A `video` element and its clip's facts become a layer, the sound that goes with it, and the length of what is left after trimming. */
import { findMedia, trimProblem } from '#lib/composition/resolve-media';
import type { ElementOutcome, ResolveContext } from '#lib/composition/resolved-element';
import { resolveSourcePicture } from '#lib/composition/resolve-source-picture';
import { resolveSound, type HeardSource } from '#lib/composition/resolve-sound';
import type { VideoElement } from '#lib/composition/schema/video-element';

export function resolveVideo(element: VideoElement, context: ResolveContext): ElementOutcome {
  const media = findMedia('video', element.source, context);
  if (!media.ok) return media;
  const { facts } = media;
  const trimStartSeconds = element.trim_start ?? 0;
  if (trimStartSeconds > 0 && trimStartSeconds >= facts.durationSeconds) {
    return { ok: false, problem: trimProblem(trimStartSeconds, facts.durationSeconds, context) };
  }
  const picture = resolveSourcePicture(element, facts, context);
  if (!picture.ok) return picture;
  const { look, toMotion, isVisible } = picture;

  const trimEndSeconds = Math.min(facts.durationSeconds, trimStartSeconds + (element.trim_duration ?? Infinity));
  // Times of the source count from the first frame of its picture.
  const source: HeardSource | null =
    facts.sound === null ? null : { kind: 'video', source: element.source, facts: facts.sound, originSeconds: facts.startSeconds, isLooped: false };
  return {
    ok: true,
    resolved: {
      naturalLength: trimEndSeconds - trimStartSeconds,
      toLayer: (span) => {
        const { elementId, track, startFrame, endFrame } = span;
        if (!isVisible) return null;
        return { type: 'video', elementId, source: element.source, track, startFrame, endFrame, ...look, motion: toMotion(span), trimStartSeconds, trimEndSeconds };
      },
      toSound: (span) => (source === null ? null : resolveSound(element, source, span)),
    },
  };
}
