/** An `image` element and its picture's facts become a layer that lasts as long as it is asked to. */
import { findMedia, tooLargeProblem } from '#lib/composition/resolve-media';
import type { ElementOutcome, ResolveContext } from '#lib/composition/resolved-element';
import { resolvePicture } from '#lib/composition/resolve-picture';
import type { ImageElement } from '#lib/composition/schema/image-element';

export function resolveImage(element: ImageElement, context: ResolveContext): ElementOutcome {
  const media = findMedia('image', element.source, context);
  if (!media.ok) return media;
  const { look, isVisible, isTooLarge } = resolvePicture(element, media.facts, context.canvas);
  if (isVisible && isTooLarge) return { ok: false, problem: tooLargeProblem(look.box, context) };
  return {
    ok: true,
    resolved: {
      naturalLength: 'open',
      toLayer: ({ elementId, track, startFrame, endFrame }) =>
        isVisible ? { type: 'image', elementId, source: element.source, track, startFrame, endFrame, ...look } : null,
      toSound: () => null,
    },
  };
}
