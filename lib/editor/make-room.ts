/** Inserting on a track: what is on it and what is to come in; where that goes, and how far the rest moves on, out. Whole frames. */
import type { Stretch } from '#lib/editor/find-free-place';

export interface Room {
  startFrame: number;
  /** By which all that starts at `startFrame` or later moves on; 0 when there is room. */
  pushFrames: number;
}

/** Nothing is cut: within a clip (or clips that a transition joins) the nearer end of it is meant. */
export function makeRoom(taken: readonly Stretch[], { startFrame, lengthFrames }: { startFrame: number; lengthFrames: number }): Room {
  const block = joinOverlapping(taken).find((stretch) => stretch.startFrame < startFrame && startFrame < stretch.endFrame);
  const place = block === undefined ? startFrame : startFrame - block.startFrame < block.endFrame - startFrame ? block.startFrame : block.endFrame;
  const next = Math.min(...taken.flatMap((stretch) => (stretch.startFrame >= place ? [stretch.startFrame] : [])));
  return { startFrame: place, pushFrames: Math.max(0, Number.isFinite(next) ? place + lengthFrames - next : 0) };
}

function joinOverlapping(taken: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const stretch of taken.toSorted((a, b) => a.startFrame - b.startFrame)) {
    const last = joined.at(-1);
    if (last !== undefined && stretch.startFrame < last.endFrame) last.endFrame = Math.max(last.endFrame, stretch.endFrame);
    else joined.push({ ...stretch });
  }
  return joined;
}
