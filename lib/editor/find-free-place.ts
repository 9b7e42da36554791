/** Where clips can go: clips that move together and those in their way in, the nearest distance by which they fit out. Whole frames. */

/** A stretch of a track. */
export interface Stretch {
  track: number;
  startFrame: number;
  /** First frame after it. */
  endFrame: number;
}

interface Range {
  low: number;
  high: number;
}

/**
 * The distance nearest to `wantedFrames` by which all of `moving` (on the tracks they go to) are free of all of `fixed`, none before the start and
 * none later than `lastStartFrame`; null when there is none.
 */
export function findFreeDistance(moving: readonly Stretch[], fixed: readonly Stretch[], { wantedFrames, lastStartFrame }: { wantedFrames: number; lastStartFrame: number }): number | null {
  const least = -Math.min(...moving.map(({ startFrame }) => startFrame));
  const most = lastStartFrame - Math.max(...moving.map(({ startFrame }) => startFrame));
  const wanted = Math.min(most, Math.max(least, wantedFrames));
  const blocked = mergeRanges(listBlocked(moving, fixed));
  const around = blocked.find(({ low, high }) => low < wanted && wanted < high);
  if (around === undefined) return least <= most ? wanted : null;
  const options = [around.low, around.high].filter((distance) => distance >= least && distance <= most);
  return options.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0] ?? null;
}

/** Distances strictly between low and high put one of the moving over one of the fixed. */
function listBlocked(moving: readonly Stretch[], fixed: readonly Stretch[]): Range[] {
  return moving.flatMap((moved) =>
    fixed.filter(({ track }) => track === moved.track).map(({ startFrame, endFrame }) => ({ low: startFrame - moved.endFrame, high: endFrame - moved.startFrame })),
  );
}

/** Those that only touch stay apart: there is room for an exact fit between them. */
function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const range of ranges.toSorted((a, b) => a.low - b.low)) {
    const last = merged.at(-1);
    if (last !== undefined && range.low < last.high) last.high = Math.max(last.high, range.high);
    else merged.push({ ...range });
  }
  return merged;
}
