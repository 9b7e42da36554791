/** The clips a box on the timeline touches, as drawn to select them. */
import type { ClipView, TrackView } from '#lib/editor/editor-view';
import { ROW_PX, type TimelineRow } from '#lib/editor/timeline-rows';

export interface TimelineBox {
  startSeconds: number;
  endSeconds: number;
  /** From the top of the first row. */
  topPx: number;
  bottomPx: number;
}

export function clipsInBox(tracks: readonly TrackView[], rows: readonly TimelineRow[], { startSeconds, endSeconds, topPx, bottomPx }: TimelineBox): ClipView[] {
  return tracks.flatMap(({ track, clips }) => {
    const row = rows.find((other) => other.track === track);
    if (row === undefined || row.topPx > bottomPx || row.topPx + ROW_PX < topPx) return [];
    return clips.filter((clip) => clip.startSeconds < endSeconds && clip.endSeconds > startSeconds);
  });
}
