/** Snapping on the timeline: edges that move and moments that attract in, the distance that brings one onto another out. Seconds; the reach is given in pixels. */
import type { EditorView } from '#lib/editor/editor-view';
import type { ElementKey } from '#lib/editor/editor-state';

export interface SnapTarget {
  seconds: number;
  kind: 'start' | 'end' | 'clip' | 'playhead' | 'marker' | 'keyframe';
}

export interface TimeSnap {
  /** To be used in place of the distance that was asked for. */
  deltaSeconds: number;
  /** What it snapped to; null: to nothing. */
  target: SnapTarget | null;
}

export interface SnapSources {
  /** Clips that move do not attract. */
  movingKeys: readonly ElementKey[];
  playheadSeconds: number | null;
  markerSeconds: readonly number[];
}

/** The moments that attract: the start and the end of the whole, edges of clips, playhead and markers. */
export function listSnapTargets({ clips, durationSeconds }: EditorView, { movingKeys, playheadSeconds, markerSeconds }: SnapSources): SnapTarget[] {
  const still = clips.filter(({ key }) => !movingKeys.includes(key));
  return [
    ...(playheadSeconds === null ? [] : [{ seconds: playheadSeconds, kind: 'playhead' as const }]),
    ...markerSeconds.map((seconds) => ({ seconds, kind: 'marker' as const })),
    ...still.flatMap(({ startSeconds, endSeconds }) => [startSeconds, endSeconds]).map((seconds) => ({ seconds, kind: 'clip' as const })),
    { seconds: 0, kind: 'start' },
    // Of a composition with nothing in it the end is that of one frame.
    ...(clips.length === 0 ? [] : [{ seconds: durationSeconds, kind: 'end' as const }]),
  ];
}

/** How far a moving edge may be from what attracts it. */
export const SNAP_PX = 8;

/** `edges` are where the moving edges began; of several within reach the nearest, of equally near ones the first listed counts. */
export function snapTime(edges: readonly number[], deltaSeconds: number, targets: readonly SnapTarget[], { pxPerSecond }: { pxPerSecond: number }): TimeSnap {
  let nearest: TimeSnap = { deltaSeconds, target: null };
  let reach = SNAP_PX / pxPerSecond;
  for (const target of targets) {
    for (const edge of edges) {
      const distance = Math.abs(edge + deltaSeconds - target.seconds);
      if (distance >= reach) continue;
      reach = distance;
      nearest = { deltaSeconds: target.seconds - edge, target };
    }
  }
  return nearest;
}
