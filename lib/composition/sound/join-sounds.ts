/**
 * Sounds that go on where another one ends, in the source and in the output, become one: a clip that was split in two is heard as if it were whole.
 */
import { mediaKey } from '#lib/composition/sources';
import type { Sound } from '#lib/composition/timeline';

/** A sample at 48 kHz: what is nearer than that is meant to meet. */
const JOIN_TOLERANCE_SECONDS = 1 / 48_000;

/** In the order of their first parts. */
export function joinSounds(sounds: readonly Sound[]): Sound[] {
  const joined: Sound[] = [];
  for (const sound of sounds.toSorted((a, b) => a.startSeconds - b.startSeconds)) {
    const index = joined.findIndex((earlier) => continues(earlier, sound));
    const earlier = joined[index];
    if (earlier === undefined) joined.push(sound);
    else joined[index] = { ...earlier, durationSeconds: earlier.durationSeconds + sound.durationSeconds, fadeOutSeconds: sound.fadeOutSeconds, fadeOutCurve: sound.fadeOutCurve };
  }
  return joined;
}

/** True when `second` is the rest of `first`, at the same volume. */
function continues(first: Sound, second: Sound): boolean {
  return (
    mediaKey(first.kind, first.source) === mediaKey(second.kind, second.source) &&
    first.volume === second.volume &&
    [first, second].every(({ loopSeconds, envelope }) => loopSeconds === null && envelope === null) &&
    first.fadeOutSeconds === 0 &&
    second.fadeInSeconds === 0 &&
    isNear(first.startSeconds + first.durationSeconds, second.startSeconds) &&
    isNear(first.trimStartSeconds + first.durationSeconds, second.trimStartSeconds)
  );
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < JOIN_TOLERANCE_SECONDS;
