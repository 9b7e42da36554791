/**
 * Makes a list of elements take wanted places, writing as little as possible: elements and where each should be in; the same elements out, with a
 * `track`, `time` or `duration` where, without it, the language's rules would put them elsewhere. What is right by itself keeps its reference.
 */
import type { Arrangement } from '#lib/composition/arrangement';
import { findJoints } from '#lib/composition/find-joints';
import { secondsToFrame } from '#lib/composition/frame-rate';
import { knownLengthOf, type SourceSecondsOf } from '#lib/composition/known-timing';
import type { Rational } from '#lib/composition/media-facts';
import type { Placement } from '#lib/composition/resolve-timing';
import type { Element } from '#lib/composition/schema/composition';
import { listTracks } from '#lib/composition/tracks';
import { changeElement, roundSeconds } from '#lib/editor/change-element';
import { guessTiming } from '#lib/editor/scene';

/** Where an element should be. */
export interface WantedPlace {
  track: number;
  startSeconds: number;
  /** Asked of elements without a length of their own; the others' is what they say themselves. */
  endSeconds: number;
  /** It may last to the end of the whole instead, as long as nothing follows on its track. */
  isOpenEnded: boolean;
}

export interface ArrangedElement {
  element: Element;
  /** Null: it goes where the rules put it. */
  wanted: WantedPlace | null;
}

export interface ArrangeContext {
  /** Of the scope: its length and its path. */
  arrangement: Omit<Arrangement, 'elements'>;
  frameRate: Rational;
  sourceSecondsOf: SourceSecondsOf;
}

/** What is nearer is the same time: a little more than the rounding of what is written. */
const SAME_SECONDS = 5e-9;

/** Transitions that are possible no more, as what they joined has moved apart, are left out unless `keepsTransitions`. */
export function arrangeElements(items: readonly ArrangedElement[], context: ArrangeContext, { keepsTransitions }: { keepsTransitions: boolean }): Element[] {
  const wanted = items.map((item) => item.wanted);
  let elements = placeOnTracks(items.map(({ element }) => element), wanted);
  elements = placeInTime(elements, wanted, context);
  if (keepsTransitions) return elements;
  // Each round takes one transition away at least.
  for (let broken = findBrokenTransitions(elements, context); broken.length > 0; broken = findBrokenTransitions(elements, context)) {
    const indexes = new Set(broken);
    elements = placeInTime(elements.map((element, index) => (indexes.has(index) ? changeElement(element, { transition: undefined }) : element)), wanted, context);
  }
  return elements;
}

/** A track that is written shifts those that are not, so it goes round until all are right. */
function placeOnTracks(elements: readonly Element[], wanted: ReadonlyArray<WantedPlace | null>): Element[] {
  let placed = [...elements];
  for (;;) {
    const tracks = listTracks(placed);
    const isWrong = (index: number): boolean => tracks[index] !== (wanted[index]?.track ?? tracks[index]);
    if (!placed.some((_element, index) => isWrong(index))) return placed;
    placed = placed.map((element, index) => (isWrong(index) ? changeElement(element, { track: wanted[index]?.track }) : element));
  }
}

/** Starts first, as the ends of what has no length of its own are others' starts; then ends, which may move starts again. */
function placeInTime(elements: readonly Element[], wanted: ReadonlyArray<WantedPlace | null>, context: ArrangeContext): Element[] {
  let placed = [...elements];
  // Every round writes a property that is not written again with another value.
  for (let round = 0; round <= 2 * elements.length + 1; round += 1) {
    const changes = findStarts(placed, wanted, context) ?? findEnds(placed, wanted, context);
    if (changes === null) return placed;
    placed = placed.map((element, index) => changeElement(element, changes.get(index) ?? {}));
  }
  return placed;
}

type Changes = ReadonlyMap<number, Pick<Element, 'time'> | Pick<Element, 'duration'>>;

/** Of each track the first that starts at the wrong time: those that follow it may be right once it is. Null when all are right. */
function findStarts(elements: readonly Element[], wanted: ReadonlyArray<WantedPlace | null>, context: ArrangeContext): Changes | null {
  const changes = new Map<number, Pick<Element, 'time'>>();
  const tracks = new Set<number>();
  for (const [index, placement] of placementsOf(elements, context).entries()) {
    const place = wanted[index] ?? null;
    const element = elements[index];
    if (placement === null || place === null || element === undefined || tracks.has(placement.track) || isStartRight(placement, place, { element, frameRate: context.frameRate })) continue;
    tracks.add(placement.track);
    changes.set(index, { time: roundSeconds(place.startSeconds) });
  }
  return changes.size === 0 ? null : changes;
}

function isStartRight({ startSeconds, startFrame }: Placement, place: WantedPlace, { element, frameRate }: { element: Element; frameRate: Rational }): boolean {
  // What follows another does so to the very end of it, which may be between frames.
  if (element.time === undefined) return startFrame === secondsToFrame(place.startSeconds, frameRate);
  return Math.abs(startSeconds - place.startSeconds) < SAME_SECONDS;
}

/** Of elements that end where something else says so. Null when all are right. */
function findEnds(elements: readonly Element[], wanted: ReadonlyArray<WantedPlace | null>, context: ArrangeContext): Changes | null {
  const { frameRate, sourceSecondsOf } = context;
  const changes = new Map<number, Pick<Element, 'duration'>>();
  for (const [index, placement] of placementsOf(elements, context).entries()) {
    const place = wanted[index] ?? null;
    const element = elements[index];
    if (placement === null || place === null || element === undefined || element.duration !== undefined) continue;
    if (knownLengthOf(element, frameRate, sourceSecondsOf) !== 'open' || (place.isOpenEnded && placement.isOpenEnded)) continue;
    const endFrame = Math.max(placement.startFrame + 1, secondsToFrame(place.endSeconds, frameRate));
    if (placement.endFrame !== endFrame) changes.set(index, { duration: roundSeconds(place.endSeconds - place.startSeconds) });
  }
  return changes.size === 0 ? null : changes;
}

function placementsOf(elements: readonly Element[], { arrangement, frameRate, sourceSecondsOf }: ArrangeContext): Array<Placement | null> {
  return guessTiming({ ...arrangement, elements }, frameRate, sourceSecondsOf).placements;
}

function findBrokenTransitions(elements: readonly Element[], context: ArrangeContext): number[] {
  const { problems } = findJoints({ ...context.arrangement, elements }, { placements: placementsOf(elements, context) }, context.frameRate);
  return problems.flatMap(({ code, elementIndex }) => (code === 'TRANSITION_IMPOSSIBLE' && elementIndex !== null ? [elementIndex] : []));
}
