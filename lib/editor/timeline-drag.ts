/**
 * What a pointer on the timeline is dragging, and what that comes to: the drag as it began and where the pointer is now in, an edit of the document and
 * what it snapped to out. Everything is computed from the beginning of the drag, so that nothing drifts.
 */
import { frameToSeconds } from '#lib/composition/frame-rate';
import type { Rational } from '#lib/composition/media-facts';
import type { Transition } from '#lib/composition/schema/transition';
import type { TimelineEdit } from '#lib/editor/commands/edit-timeline';
import type { OnOccupied } from '#lib/editor/commands/move-clips';
import type { ElementKey } from '#lib/editor/editor-state';
import type { ClipView } from '#lib/editor/editor-view';
import type { KeyframePlace } from '#lib/editor/keyframe-moments';
import { snapTime, type SnapTarget } from '#lib/editor/snap-time';
import { rowIndexAt, rowPlaceAt, type TimelineRow } from '#lib/editor/timeline-rows';

/** Seconds of the open scope, and pixels from the top of the first row. */
export interface TimelinePoint {
  seconds: number;
  yPx: number;
}

interface Held {
  from: TimelinePoint;
  targets: readonly SnapTarget[];
}

export type TimelineDrag =
  | (Held & { kind: 'dragging'; clips: readonly ClipView[]; grabbed: ClipView; rows: readonly TimelineRow[] })
  | (Held & { kind: 'trimming'; clip: ClipView; edge: 'start' | 'end' })
  /** The cut between two clips; `atSeconds` is where it was. */
  | (Held & { kind: 'rolling'; key: ElementKey; atSeconds: number })
  /** What is shown within the clip. */
  | (Held & { kind: 'slipping'; clip: ClipView })
  /** `fadedSeconds` is how long the fade was. */
  | (Held & { kind: 'fading'; clip: ClipView; keys: readonly ElementKey[]; edge: 'in' | 'out'; fadedSeconds: number })
  /** The end of a transition: it begins where it does. */
  | (Held & { kind: 'joining'; key: ElementKey; transition: Transition; startSeconds: number; endSeconds: number })
  /** `edges` are the moments of the keyframes, on the clock of the scope; that of the one that was taken hold of first. */
  | (Held & { kind: 'keyframing'; key: ElementKey; places: readonly KeyframePlace[]; edges: readonly number[] });

export interface DragModifiers {
  isCopying: boolean;
  /** What is in the way goes on, instead of being kept clear of. */
  makesRoom: boolean;
  /** What becomes of clips that others are put on, unless room is made. */
  onOccupied: OnOccupied;
  isSnapping: boolean;
  pxPerSecond: number;
  frameRate: Rational;
}

export interface DragPlan {
  edit: TimelineEdit;
  snapSeconds: number | null;
  /** Where the line of a new track is; null when none is made. The edit is shown only when the drag is over, as every row would jump. */
  newTrackTopPx: number | null;
}

