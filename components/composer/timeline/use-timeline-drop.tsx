/**
 * What is dropped on the tracks: what is dragged out of a panel becomes a clip there; files go to whoever uploads them. The drop goes on to the page, which
 * opens compositions (JSON).
 */
'use client';

import { useEffect, useRef, type DragEvent, type RefObject } from 'react';
import { ELEMENT_TYPE, readDraggedElement } from '#components/composer/media/dragged-element';
import { useLearnMedium } from '#components/composer/media-info/use-media-info';
import { usePlayer } from '#components/composer/player/player-context';
import { MEDIA_TYPE, type DraggedMedium } from '#components/composer/media/dragged-medium';
import { useEditorStore } from '#components/composer/store/editor-store';
import { scrollAtEdge } from '#components/composer/timeline/scroll-at-edge';
import { LANES_PADDING_PX, NO_FEEDBACK, useTimelineUiStore, type TimelineFeedback } from '#components/composer/timeline/timeline-ui';
import type { TimelineScene } from '#components/composer/timeline/use-timeline-scene';
import { frameToSeconds } from '#lib/composition/frame-rate';
import type { Element } from '#lib/composition/schema/composition';
import { addElements } from '#lib/editor/commands/add-elements';
import { createMediaElement, createShapeElement } from '#lib/editor/create-element';
import { presentOf } from '#lib/editor/history';
import { planDrop, type PlannedDrop } from '#lib/editor/plan-drop';
import { openScene } from '#lib/editor/scene';
import { listSnapTargets } from '#lib/editor/snap-time';
import { sourceSecondsFrom } from '#lib/editor/source-seconds';
import { formatTimecode } from '#lib/editor/timecode';

/** Where files were dropped: on a track of the open scope, or where a new one would be, and when on its clock. */
export interface TimelineDropPlace {
  /** Null: on a new track. */
  track: number | null;
  timeSeconds: number;
}

export interface DropHandlers {
  onDragOver: (event: DragEvent) => void;
  onDragLeave: (event: DragEvent) => void;
  onDrop: (event: DragEvent) => void;
}

/** Of files nothing is known before they are here: a still picture's place. */
const UNKNOWN = createShapeElement('rectangle');

export function useTimelineDrop(lanesRef: RefObject<HTMLElement | null>, scene: TimelineScene, onDropFiles: ((files: File[], place: TimelineDropPlace) => void) | undefined): DropHandlers {
  const store = useEditorStore();
  const ui = useTimelineUiStore();
  const player = usePlayer();
  const learn = useLearnMedium();
  const last = useRef<string>('');
  const clear = () => {
    last.current = '';
    ui.setState({ feedback: NO_FEEDBACK });
  };
  useEffect(() => {
    // A drag that is given up, by Escape too, ends where it began.
    window.addEventListener('dragend', clear);
    return () => window.removeEventListener('dragend', clear);
  });
  const planOf = ({ clientX, clientY, shiftKey, ctrlKey, metaKey }: DragEvent): PlannedDrop | null => {
    const rectangle = lanesRef.current?.getBoundingClientRect();
    if (rectangle === undefined) return null;
    const { view, rows, originSeconds, locked } = scene;
    const { pxPerSecond, isSnapping, project, facts, history } = store.getState();
    const playheadSeconds = player === null ? null : frameToSeconds(player.getState().frame, view.frameRate) - originSeconds;
    const targets = listSnapTargets(view, { movingKeys: [], playheadSeconds, markerSeconds: project.markers.map(({ seconds }) => seconds - originSeconds) });
    const pointer = { seconds: (clientX - rectangle.left) / pxPerSecond, yPx: clientY - rectangle.top - LANES_PADDING_PX };
    const snapping = isSnapping && !ctrlKey && !metaKey ? { targets, pxPerSecond } : null;
    return planDrop(openScene(presentOf(history), sourceSecondsFrom(facts)), readDraggedElement() ?? UNKNOWN, { pointer, rows, locked, snapping, onOccupied: shiftKey ? 'insert' : ui.getState().onOccupied });
  };
  const isWelcome = ({ dataTransfer: { types } }: DragEvent): boolean => types.includes(MEDIA_TYPE) || types.includes(ELEMENT_TYPE) || (onDropFiles !== undefined && types.includes('Files'));
  const add = (element: Element, { destination }: PlannedDrop) => store.getState().run(addElements, { elements: [element], destination });
  const addMedium = async (medium: DraggedMedium, plan: PlannedDrop) => {
    const { id } = store.getState().project;
    await learn(medium);
    // Another project may have been opened meanwhile.
    if (store.getState().project.id === id) add(createMediaElement(medium.kind, { source: medium.source, name: medium.name }), plan);
  };
  return {
    onDragOver: (event) => {
      if (!isWelcome(event)) return;
      scrollAtEdge(ui.getState().scroller, event);
      const plan = planOf(event);
      event.preventDefault();
      event.dataTransfer.dropEffect = plan === null ? 'none' : 'copy';
      // Browsers tell of a drag many times a second, also while it rests.
      const text = JSON.stringify(plan);
      if (text === last.current) return;
      last.current = text;
      ui.setState({ feedback: plan === null ? NO_FEEDBACK : showPlan(plan, scene) });
    },
    onDragLeave: (event) => {
      if (!(event.relatedTarget instanceof Node) || lanesRef.current?.contains(event.relatedTarget) !== true) clear();
    },
    onDrop: (event) => {
      clear();
      const plan = planOf(event);
      if (plan === null || !isWelcome(event)) return;
      const [medium, element] = [parse<DraggedMedium>(event, MEDIA_TYPE), parse<Element>(event, ELEMENT_TYPE)];
      const files = [...event.dataTransfer.files];
      if (medium === null && element === null && (onDropFiles === undefined || files.length === 0)) return;
      event.preventDefault();
      const { destination, seconds } = plan;
      if (element !== null) add(element, plan);
      else if (medium !== null) void addMedium(medium, plan);
      else onDropFiles?.(files, { track: destination.kind === 'track' ? destination.track : null, timeSeconds: seconds });
    },
  };
}

/** Null unless a panel of this page has put it there. */
function parse<Dragged>({ dataTransfer }: DragEvent, type: string): Dragged | null {
  const json = dataTransfer.getData(type);
  return json === '' ? null : (JSON.parse(json) as Dragged);
}

function showPlan({ destination, seconds, landing, topPx, snapSeconds }: PlannedDrop, { view: { frameRate } }: TimelineScene): TimelineFeedback {
  const isNew = destination.kind === 'new-track';
  const text = isNew ? 'New track' : landing === null ? 'There is no room on that track' : `${formatTimecode(landing.startFrame, frameRate)}${landing.isElsewhere ? ' · next free place' : ''}`;
  const ghosts = isNew || landing === null ? [] : [{ startSeconds: landing.startSeconds, endSeconds: landing.endSeconds, topPx }];
  return { ...NO_FEEDBACK, snapSeconds, newTrackTopPx: isNew ? topPx : null, ghosts, note: { text, seconds, topPx } };
}
