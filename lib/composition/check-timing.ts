/** What is wrong with a timing: elements of one track that overlap, keyframes out of order, animations after the end, a composition that is too long. Used before the media are there and after. */
import type { Arrangement } from '#lib/composition/arrangement';
import { findJoints, listPlaced, type PlacedElement } from '#lib/composition/find-joints';
import { findAnimationProblems } from '#lib/composition/check-animations';
import { findKeyframeProblems } from '#lib/composition/check-keyframes';
import { frameToSeconds, secondsToFrame } from '#lib/composition/frame-rate';
import { OUTPUT_SECONDS_MAX } from '#lib/composition/limits';
import type { Rational } from '#lib/composition/media-facts';
import { toSecondsText, type ResolveProblem } from '#lib/composition/resolve-problem';
import type { Timing } from '#lib/composition/resolve-timing';

/** Every problem of the placements that are known. */
export function findTimingProblems(arrangement: Arrangement, timing: Timing, frameRate: Rational): ResolveProblem[] {
  const tooLong = findTooLong(arrangement, timing, { placed: listPlaced(arrangement, timing), frameRate });
  return [
    ...findJoints(arrangement, timing, frameRate).problems,
    ...findKeyframeProblems(arrangement, timing, frameRate),
    ...findAnimationProblems(arrangement, timing, frameRate),
    ...(tooLong === null ? [] : [tooLong]),
  ];
}

interface LengthContext {
  placed: readonly PlacedElement[];
  frameRate: Rational;
}

function findTooLong(arrangement: Arrangement, timing: Timing, { placed, frameRate }: LengthContext): ResolveProblem | null {
  // What a group has beyond its end is cut; how long it is counts where the group itself is placed.
  if (arrangement.duration !== undefined || arrangement.groupPath !== undefined) return null;
  const last = placed.reduce<PlacedElement | null>((latest, next) => (latest === null || next.endFrame > latest.endFrame ? next : latest), null);
  const frameCount = timing.frameCount ?? last?.endFrame ?? 0;
  if (last === null || frameCount <= secondsToFrame(OUTPUT_SECONDS_MAX, frameRate)) return null;
  const durationSeconds = frameToSeconds(frameCount, frameRate);
  return {
    code: 'OUTPUT_TOO_LONG',
    elementId: last.elementId,
    elementIndex: last.index,
    message: `Element "${last.elementId}" ends at ${toSecondsText(durationSeconds)}; a composition lasts at most ${toSecondsText(OUTPUT_SECONDS_MAX)}`,
    details: { duration_seconds: durationSeconds, duration_seconds_max: OUTPUT_SECONDS_MAX },
  };
}
