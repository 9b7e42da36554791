/** The one switch over element types: an element with its medium's facts becomes a length and a recipe for its layer and sound. */
import { resolveAudio } from '#lib/composition/resolve-audio';
import { resolveGroup } from '#lib/composition/resolve-group';
import { resolveImage } from '#lib/composition/resolve-image';
import { resolveText } from '#lib/composition/resolve-text';
import { resolveShape } from '#lib/composition/resolve-shape';
import { resolveVideo } from '#lib/composition/resolve-video';
import type { ElementOutcome, ResolveContext, ResolveElement } from '#lib/composition/resolved-element';
import type { Element } from '#lib/composition/schema/composition';

/** `resolveInside` is for the elements of a group. Throws only when the caller brought no facts for a source that `listSources` names. */
export function resolveElement(element: Element, context: ResolveContext, resolveInside: ResolveElement = resolveElement): ElementOutcome {
  switch (element.type) {
    case 'image':
      return resolveImage(element, context);
    case 'video':
      return resolveVideo(element, context);
    case 'text':
      return resolveText(element, context);
    case 'shape':
      return resolveShape(element, context);
    case 'audio':
      return resolveAudio(element, context);
    case 'composition':
      return resolveGroup(element, context, resolveInside);
    default:
      return element satisfies never;
  }
}
