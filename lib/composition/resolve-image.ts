/** An `image` element and its picture's facts become a layer that lasts as long as it is asked to. */
import { findMedia } from '#lib/composition/resolve-media';
import type { ElementOutcome, ResolveContext } from '#lib/composition/resolved-element';
import { resolveSourcePicture } from '#lib/composition/resolve-source-picture';
import type { ImageElement } from '#lib/composition/schema/image-element';

export function resolveImage(element: ImageElement, context: ResolveContext): ElementOutcome {
  const media = findMedia('image', element.source, context);
  if (!media.ok) return media;
  const picture = resolveSourcePicture(element, media.facts, context);
  if (!picture.ok) return picture;
  const { look, toMotion, isVisible } = picture;
  return {
    ok: true,
    resolved: {
      naturalLength: 'open',
      toLayer: (span) => {
        const { elementId, track, startFrame, endFrame } = span;
        return isVisible ? { type: 'image', elementId, source: element.source, track, startFrame, endFrame, ...look, motion: toMotion(span) } : null;
      },
      toSound: () => null,
    },
  };
}
