/**
 * Snapping to equal distances: a box that moves and those it stands in a row with in; by how much it is off from being as far from its neighbour as two others
 * are from each other, or in the middle between two, and the distances to draw, out. Pixels of the canvas.
 */
import type { Box } from '#lib/composition/timeline';

/** A distance to draw while something is snapped to it: along an axis, where it crosses the other. */
export interface Spacing {
  axis: 'x' | 'y';
  fromPx: number;
  toPx: number;
  acrossPx: number;
}

export interface SpacingSnap {
  byPx: number;
  spacings: Spacing[];
}

interface Stretch {
  start: number;
  end: number;
}

interface Candidate {
  /** Where the box would begin. */
  start: number;
  distances: readonly Stretch[];
}

/** Null when nothing is within reach. */
export function snapSpacing(box: Box, { others, reachPx, axis }: { others: readonly Box[]; reachPx: number; axis: 'x' | 'y' }): SpacingSnap | null {
  const own = along(box, axis);
  const across = along(box, axis === 'x' ? 'y' : 'x');
  const row = others.filter((other) => overlap(along(other, axis === 'x' ? 'y' : 'x'), across)).map((other) => along(other, axis)).toSorted((a, b) => a.start - b.start);
  const size = own.end - own.start;
  const candidates = row.flatMap((left, index) => candidatesBeside(left, row[index + 1], size));
  const [nearest] = candidates.filter(({ start }) => Math.abs(start - own.start) <= reachPx).toSorted((a, b) => Math.abs(a.start - own.start) - Math.abs(b.start - own.start));
  if (nearest === undefined) return null;
  const acrossPx = (across.start + across.end) / 2;
  return { byPx: nearest.start - own.start, spacings: nearest.distances.map(({ start, end }) => ({ axis, fromPx: start, toPx: end, acrossPx })) };
}

/** Before and after two that stand apart, and between them. */
function candidatesBeside(left: Stretch, right: Stretch | undefined, size: number): Candidate[] {
  const gap = right === undefined ? 0 : right.start - left.end;
  if (right === undefined || gap <= 0) return [];
  const between = (gap - size) / 2;
  const theirs: Stretch = { start: left.end, end: right.start };
  return [
    { start: right.end + gap, distances: [theirs, { start: right.end, end: right.end + gap }] },
    { start: left.start - gap - size, distances: [{ start: left.start - gap, end: left.start }, theirs] },
    ...(between > 0 ? [{ start: left.end + between, distances: [{ start: left.end, end: left.end + between }, { start: right.start - between, end: right.start }] }] : []),
  ];
}

const along = ({ xPx, yPx, widthPx, heightPx }: Box, axis: 'x' | 'y'): Stretch => (axis === 'x' ? { start: xPx, end: xPx + widthPx } : { start: yPx, end: yPx + heightPx });

const overlap = (a: Stretch, b: Stretch): boolean => a.start < b.end && b.start < a.end;
