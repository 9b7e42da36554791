/**
 * Where something new that is dragged over the tracks would come to be: the open scope, the element and the pointer in; its destination, and the place it
 * would really get, out. Null where nothing can be put.
 */
import { frameToSeconds, secondsToFrame } from '#lib/composition/frame-rate';
import type { Element } from '#lib/composition/schema/composition';
import type { OnOccupied } from '#lib/editor/commands/move-clips';
import { lengthSecondsOf, placeNew, type Destination } from '#lib/editor/place-new';
import type { EditorScene } from '#lib/editor/scene';
import { snapTime, type SnapTarget } from '#lib/editor/snap-time';
import type { TimelinePoint } from '#lib/editor/timeline-drag';
import { rowPlaceAt, type TimelineRow } from '#lib/editor/timeline-rows';

export interface DropContext {
  /** Where its start is held. */
  pointer: TimelinePoint;
  rows: readonly TimelineRow[];
  locked: ReadonlySet<number>;
  /** Null: it goes where the pointer is. */
  snapping: { targets: readonly SnapTarget[]; pxPerSecond: number } | null;
  onOccupied: OnOccupied;
}

export interface PlannedDrop {
  destination: Destination;
  /** Where it is wanted. */
  seconds: number;
  /** Where it gets to on its track; null where there is no room. */
  landing: { startFrame: number; startSeconds: number; endSeconds: number; isElsewhere: boolean } | null;
  /** Of the row, or of the line of a new one. */
  topPx: number;
  snapSeconds: number | null;
}

export function planDrop(scene: EditorScene, element: Element, { pointer, rows, locked, snapping, onOccupied }: DropContext): PlannedDrop | null {
  const { frameRate } = scene;
  const length = lengthSecondsOf(element, scene);
  const snap = snapping === null ? { deltaSeconds: pointer.seconds, target: null } : snapTime([0, length], pointer.seconds, snapping.targets, snapping);
  const atSeconds = frameToSeconds(secondsToFrame(Math.max(0, snap.deltaSeconds), frameRate), frameRate);
  const place = rowPlaceAt(rows, pointer.yPx);
  const row = place.kind === 'row' ? rows[place.index] : undefined;
  if (place.kind === 'row' && (row === undefined || locked.has(row.track))) return null;
  const destination: Destination = place.kind === 'gap' || row === undefined
    ? { kind: 'new-track', above: place.kind === 'gap' ? place.above : null, atSeconds }
    : { kind: 'track', track: row.track, atSeconds, onOccupied };
  const wanted = placeNew(scene, [element], destination)?.at(-1)?.wanted ?? null;
  const startFrame = wanted === null ? 0 : secondsToFrame(wanted.startSeconds, frameRate);
  return {
    destination,
    seconds: atSeconds,
    landing: wanted === null ? null : { startFrame, startSeconds: wanted.startSeconds, endSeconds: wanted.endSeconds, isElsewhere: startFrame !== secondsToFrame(atSeconds, frameRate) },
    topPx: place.kind === 'gap' ? place.topPx : (row?.topPx ?? 0),
    snapSeconds: snap.target?.seconds ?? null,
  };
}
