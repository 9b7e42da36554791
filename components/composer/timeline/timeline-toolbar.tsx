/** The tools of the timeline, all of them actions of the registry but the zoom's slider and what becomes of clips that others are dropped on. */
'use client';

import { Blend, Copy, Flag, ListX, Magnet, MoveHorizontal, Rows3, Scissors, Trash2, Type, ZoomIn, ZoomOut } from 'lucide-react';
import { ActionButton } from '#components/composer/commands/action-button';
import { useEditor, useEditorStore } from '#components/composer/store/editor-store';
import { OccupiedMenu } from '#components/composer/timeline/occupied-menu';
import { useTimelineUi, useTimelineUiStore } from '#components/composer/timeline/timeline-ui';
import { IconButton } from '#components/ui/icon-button';
import { PX_PER_SECOND_MAX, PX_PER_SECOND_MIN } from '#lib/editor/time-scale';

export function TimelineToolbar() {
  const ui = useTimelineUiStore();
  const isSnapping = useEditor((state) => state.isSnapping);
  const hasEmptyTrack = useTimelineUi((state) => state.hasEmptyTrack);
  return (
    <div role="toolbar" aria-label="Timeline" className="flex h-10 shrink-0 items-center gap-0.5 border-b border-line px-2">
      <ActionButton id="split" icon={Scissors} side="top" />
      <ActionButton id="delete" icon={Trash2} side="top" />
      <ActionButton id="rippleDelete" icon={ListX} side="top" />
      <ActionButton id="duplicate" icon={Copy} side="top" />
      <Line />
      <ActionButton id="addText" icon={Type} side="top" />
      <ActionButton id="addTransition" icon={Blend} side="top" />
      <ActionButton id="addMarker" icon={Flag} side="top" />
      <IconButton label="Add a track" icon={Rows3} side="top" disabled={hasEmptyTrack} onClick={() => ui.setState({ hasEmptyTrack: true })} />
      <Line />
      <ActionButton id="toggleSnapping" icon={Magnet} side="top" isPressed={isSnapping} />
      <OccupiedMenu />
      <div className="ml-auto flex items-center gap-0.5">
        <ActionButton id="zoomOut" icon={ZoomOut} side="top" />
        <ZoomSlider />
        <ActionButton id="zoomIn" icon={ZoomIn} side="top" />
        <ActionButton id="zoomToFit" icon={MoveHorizontal} side="top" />
      </div>
    </div>
  );
}

const Line = () => <span aria-hidden="true" className="mx-1.5 h-5 w-px bg-line" />;

/** Each step of it is as much larger as the one before. */
function ZoomSlider() {
  const store = useEditorStore();
  const pxPerSecond = useEditor((state) => state.pxPerSecond);
  return (
    <input
      type="range"
      aria-label="Zoom of the timeline"
      aria-valuetext={`${Math.round(pxPerSecond)} pixels a second`}
      min={Math.log(PX_PER_SECOND_MIN)}
      max={Math.log(PX_PER_SECOND_MAX)}
      step={0.01}
      value={Math.log(pxPerSecond)}
      onChange={({ target }) => store.getState().setView({ pxPerSecond: Math.exp(target.valueAsNumber) })}
      className="mx-1 h-1 w-28 cursor-pointer accent-[var(--accent)]"
    />
  );
}
