/**
 * When each element is shown: the times of a composition or a group and the media's lengths in, frames out.
 * Lengths may still be unknown (before the media are there): what depends on them is null then, and the rest is told all the same.
 */
import type { Arrangement } from '#lib/composition/arrangement';
import { frameToSeconds, secondsToFrame } from '#lib/composition/frame-rate';
import type { Rational } from '#lib/composition/media-facts';
import { listTracks } from '#lib/composition/tracks';
import { transitionSecondsOf } from '#lib/composition/transition-of';

/**
 * How long an element lasts of itself, in seconds. `open`: it has no length of its own (an image), and lasts until something ends it.
 * `unknown`: it has one, but its medium has not been looked at.
 */
export type NaturalLength = number | 'open' | 'unknown';

export interface Placement {
  track: number;
  startFrame: number;
  /** First frame that no longer shows the element; at least one after `startFrame`, and possibly beyond the end of the whole. */
  endFrame: number;
  /** As asked for, between frames. */
  startSeconds: number;
  endSeconds: number;
  /** It has no end of its own, and nothing on its track ends it: it lasts to the end of the whole. */
  isOpenEnded: boolean;
}

export interface Timing {
  /** One for each element, by its place in the list; null where an unknown length decides. */
  placements: Array<Placement | null>;
  /** Length of the whole; null where an unknown length decides. */
  frameCount: number | null;
  /** Nothing has an end of its own: the length is only what is usual then. */
  isOpenEnded: boolean;
}

/** An element's time as asked for, before it is rounded to frames; null where an unknown length decides. */
interface Span {
  startSeconds: number | null;
  endSeconds: number | null;
  /** It lasts to the end of the whole, which is not known before all others are placed; `endSeconds` is null until then. */
  isOpenEnded: boolean;
}

/** How long an element without a length of its own lasts when nothing ends it. */
const OPEN_SECONDS = 5;

/** Places every element. `naturalLengths` has one entry for each element, by its place in the list. */
export function resolveTiming(arrangement: Arrangement, frameRate: Rational, naturalLengths: readonly NaturalLength[]): Timing {
  const tracks = listTracks(arrangement.elements);
  const spans = placeInOrder(arrangement, { tracks, naturalLengths, frameRate });
  const lastEnd = findEnd(arrangement, spans);
  const placements = spans.map(({ startSeconds, endSeconds, isOpenEnded }, index): Placement | null => {
    const end = isOpenEnded ? lastEnd : endSeconds;
    if (startSeconds === null || end === null) return null;
    const startFrame = secondsToFrame(startSeconds, frameRate);
    return { track: tracks[index] ?? 0, startFrame, endFrame: Math.max(startFrame + 1, secondsToFrame(end, frameRate)), startSeconds, endSeconds: end, isOpenEnded };
  });
  return {
    placements,
    frameCount: lastEnd === null ? null : Math.max(1, secondsToFrame(lastEnd, frameRate)),
    isOpenEnded: arrangement.duration === undefined && spans.every((span) => span.isOpenEnded),
  };
}

interface TrackContext {
  tracks: readonly number[];
  naturalLengths: readonly NaturalLength[];
  frameRate: Rational;
}

function placeInOrder({ elements }: Arrangement, { tracks, naturalLengths, frameRate }: TrackContext): Span[] {
  const spans: Span[] = [];
  const lastOnTrack = new Map<number, Span>();
  for (const [index, element] of elements.entries()) {
    const track = tracks[index] ?? 0;
    const previous = lastOnTrack.get(track);
    const startSeconds = element.time ?? (previous === undefined ? 0 : startAfter(previous, transitionSecondsOf(element)));
    const lengthSeconds = element.duration ?? naturalLengths[index] ?? 'unknown';
    const span: Span = { startSeconds, endSeconds: null, isOpenEnded: false };
    if (startSeconds !== null && lengthSeconds !== 'unknown') {
      const end = lengthSeconds === 'open' ? endOfOpen(elements, tracks, { index, startSeconds }) : startSeconds + lengthSeconds;
      span.isOpenEnded = end === null;
      span.endSeconds = end === null ? null : atLeastOneFrame(startSeconds, end, frameRate);
    }
    spans.push(span);
    lastOnTrack.set(track, span);
  }
  return spans;
}

/** Where an element without a time starts: with the transition, as long before the other's end; a transition longer than the other is refused later. */
function startAfter({ startSeconds, endSeconds }: Span, transitionSeconds: number): number | null {
  return endSeconds === null ? null : Math.max(startSeconds ?? 0, endSeconds - transitionSeconds);
}

/** Where an element without a length of its own ends by its track; null: not before the composition does. */
function endOfOpen(
  elements: Arrangement['elements'],
  tracks: readonly number[],
  { index, startSeconds }: { index: number; startSeconds: number },
): number | null {
  const onTrack = elements.map((element, place) => ({ element, place, time: element.time })).filter(({ place }) => tracks[place] === tracks[index]);
  const follower = onTrack.find(({ place }) => place > index);
  if (follower !== undefined && follower.time === undefined) return startSeconds + OPEN_SECONDS;
  const later = onTrack.flatMap(({ element, time }) => (time !== undefined && time > startSeconds ? [{ element, time }] : []));
  const next = later.toSorted((a, b) => a.time - b.time)[0];
  // It stays under a transition until the other has taken over.
  return next === undefined ? null : next.time + transitionSecondsOf(next.element);
}

/** An element shorter than a frame is shown for one, and what follows it starts after that. */
function atLeastOneFrame(startSeconds: number, endSeconds: number, frameRate: Rational): number {
  const startFrame = secondsToFrame(startSeconds, frameRate);
  return secondsToFrame(endSeconds, frameRate) > startFrame ? endSeconds : frameToSeconds(startFrame + 1, frameRate);
}

/** The length of the whole in seconds; null when an unknown length decides. Open-ended elements that start after all others have ended lengthen it. */
function findEnd({ duration }: Arrangement, spans: readonly Span[]): number | null {
  if (duration !== undefined) return duration;
  let end = 0;
  for (const { endSeconds, isOpenEnded } of spans) {
    if (!isOpenEnded && endSeconds === null) return null;
    end = Math.max(end, endSeconds ?? 0);
  }
  const lateStarts = spans.flatMap(({ startSeconds, isOpenEnded }) => (isOpenEnded && startSeconds !== null && startSeconds >= end ? [startSeconds] : []));
  return Math.max(end, ...lateStarts.map((start) => start + OPEN_SECONDS));
}
