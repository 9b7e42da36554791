/** What a drag shows beside the document: where the pointer would have the clips, the line they snapped to, where a new track comes, and a word. */
'use client';

import { useEditor } from '#components/composer/store/editor-store';
import { CLIP_HEIGHT_PX, CLIP_INSET_PX, LANES_PADDING_PX, useTimelineUi, type Ghost, type TimelineFeedback } from '#components/composer/timeline/timeline-ui';
import { secondsToFrame } from '#lib/composition/frame-rate';
import type { Rational } from '#lib/composition/media-facts';
import type { EditOutcome } from '#lib/editor/edit-outcome';
import { formatTimecode } from '#lib/editor/timecode';
import type { DragPlan, TimelineDrag, TimelinePoint } from '#lib/editor/timeline-drag';
import { ROW_PX } from '#lib/editor/timeline-rows';

interface DragMoment {
  drag: TimelineDrag;
  plan: DragPlan;
  point: TimelinePoint;
  outcome: EditOutcome;
  /** When what was taken hold of begins now. */
  landedSeconds: number | null;
  frameRate: Rational;
}

export function feedbackOfDrag({ drag, plan, point, outcome, landedSeconds, frameRate }: DragMoment): TimelineFeedback {
  const text = !outcome.ok ? outcome.reason : drag.kind === 'dragging' && plan.edit.kind === 'move' && landedSeconds !== null ? describeLanding(drag.grabbed.startSeconds + plan.edit.deltaSeconds, landedSeconds, frameRate) : describePlan(plan, frameRate);
  const topPx = Math.floor(Math.max(0, drag.from.yPx) / ROW_PX) * ROW_PX;
  const note = text === null ? null : { text, seconds: point.seconds, topPx: drag.kind === 'dragging' ? Math.max(0, point.yPx) - ROW_PX : topPx };
  return { snapSeconds: plan.snapSeconds, newTrackTopPx: plan.newTrackTopPx, ghosts: drag.kind === 'dragging' ? ghostsOf(drag, plan, point) : [], box: null, note };
}

/** Under the pointer, whatever is there: where the clips come to be may be beside it. */
function ghostsOf(drag: Extract<TimelineDrag, { kind: 'dragging' }>, { edit }: DragPlan, point: TimelinePoint): Ghost[] {
  if (edit.kind !== 'move' && edit.kind !== 'new-track') return [];
  const topOf = (track: number): number => drag.rows.find((row) => row.track === track)?.topPx ?? 0;
  return drag.clips.map((clip) => ({
    startSeconds: clip.startSeconds + edit.deltaSeconds,
    endSeconds: clip.endSeconds + edit.deltaSeconds,
    topPx: topOf(clip.track) + (edit.kind === 'new-track' ? point.yPx - drag.from.yPx : -edit.rows * ROW_PX),
  }));
}

/** Before the start is no place at all: nothing is said of that. */
function describeLanding(wantedSeconds: number, landedSeconds: number, frameRate: Rational): string {
  const [wanted, landed] = [secondsToFrame(Math.max(0, wantedSeconds), frameRate), secondsToFrame(landedSeconds, frameRate)];
  return `${formatTimecode(landed, frameRate)}${wanted === landed ? '' : ' · next free place'}`;
}

function describePlan({ edit }: DragPlan, frameRate: Rational): string | null {
  switch (edit.kind) {
    case 'move': return edit.isCopy ? 'Copy' : null;
    case 'new-track': return edit.isCopy ? 'Copy to a new track' : 'New track';
    case 'trim': return formatTimecode(secondsToFrame(edit.toSeconds, frameRate), frameRate);
    case 'roll': return `Cut ${signed(edit.deltaSeconds)}`;
    case 'slip': return `Content ${signed(edit.deltaSeconds)}`;
    case 'fade': return `Fade ${edit.seconds.toFixed(2)} s`;
    case 'transition': return `${(edit.transition?.duration ?? 0).toFixed(2)} s`;
    case 'keyframe': return signed(edit.deltaSeconds);
    default: return edit satisfies never;
  }
}

const signed = (seconds: number): string => `${seconds < 0 ? '−' : '+'}${Math.abs(seconds).toFixed(2)} s`;

export function DragFeedback() {
  const { snapSeconds, newTrackTopPx, ghosts, box, note } = useTimelineUi(({ feedback }) => feedback);
  const pxPerSecond = useEditor((state) => state.pxPerSecond);
  return (
    <div aria-hidden="true" className="pointer-events-none absolute inset-0 z-10" style={{ top: LANES_PADDING_PX }}>
      {ghosts.map(({ startSeconds, endSeconds, topPx }, index) => (
        <div
          key={index}
          className="absolute rounded-md border border-dashed border-ink bg-ink/5"
          style={{ left: startSeconds * pxPerSecond, width: (endSeconds - startSeconds) * pxPerSecond, top: topPx + CLIP_INSET_PX, height: CLIP_HEIGHT_PX }}
        />
      ))}
      {newTrackTopPx !== null && <div data-testid="new-track-line" className="absolute inset-x-0 -mt-px h-0.5 bg-accent" style={{ top: newTrackTopPx }} />}
      {snapSeconds !== null && <div data-testid="snap-line" className="absolute -top-3 bottom-0 w-px bg-[#ff4d8d]" style={{ left: snapSeconds * pxPerSecond }} />}
      {box !== null && (
        <div
          className="absolute rounded-sm border border-accent bg-accent/15"
          style={{ left: box.startSeconds * pxPerSecond, width: (box.endSeconds - box.startSeconds) * pxPerSecond, top: box.topPx, height: box.bottomPx - box.topPx }}
        />
      )}
      {note !== null && (
        <p className="absolute mt-3 ml-3 rounded-md bg-ink px-2 py-1 text-xs font-medium whitespace-nowrap text-paper tabular-nums shadow-pop" style={{ left: note.seconds * pxPerSecond, top: note.topPx }}>
          {note.text}
        </p>
      )}
    </div>
  );
}
