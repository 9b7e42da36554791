/** The timing of a composition as far as it is known before any medium has been fetched. */
import { resolveFrameRate } from '#lib/composition/resolve';
import { resolveTiming, type NaturalLength, type Timing } from '#lib/composition/resolve-timing';
import type { Composition, Element } from '#lib/composition/schema/composition';

/** As `resolveTiming`, with null wherever a medium's length decides. */
export function resolveKnownTiming(composition: Composition): Timing {
  return resolveTiming(composition, resolveFrameRate(composition), composition.elements.map(knownLengthOf));
}

function knownLengthOf(element: Element): NaturalLength {
  switch (element.type) {
    case 'image':
    case 'text':
    case 'shape':
      return 'open';
    case 'video':
      return 'unknown';
    case 'audio':
      return element.loop === true ? 'open' : 'unknown';
    default:
      return element satisfies never;
  }
}
