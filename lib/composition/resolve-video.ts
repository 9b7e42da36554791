/** A `video` element and its clip's facts become a layer, the sound that goes with it, and the length of what is left after trimming. */
import { frameToSeconds, secondsToFrame } from '#lib/composition/frame-rate';
import type { VideoFacts } from '#lib/composition/media-facts';
import { findMedia, trimProblem } from '#lib/composition/resolve-media';
import type { ElementOutcome, LayerSpan, ResolveContext } from '#lib/composition/resolved-element';
import { resolveSourcePicture } from '#lib/composition/resolve-source-picture';
import { resolveSound, type HeardSource } from '#lib/composition/resolve-sound';
import type { VideoElement } from '#lib/composition/schema/video-element';
import { trimSource } from '#lib/composition/trimmed-source';

export function resolveVideo(element: VideoElement, context: ResolveContext): ElementOutcome {
  const media = findMedia('video', element.source, context);
  if (!media.ok) return media;
  const { facts } = media;
  const { startSeconds: trimStartSeconds, endSeconds: trimEndSeconds, lengthSeconds } = trimSource(element, facts.durationSeconds);
  if (trimStartSeconds > 0 && trimStartSeconds >= facts.durationSeconds) {
    return { ok: false, problem: trimProblem(trimStartSeconds, facts.durationSeconds, context) };
  }
  const picture = resolveSourcePicture(element, facts, context);
  if (!picture.ok) return picture;
  const { look, toMotion, isVisible } = picture;

  const { frameRate } = context;
  const roundFrames = element.loop === true ? Math.max(1, secondsToFrame(lengthSeconds, frameRate)) : null;
  return {
    ok: true,
    resolved: {
      naturalLength: roundFrames === null ? lengthSeconds : 'open',
      toLayer: (span) => {
        const { elementId, track, startFrame, endFrame } = span;
        if (!isVisible) return null;
        // A single frame is held, which is the same.
        const loopFrames = roundFrames !== null && roundFrames > 1 && isRepeated(roundFrames, span) ? roundFrames : null;
        return { type: 'video', elementId, source: element.source, track, startFrame, endFrame, ...look, motion: toMotion(span), trimStartSeconds, trimEndSeconds, loopFrames };
      },
      toSound: (span) => {
        const source = toHeardSource(element, facts, roundFrames !== null && isRepeated(roundFrames, span) ? frameToSeconds(roundFrames, frameRate) : null);
        return source === null ? null : resolveSound(element, source, span);
      },
    },
  };
}

const isRepeated = (roundFrames: number, { startFrame, endFrame }: LayerSpan): boolean => endFrame - startFrame > roundFrames;

/** Times of the source count from the first frame of its picture. */
function toHeardSource({ source }: VideoElement, { sound, startSeconds }: VideoFacts, roundSeconds: number | null): HeardSource | null {
  if (sound === null) return null;
  return { kind: 'video', source, facts: sound, originSeconds: startSeconds, repeats: roundSeconds === null ? null : { everySeconds: roundSeconds } };
}
