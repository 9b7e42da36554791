/** A `video` element and its clip's facts become a layer, the sound that goes with it, and the length of what is left after trimming. */
import { findMedia, tooLargeProblem } from '#lib/composition/resolve-media';
import type { ElementOutcome, LayerSpan, ResolveContext } from '#lib/composition/resolved-element';
import { resolvePicture } from '#lib/composition/resolve-picture';
import { toSecondsText, type ResolveProblem } from '#lib/composition/resolve-problem';
import type { VideoFacts } from '#lib/composition/media-facts';
import type { VideoElement } from '#lib/composition/schema/video-element';
import type { Sound } from '#lib/composition/timeline';
import { ratioToNumber } from '#lib/composition/units';

export function resolveVideo(element: VideoElement, context: ResolveContext): ElementOutcome {
  const media = findMedia('video', element.source, context);
  if (!media.ok) return media;
  const { facts } = media;
  const trimStartSeconds = element.trim_start ?? 0;
  if (trimStartSeconds > 0 && trimStartSeconds >= facts.durationSeconds) {
    return { ok: false, problem: trimProblem(trimStartSeconds, facts, context) };
  }
  const { look, isVisible, isTooLarge } = resolvePicture(element, facts, context.canvas);
  if (isVisible && isTooLarge) return { ok: false, problem: tooLargeProblem(look.box, context) };

  const trimEndSeconds = Math.min(facts.durationSeconds, trimStartSeconds + (element.trim_duration ?? Infinity));
  return {
    ok: true,
    resolved: {
      naturalLength: trimEndSeconds - trimStartSeconds,
      toLayer: ({ elementId, track, startFrame, endFrame }) =>
        isVisible ? { type: 'video', elementId, source: element.source, track, startFrame, endFrame, ...look, trimStartSeconds, trimEndSeconds } : null,
      toSound: (span) => resolveSound(element, facts, span),
    },
  };
}

/** The part of the clip's sound that is within the trim, within the element's time, and there at all; null when that is none. */
function resolveSound(element: VideoElement, { sound, startSeconds }: VideoFacts, span: LayerSpan): Sound | null {
  const volume = ratioToNumber(element.volume ?? 1);
  if (sound === null || element.muted === true || volume === 0) return null;
  const trimStart = element.trim_start ?? 0;
  // Times of the source count from the first frame of its picture; its sound may begin before or after that.
  const soundStart = sound.startSeconds - startSeconds;
  const from = Math.max(trimStart, soundStart);
  const to = Math.min(trimStart + span.durationSeconds, trimStart + (element.trim_duration ?? Infinity), soundStart + sound.durationSeconds);
  if (to <= from) return null;
  return {
    elementId: span.elementId,
    source: element.source,
    startSeconds: span.startSeconds + (from - trimStart),
    durationSeconds: to - from,
    trimStartSeconds: from,
    volume,
  };
}

function trimProblem(trimStartSeconds: number, facts: VideoFacts, { elementId, elementIndex }: ResolveContext): ResolveProblem {
  return {
    code: 'TRIM_OUT_OF_RANGE',
    elementId,
    elementIndex,
    message: `Element "${elementId}" has trim_start ${toSecondsText(trimStartSeconds)}, but its source lasts ${toSecondsText(facts.durationSeconds)}`,
    details: { trim_start: trimStartSeconds, source_seconds: facts.durationSeconds },
  };
}
