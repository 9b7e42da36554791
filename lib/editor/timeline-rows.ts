/** The rows of the timeline: tracks in; where each is from top to bottom, and which row, or gap between rows, a height means, out. Pixels from the top of the first row. */

export interface TimelineRow {
  /** The core's number. */
  track: number;
  /** What people call it: 1 is the lowest. */
  number: number;
  topPx: number;
}

export const ROW_PX = 54;

/** The topmost first. */
export function listRows(tracks: Iterable<number>): TimelineRow[] {
  const sorted = [...new Set(tracks)].toSorted((a, b) => b - a);
  return sorted.map((track, index) => ({ track, number: sorted.length - index, topPx: index * ROW_PX }));
}

export type RowPlace =
  | { kind: 'row'; index: number }
  /** Where a new track would come to be; `above` is the track right below it, null below all. */
  | { kind: 'gap'; above: number | null; topPx: number };

/** How near the line between two rows is that line. */
const GAP_REACH_PX = 8;

export function rowPlaceAt(rows: readonly TimelineRow[], yPx: number): RowPlace {
  const line = Math.round(yPx / ROW_PX);
  const isOnLine = Math.abs(yPx - line * ROW_PX) <= GAP_REACH_PX;
  if (rows.length === 0 || isOnLine || yPx < 0 || yPx > rows.length * ROW_PX) {
    const place = Math.min(rows.length, Math.max(0, line));
    return { kind: 'gap', above: rows[place]?.track ?? null, topPx: place * ROW_PX };
  }
  return { kind: 'row', index: Math.floor(yPx / ROW_PX) };
}

/** The row nearest to a height. */
export function rowIndexAt(rows: readonly TimelineRow[], yPx: number): number {
  return Math.min(rows.length - 1, Math.max(0, Math.floor(yPx / ROW_PX)));
}