export function planDrag(drag: TimelineDrag, pointer: TimelinePoint, modifiers: DragModifiers): DragPlan {
  const moved = pointer.seconds - drag.from.seconds;
  const plan = (edit: TimelineEdit, snapSeconds: number | null): DragPlan => ({ edit, snapSeconds, newTrackTopPx: null });
  switch (drag.kind) {
    case 'dragging':
      return planMove(drag, pointer, modifiers);
    case 'trimming': {
      const edgeSeconds = drag.edge === 'start' ? drag.clip.startSeconds : drag.clip.endSeconds;
      const { seconds, snapSeconds } = snapEdges([edgeSeconds], moved, drag, modifiers);
      return plan({ kind: 'trim', key: drag.clip.key, edge: drag.edge, toSeconds: edgeSeconds + seconds, ripple: modifiers.makesRoom }, snapSeconds);
    }
    case 'rolling': {
      const { seconds, snapSeconds } = snapEdges([drag.atSeconds], moved, drag, modifiers);
      return plan({ kind: 'roll', key: drag.key, deltaSeconds: seconds }, snapSeconds);
    }
    case 'slipping':
      return plan({ kind: 'slip', key: drag.clip.key, deltaSeconds: moved }, null);
    case 'fading': {
      const { clip, edge, fadedSeconds } = drag;
      const edgeSeconds = edge === 'in' ? clip.startSeconds + fadedSeconds : clip.endSeconds - fadedSeconds;
      const { seconds, snapSeconds } = snapEdges([edgeSeconds], moved, drag, modifiers);
      const wanted = fadedSeconds + (edge === 'in' ? seconds : -seconds);
      return plan({ kind: 'fade', keys: drag.keys, edge, seconds: roundToFrame(Math.max(0, wanted), modifiers.frameRate) }, snapSeconds);
    }
    case 'joining': {
      const { seconds, snapSeconds } = snapEdges([drag.endSeconds], moved, drag, modifiers);
      const wanted = roundToFrame(drag.endSeconds + seconds - drag.startSeconds, modifiers.frameRate);
      return plan({ kind: 'transition', key: drag.key, transition: { ...drag.transition, duration: Math.max(frameToSeconds(1, modifiers.frameRate), wanted) } }, snapSeconds);
    }
    case 'keyframing': {
      const { seconds, snapSeconds } = snapEdges(drag.edges, moved, drag, modifiers);
      const [grabbed = 0] = drag.edges;
      // What was taken hold of comes to stand on a frame.
      return plan({ kind: 'keyframe', key: drag.key, places: drag.places, deltaSeconds: roundToFrame(grabbed + seconds, modifiers.frameRate) - grabbed }, snapSeconds);
    }
    default:
      return drag satisfies never;
  }
}

/** A hand that moves sideways is not quite level. */
const LEVEL_PX = 14;

function planMove(drag: Extract<TimelineDrag, { kind: 'dragging' }>, pointer: TimelinePoint, modifiers: DragModifiers): DragPlan {
  const { clips, grabbed, rows, from } = drag;
  const keys = clips.map(({ key }) => key);
  const edges = [grabbed.startSeconds, grabbed.endSeconds, Math.min(...clips.map(({ startSeconds }) => startSeconds)), Math.max(...clips.map(({ endSeconds }) => endSeconds))];
  const { seconds, snapSeconds } = snapEdges(edges, pointer.seconds - from.seconds, drag, modifiers);
  const { isCopying: isCopy } = modifiers;
  const place = Math.abs(pointer.yPx - from.yPx) < LEVEL_PX ? null : rowPlaceAt(rows, pointer.yPx);
  if (place?.kind === 'gap') return { edit: { kind: 'new-track', keys, deltaSeconds: seconds, above: place.above, isCopy }, snapSeconds, newTrackTopPx: place.topPx };
  const wantedRows = place === null ? 0 : rowIndexAt(rows, from.yPx) - place.index;
  // None above the topmost row: new tracks are made on purpose, in a gap.
  const room = Math.min(...clips.map(({ track }) => rows.findIndex((row) => row.track === track)));
  const edit: TimelineEdit = { kind: 'move', keys, deltaSeconds: seconds, rows: Math.min(wantedRows, room), onOccupied: modifiers.makesRoom ? 'insert' : modifiers.onOccupied, isCopy };
  return { edit, snapSeconds, newTrackTopPx: null };
}

function snapEdges(edges: readonly number[], deltaSeconds: number, { targets }: Held, { isSnapping, pxPerSecond }: DragModifiers): { seconds: number; snapSeconds: number | null } {
  if (!isSnapping) return { seconds: deltaSeconds, snapSeconds: null };
  const snap = snapTime(edges, deltaSeconds, targets, { pxPerSecond });
  return { seconds: snap.deltaSeconds, snapSeconds: snap.target?.seconds ?? null };
}

function roundToFrame(seconds: number, { numerator, denominator }: Rational): number {
  return (Math.round((seconds * numerator) / denominator) * denominator) / numerator;
}
