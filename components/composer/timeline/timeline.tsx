/**
 * The timeline: tools, ruler, tracks and their clips in one window that scrolls both ways. It shows the open scope of the document, and changes it by
 * commands alone; the playhead is the player's.
 */
'use client';

import { Type } from 'lucide-react';
import { useRef } from 'react';
import { useActions } from '#components/composer/commands/actions-context';
import { afterTracks } from '#components/composer/shell/after-tracks';
import { lazyPart } from '#components/composer/shell/lazy-part';
import { useEditor, useEditorState, useEditorStore } from '#components/composer/store/editor-store';
import { ClipList } from '#components/composer/timeline/clip-list';
import { DragFeedback } from '#components/composer/timeline/drag-feedback';
import { PlayheadLine } from '#components/composer/timeline/playhead';
import { ScopeTrail } from '#components/composer/timeline/scope-trail';
import { TimeRuler } from '#components/composer/timeline/time-ruler';
import { HEADS_PX, LANES_PADDING_PX, RULER_PX, TimelineUiProvider, useTimelineUi } from '#components/composer/timeline/timeline-ui';
import { useTimelineDrop, type TimelineDropPlace } from '#components/composer/timeline/use-timeline-drop';
import { useTimelinePointer } from '#components/composer/timeline/use-timeline-pointer';
import { useTimelineScene, type TimelineScene } from '#components/composer/timeline/use-timeline-scene';
import { useTimelineScroll } from '#components/composer/timeline/use-timeline-scroll';
import { Button } from '#components/ui/button';
import { enterGroup } from '#lib/editor/editor-state';
import { ROW_PX } from '#lib/editor/timeline-rows';

// Clips can be taken hold of before these are there.
const TimelineToolbar = lazyPart(afterTracks(async () => (await import('#components/composer/timeline/timeline-toolbar')).TimelineToolbar), <div className="h-10 shrink-0 border-b border-line" />);
const TrackHeads = lazyPart(afterTracks(async () => (await import('#components/composer/timeline/track-heads')).TrackHeads), <div data-heads className="sticky left-0 z-40 shrink-0 border-r border-line bg-surface" style={{ width: HEADS_PX }} />);
const LaneParts = lazyPart(afterTracks(async () => (await import('#components/composer/timeline/lane-parts')).LaneParts));

interface TimelineProps {
  /** Files were dropped on the tracks. Absent: they are not taken. */
  onDropFiles?: (files: File[], place: TimelineDropPlace) => void;
}

export function Timeline({ onDropFiles }: TimelineProps) {
  return (
    <TimelineUiProvider>
      <div className="flex h-full min-h-0 flex-col bg-surface text-ink">
        <TimelineToolbar />
        <ScopeTrail />
        <Tracks onDropFiles={onDropFiles} />
      </div>
    </TimelineUiProvider>
  );
}

/** After the last clip there is room for more: a part of what is in sight. */
const TAIL = 0.6;

function Tracks({ onDropFiles }: { onDropFiles: TimelineProps['onDropFiles'] }) {
  const scrollerRef = useRef<HTMLDivElement>(null);
  const scene = useTimelineScene();
  const pxPerSecond = useEditor((state) => state.pxPerSecond);
  const widthPx = useTimelineUi((ui) => ui.widthPx);
  useTimelineScroll(scrollerRef, scene);
  const lanesPx = Math.max(widthPx, Math.ceil(scene.lengthSeconds * pxPerSecond + widthPx * TAIL));
  return (
    <div ref={scrollerRef} className="relative min-h-0 flex-1 overflow-auto overscroll-contain bg-sunken">
      <div className="relative flex min-h-full flex-col" style={{ width: HEADS_PX + lanesPx }}>
        <div className="sticky top-0 z-50 flex shrink-0" style={{ height: RULER_PX }}>
          <div className="sticky left-0 z-10 shrink-0 border-r border-b border-line bg-surface" style={{ width: HEADS_PX }} />
          <TimeRuler scene={scene} />
        </div>
        <div className="flex flex-1">
          <TrackHeads scene={scene} />
          <Lanes scene={scene} onDropFiles={onDropFiles} />
        </div>
      </div>
    </div>
  );
}

function Lanes({ scene, onDropFiles }: { scene: TimelineScene; onDropFiles: TimelineProps['onDropFiles'] }) {
  const lanesRef = useRef<HTMLDivElement>(null);
  const store = useEditorStore();
  const pointer = useTimelinePointer(lanesRef, scene);
  const drop = useTimelineDrop(lanesRef, scene, onDropFiles);
  const { rows, view, locked } = scene;
  return (
    <div ref={lanesRef} data-testid="lanes" tabIndex={-1} {...pointer} {...drop} className="relative min-w-0 flex-1 touch-pan-y outline-none" style={{ minHeight: rows.length * ROW_PX + 2 * LANES_PADDING_PX }}>
      {rows.map((row, index) => (
        <div key={row.track} aria-hidden="true" className={`absolute inset-x-0 border-b border-line/70 ${locked.has(row.track) ? 'bg-line/40' : index % 2 === 0 ? 'bg-surface/60' : ''}`} style={{ top: LANES_PADDING_PX + row.topPx, height: ROW_PX }} />
      ))}
      <ClipList scene={scene} onOpen={({ key, element }) => element.type === 'composition' && store.getState().choose((state) => enterGroup(state, key))} />
      <LaneParts scene={scene} lanesRef={lanesRef} />
      <DragFeedback />
      <PlayheadLine scene={scene} />
      {view.clips.length === 0 && <EmptyLanes />}
    </div>
  );
}

function EmptyLanes() {
  const { scope } = useEditorState();
  const { perform } = useActions();
  return (
    <div style={{ left: HEADS_PX }} className="sticky flex h-full max-w-[min(100%,calc(100vw-12rem))] items-center justify-center gap-3 p-6 text-sm text-ink-soft">
      <span>{scope === null ? 'Drop media here, or begin with a text' : 'This group is empty'}</span>
      <Button size="small" onClick={() => perform('addText')}>
        <Type aria-hidden="true" />
        Add a text
      </Button>
    </div>
  );
}
