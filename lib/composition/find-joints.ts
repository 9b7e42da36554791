/**
 * How the elements of each track follow one another: a placed arrangement in; where transitions join two of them, and every pair that
 * overlaps without one or with one that cannot be, out.
 */
import { idAt, type Arrangement } from '#lib/composition/arrangement';
import { frameToSeconds, secondsToFrame } from '#lib/composition/frame-rate';
import type { Rational } from '#lib/composition/media-facts';
import { toSecondsText, type ResolveProblem } from '#lib/composition/resolve-problem';
import type { Placement, Timing } from '#lib/composition/resolve-timing';
import { listTracks } from '#lib/composition/tracks';
import { transitionOf, transitionSecondsOf } from '#lib/composition/transition-of';

/** Frames of the output in which one element takes over from another. */
export interface Joint {
  /** Places in the list of elements. */
  earlierIndex: number;
  laterIndex: number;
  startFrame: number;
  endFrame: number;
}

export interface PlacedElement extends Placement {
  index: number;
  elementId: string;
}

export interface Neighbours {
  joints: Joint[];
  problems: ResolveProblem[];
}

/** The elements whose placement is known, in the order of the list. */
export function listPlaced(arrangement: Arrangement, { placements }: Pick<Timing, 'placements'>): PlacedElement[] {
  return placements.flatMap((placement, index): PlacedElement[] => (placement === null ? [] : [{ ...placement, index, elementId: idAt(arrangement, index) }]));
}

export function findJoints(arrangement: Arrangement, timing: Pick<Timing, 'placements'>, frameRate: Rational): Neighbours {
  const found: Neighbours = { joints: [], problems: [] };
  const tracks = listTracks(arrangement.elements);
  const latestOnTrack = new Map<number, { element: PlacedElement; joint: Joint | null }>();
  for (const next of listPlaced(arrangement, timing).toSorted((a, b) => a.startFrame - b.startFrame)) {
    const latest = latestOnTrack.get(next.track) ?? null;
    const isTrackKnown = tracks.every((track, index) => track !== next.track || (timing.placements[index] ?? null) !== null);
    const outcome = follow(arrangement, { next, latest: latest?.element ?? null, latestJoint: latest?.joint ?? null, isTrackKnown, frameRate });
    if (outcome.problem !== null) found.problems.push(outcome.problem);
    if (outcome.joint !== null) found.joints.push(outcome.joint);
    if (latest === null || next.endFrame > latest.element.endFrame) latestOnTrack.set(next.track, { element: next, joint: outcome.joint });
  }
  return found;
}

interface Pair {
  next: PlacedElement;
  /** The one on the track that lasts longest of those before; null for the first. */
  latest: PlacedElement | null;
  /** How `latest` itself came. */
  latestJoint: Joint | null;
  /** Whether every element of the track is placed: else nobody can say that none is before. */
  isTrackKnown: boolean;
  frameRate: Rational;
}

interface Following {
  joint: Joint | null;
  problem: ResolveProblem | null;
}

function follow({ elements }: Arrangement, pair: Pair): Following {
  const { next, latest, latestJoint, isTrackKnown, frameRate } = pair;
  const element = elements[next.index];
  const overlapFrames = latest === null ? 0 : latest.endFrame - next.startFrame;
  if (transitionOf(element) === null) return { joint: null, problem: latest !== null && overlapFrames > 0 ? toOverlap(latest, next, frameRate) : null };

  const askedFrames = secondsToFrame(transitionSecondsOf(element), frameRate);
  const asked = toSecondsText(transitionSecondsOf(element));
  const refuse = (why: string): Following => ({ joint: null, problem: toImpossible(next, why) });
  if (latest === null) return isTrackKnown ? refuse('needs an element before it on the same track; give both the same track') : NOTHING;
  if (element?.time === undefined) {
    const shorter = lengthOf(next) < lengthOf(latest) ? next : latest;
    // A frame more or less is a matter of rounding.
    if (askedFrames > lengthOf(shorter) + 1) return refuse(`lasts ${asked}, but "${shorter.elementId}" only ${toSecondsText(frameToSeconds(lengthOf(shorter), frameRate))}`);
  }
  if (overlapFrames <= 0) {
    if (element?.time === undefined || !isTrackKnown) return NOTHING;
    return refuse(`needs "${latest.elementId}" to last until it is over, but that ends at ${toSecondsText(frameToSeconds(latest.endFrame, frameRate))}; leave out the time, or start ${asked} before that`);
  }
  if (overlapFrames > askedFrames + 1) return { joint: null, problem: toOverlap(latest, next, frameRate) };
  if (next.endFrame < latest.endFrame) return refuse(`is not over when "${next.elementId}" ends; "${latest.elementId}" lasts longer than it`);
  if (latestJoint !== null && next.startFrame < latestJoint.endFrame) {
    return refuse(`begins before that of "${latest.elementId}" is over; "${latest.elementId}" must last as long as both transitions together`);
  }
  return { joint: { earlierIndex: latest.index, laterIndex: next.index, startFrame: next.startFrame, endFrame: latest.endFrame }, problem: null };
}

const NOTHING: Following = { joint: null, problem: null };

const lengthOf = ({ startFrame, endFrame }: Placement): number => endFrame - startFrame;

function toImpossible({ elementId, index, track }: PlacedElement, why: string): ResolveProblem {
  return { code: 'TRANSITION_IMPOSSIBLE', elementId, elementIndex: index, message: `The transition of "${elementId}" ${why}`, details: { element_id: elementId, track } };
}

function toOverlap(first: PlacedElement, second: PlacedElement, frameRate: Rational): ResolveProblem {
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
