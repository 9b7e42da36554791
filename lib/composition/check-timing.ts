/** What is wrong with a timing: elements of one track that overlap, and a composition that is too long. Used before the media are there and after. */
import { elementIdOf } from '#lib/composition/element-id';
import { frameToSeconds, secondsToFrame } from '#lib/composition/frame-rate';
import { OUTPUT_SECONDS_MAX } from '#lib/composition/limits';
import type { Rational } from '#lib/composition/media-facts';
import { toSecondsText, type ResolveProblem } from '#lib/composition/resolve-problem';
import type { Placement, Timing } from '#lib/composition/resolve-timing';
import type { Composition } from '#lib/composition/schema/composition';

interface Placed extends Placement {
  index: number;
  elementId: string;
}

/** Every problem of the placements that are known. */
export function findTimingProblems(composition: Composition, timing: Timing, frameRate: Rational): ResolveProblem[] {
  const placed = timing.placements.flatMap((placement, index): Placed[] => {
    const element = composition.elements[index];
    return placement === null || element === undefined ? [] : [{ ...placement, index, elementId: elementIdOf(element, index) }];
  });
  const tooLong = findTooLong(composition, timing, { placed, frameRate });
  return [...findOverlaps(placed, frameRate), ...(tooLong === null ? [] : [tooLong])];
}

function findOverlaps(placed: readonly Placed[], frameRate: Rational): ResolveProblem[] {
  const problems: ResolveProblem[] = [];
  const latestOnTrack = new Map<number, Placed>();
  for (const next of placed.toSorted((a, b) => a.startFrame - b.startFrame)) {
    const latest = latestOnTrack.get(next.track);
    if (latest !== undefined && next.startFrame < latest.endFrame) problems.push(toOverlap(latest, next, frameRate));
    if (latest === undefined || next.endFrame > latest.endFrame) latestOnTrack.set(next.track, next);
  }
  return problems;
}

function toOverlap(first: Placed, second: Placed, frameRate: Rational): ResolveProblem {
  const start = frameToSeconds(second.startFrame, frameRate);
  const end = frameToSeconds(first.endFrame, frameRate);
  return {
    code: 'ELEMENTS_OVERLAP',
    elementId: second.elementId,
    elementIndex: second.index,
    message: `Elements "${first.elementId}" and "${second.elementId}" overlap on track ${second.track}: "${second.elementId}" starts at ${toSecondsText(start)}, "${first.elementId}" lasts until ${toSecondsText(end)}; give them different tracks or times`,
    details: { element_ids: [first.elementId, second.elementId], track: second.track, start_seconds: start, end_seconds: end },
  };
}

interface LengthContext {
  placed: readonly Placed[];
  frameRate: Rational;
}

function findTooLong(composition: Composition, timing: Timing, { placed, frameRate }: LengthContext): ResolveProblem | null {
  if (composition.duration !== undefined) return null;
  const last = placed.reduce<Placed | null>((latest, next) => (latest === null || next.endFrame > latest.endFrame ? next : latest), null);
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
