/** What a trim leaves of a source: the element's properties and the source's length in, the stretch that is used out. Pure. */
import type { SoundProperties } from '#lib/composition/schema/sound-properties';

/** In seconds of the source. */
export interface TrimmedSource {
  startSeconds: number;
  /** Before `startSeconds` where the trim starts after the end of the source, which `trimProblem` tells. */
  endSeconds: number;
  /** Not their difference: a length that is given stays as it is written. */
  lengthSeconds: number;
}

export function trimSource({ trim_start: startSeconds = 0, trim_duration: askedSeconds = Infinity }: Pick<SoundProperties, 'trim_start' | 'trim_duration'>, sourceSeconds: number): TrimmedSource {
  return {
    startSeconds,
    endSeconds: Math.min(sourceSeconds, startSeconds + askedSeconds),
    lengthSeconds: Math.min(sourceSeconds - startSeconds, askedSeconds),
  };
}
