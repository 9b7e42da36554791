/** What is wrong with a timing: elements of one track that overlap, keyframes out of order, a composition that is too long. Used before the media are there and after. */
import { findJoints, listPlaced, type PlacedElement } from '#lib/composition/find-joints';
import { findKeyframeProblems } from '#lib/composition/check-keyframes';
import { frameToSeconds, secondsToFrame } from '#lib/composition/frame-rate';
import { OUTPUT_SECONDS_MAX } from '#lib/composition/limits';
import type { Rational } from '#lib/composition/media-facts';
import { toSecondsText, type ResolveProblem } from '#lib/composition/resolve-problem';
import type { Timing } from '#lib/composition/resolve-timing';
import type { Composition } from '#lib/composition/schema/composition';

/** Every problem of the placements that are known. */
export function findTimingProblems(composition: Composition, timing: Timing, frameRate: Rational): ResolveProblem[] {
  const tooLong = findTooLong(composition, timing, { placed: listPlaced(composition, timing), frameRate });
  return [...findJoints(composition, timing, frameRate).problems, ...findKeyframeProblems(composition, timing, frameRate), ...(tooLong === null ? [] : [tooLong])];
}

interface LengthContext {
  placed: readonly PlacedElement[];
  frameRate: Rational;
}

function findTooLong(composition: Composition, timing: Timing, { placed, frameRate }: LengthContext): ResolveProblem | null {
  if (composition.duration !== undefined) return null;
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
