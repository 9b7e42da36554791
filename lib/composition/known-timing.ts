/** The timing of a composition, or of a group, as far as it is known before any medium, or before all of them, have been looked at. */
import type { Arrangement } from '#lib/composition/arrangement';
import { arrangementIn, groupLengthOf } from '#lib/composition/group-scene';
import type { Rational } from '#lib/composition/media-facts';
import { resolveTiming, type NaturalLength, type Timing } from '#lib/composition/resolve-timing';
import type { Element } from '#lib/composition/schema/composition';
import { trimSource } from '#lib/composition/trimmed-source';

/** How long the source of an element lasts, in seconds; null while it is not known. */
export type SourceSecondsOf = (element: Extract<Element, { type: 'video' | 'audio' }>) => number | null;

const NOTHING_KNOWN: SourceSecondsOf = () => null;

/** As `resolveTiming`, with null wherever the length of a medium that is not known decides. */
export function resolveKnownTiming(arrangement: Arrangement, frameRate: Rational, sourceSecondsOf: SourceSecondsOf = NOTHING_KNOWN): Timing {
  return resolveTiming(arrangement, frameRate, arrangement.elements.map((element) => knownLengthOf(element, frameRate, sourceSecondsOf)));
}

/** How long an element lasts of itself. */
export function knownLengthOf(element: Element, frameRate: Rational, sourceSecondsOf: SourceSecondsOf): NaturalLength {
  switch (element.type) {
    case 'image':
    case 'text':
    case 'shape':
      return 'open';
    case 'composition':
      return groupLengthOf(element, resolveKnownTiming(arrangementIn(element, []), frameRate, sourceSecondsOf), frameRate);
    case 'video':
    case 'audio': {
      if (element.loop === true) return 'open';
      const sourceSeconds = sourceSecondsOf(element);
      return sourceSeconds === null ? 'unknown' : trimSource(element, sourceSeconds).lengthSeconds;
    }
    default:
      return element satisfies never;
  }
}
