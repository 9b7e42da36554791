/** The one switch over element types: an element with its medium's facts becomes a length and a recipe for its layer and sound. */
import { resolveImage } from '#lib/composition/resolve-image';
import { resolveVideo } from '#lib/composition/resolve-video';
import type { ElementOutcome, ResolveContext } from '#lib/composition/resolved-element';
import type { Element } from '#lib/composition/schema/composition';

/** Throws only when the caller brought no facts for a source that `listSources` names. */
export function resolveElement(element: Element, context: ResolveContext): ElementOutcome {
  switch (element.type) {
    case 'image':
      return resolveImage(element, context);
    case 'video':
      return resolveVideo(element, context);
    default:
      return element satisfies never;
  }
}
