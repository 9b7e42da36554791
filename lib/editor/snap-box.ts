/** Snapping on the canvas: a box that moves or grows and what attracts it in; by how much it is off, and the guides to draw, out. Pixels of the canvas. */
import type { Box } from '#lib/composition/timeline';
import type { Size } from '#lib/composition/units';

/** A line to draw while something is snapped to it. */
export interface Guide {
  axis: 'x' | 'y';
  /** Where it crosses the axis. */
  atPx: number;
  kind: 'edge' | 'center' | 'third' | 'element';
}

export interface BoxSnap {
  /** To be added to the place of what moves. */
  byXPx: number;
  byYPx: number;
  guides: Guide[];
}

export interface SnapBoxOptions {
  canvas: Size;
  /** Boxes of elements that do not move. */
  others: readonly Box[];
  /** How near is near enough: screen pixels over the canvas's zoom. */
  reachPx: number;
  /** Which lines of the box may snap: of a box that moves all, of a handle those it moves. */
  lines?: { x: readonly BoxLine[]; y: readonly BoxLine[] };
}

export type BoxLine = 'start' | 'middle' | 'end';

const ALL_LINES: readonly BoxLine[] = ['start', 'middle', 'end'];

export function snapBox(box: Box, { canvas, others, reachPx, lines = { x: ALL_LINES, y: ALL_LINES } }: SnapBoxOptions): BoxSnap {
  const across = snapAxis(linesOf(box.xPx, box.widthPx, lines.x), listGuides('x', canvas.widthPx, others.map(({ xPx, widthPx }) => [xPx, widthPx])), reachPx);
  const down = snapAxis(linesOf(box.yPx, box.heightPx, lines.y), listGuides('y', canvas.heightPx, others.map(({ yPx, heightPx }) => [yPx, heightPx])), reachPx);
  return { byXPx: across.byPx, byYPx: down.byPx, guides: [...across.guides, ...down.guides] };
}

function linesOf(startPx: number, lengthPx: number, names: readonly BoxLine[]): number[] {
  const places = { start: startPx, middle: startPx + lengthPx / 2, end: startPx + lengthPx };
  return names.map((name) => places[name]);
}

function listGuides(axis: Guide['axis'], wholePx: number, others: ReadonlyArray<readonly [start: number, length: number]>): Guide[] {
  return [
    { axis, atPx: wholePx / 2, kind: 'center' },
    { axis, atPx: 0, kind: 'edge' },
    { axis, atPx: wholePx, kind: 'edge' },
    ...others.flatMap(([start, length]) => linesOf(start, length, ALL_LINES)).map((atPx) => ({ axis, atPx, kind: 'element' as const })),
    { axis, atPx: wholePx / 3, kind: 'third' },
    { axis, atPx: (wholePx * 2) / 3, kind: 'third' },
  ];
}

/** Less than this is the same line. */
const SAME_PX = 0.01;

function snapAxis(lines: readonly number[], guides: readonly Guide[], reachPx: number): { byPx: number; guides: Guide[] } {
  const distances = lines.flatMap((line) => guides.map(({ atPx }) => atPx - line)).filter((distance) => Math.abs(distance) <= reachPx);
  const byPx = distances.toSorted((a, b) => Math.abs(a) - Math.abs(b))[0];
  if (byPx === undefined) return { byPx: 0, guides: [] };
  const touched = guides.filter(({ atPx }) => lines.some((line) => Math.abs(line + byPx - atPx) < SAME_PX));
  // One line is drawn once, as what it was listed first for.
  return { byPx, guides: touched.filter(({ atPx }, index) => touched.findIndex((other) => Math.abs(other.atPx - atPx) < SAME_PX) === index) };
}
