/** The lengths of media from the facts that have come in so far: what commands and the timeline ask for. */
import type { SourceSecondsOf } from '#lib/composition/known-timing';
import type { MediaFactsBySource } from '#lib/composition/media-facts';
import { mediaKey } from '#lib/composition/sources';

/** Null of a source without facts, and of one that is no medium of its element's kind. */
export function sourceSecondsFrom(facts: MediaFactsBySource): SourceSecondsOf {
  return ({ type, source }) => {
    const media = facts.get(mediaKey(type, source));
    if (media?.kind !== type) return null;
    return media.kind === 'video' ? media.durationSeconds : media.kind === 'audio' ? media.sound.durationSeconds : null;
  };
}
