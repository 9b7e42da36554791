/** What is dropped on the tracks: a medium of the project becomes a clip there; files go to whoever uploads them. */
'use client';

import { useRef, type DragEvent, type RefObject } from 'react';
import { usePlayer } from '#components/composer/player/player-context';
import { MEDIA_TYPE, type DraggedMedium } from '#components/composer/stage/use-stage-drop';
import { useEditorStore } from '#components/composer/store/editor-store';
import { LANES_PADDING_PX, NO_FEEDBACK, useTimelineUiStore } from '#components/composer/timeline/timeline-ui';
import type { TimelineScene } from '#components/composer/timeline/use-timeline-scene';
import { frameToSeconds } from '#lib/composition/frame-rate';
import { mediaKey } from '#lib/composition/sources';
import { addElements } from '#lib/editor/commands/add-elements';
import { createMediaElement, STILL_SECONDS } from '#lib/editor/create-element';
import type { Destination } from '#lib/editor/place-new';
import { listSnapTargets, snapTime } from '#lib/editor/snap-time';
import { rowPlaceAt } from '#lib/editor/timeline-rows';

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

interface Landing {
  destination: Destination;
  seconds: number;
  topPx: number;
  snapSeconds: number | null;
}

export function useTimelineDrop(lanesRef: RefObject<HTMLElement | null>, scene: TimelineScene, onDropFiles: ((files: File[], place: TimelineDropPlace) => void) | undefined): DropHandlers {
  const store = useEditorStore();
  const ui = useTimelineUiStore();
  const player = usePlayer();
  const last = useRef<string>('');
  const clear = () => {
    last.current = '';
    ui.setState({ feedback: NO_FEEDBACK });
  };
  const landingOf = ({ clientX, clientY, shiftKey }: DragEvent): Landing | null => {
    const rectangle = lanesRef.current?.getBoundingClientRect();
    if (rectangle === undefined) return null;
    const { view, rows, originSeconds, locked } = scene;
    const { pxPerSecond, isSnapping, project } = store.getState();
    const wanted = Math.max(0, (clientX - rectangle.left) / pxPerSecond);
    const playheadSeconds = player === null ? null : frameToSeconds(player.getState().frame, view.frameRate) - originSeconds;
    const targets = listSnapTargets(view, { movingKeys: [], playheadSeconds, markerSeconds: project.markers.map(({ seconds }) => seconds - originSeconds) });
    const snap = isSnapping ? snapTime([0], wanted, targets, { pxPerSecond }) : { deltaSeconds: wanted, target: null };
    const atSeconds = Math.max(0, snap.deltaSeconds);
    const place = rowPlaceAt(rows, clientY - rectangle.top - LANES_PADDING_PX);
    const shared = { seconds: atSeconds, snapSeconds: snap.target?.seconds ?? null };
    const row = place.kind === 'row' ? rows[place.index] : undefined;
    if (place.kind === 'gap') return { ...shared, topPx: place.topPx, destination: { kind: 'new-track', above: place.above, atSeconds } };
    if (row === undefined || locked.has(row.track)) return null;
    return { ...shared, topPx: row.topPx, destination: { kind: 'track', track: row.track, atSeconds, onOccupied: shiftKey ? 'insert' : 'nearest' } };
  };
  const isWelcome = ({ dataTransfer: { types } }: DragEvent): boolean => types.includes(MEDIA_TYPE) || (onDropFiles !== undefined && types.includes('Files'));
  const add = ({ source, kind, name, facts: found }: DraggedMedium, destination: Destination) => {
    const { facts, learnFacts, run } = store.getState();
    if (found !== undefined) learnFacts(new Map([...facts, [mediaKey(kind, source), found]]));
    run(addElements, { elements: [createMediaElement(kind, { source, name })], destination });
  };
  return {
    onDragOver: (event) => {
      if (!isWelcome(event)) return;
      const landing = landingOf(event);
      event.preventDefault();
      event.dataTransfer.dropEffect = landing === null ? 'none' : 'copy';
      // Browsers tell of a drag many times a second, also while it rests.
      const text = JSON.stringify(landing);
      if (text === last.current) return;
      last.current = text;
      ui.setState({ feedback: landing === null ? NO_FEEDBACK : showLanding(landing) });
    },
    onDragLeave: (event) => {
      if (!(event.relatedTarget instanceof Node) || lanesRef.current?.contains(event.relatedTarget) !== true) clear();
    },
    onDrop: (event) => {
      clear();
      const landing = landingOf(event);
      if (landing === null || !isWelcome(event)) return;
      const json = event.dataTransfer.getData(MEDIA_TYPE);
      const files = [...event.dataTransfer.files];
      if (json === '' && (onDropFiles === undefined || files.length === 0)) return;
      event.preventDefault();
      event.stopPropagation();
      const { destination, seconds } = landing;
      // Empty unless a panel of this page has put it there.
      if (json !== '') add(JSON.parse(json) as DraggedMedium, destination);
      else onDropFiles?.(files, { track: destination.kind === 'track' ? destination.track : null, timeSeconds: seconds });
    },
  };
}

/** How long it will be is not told while something is dragged. */
function showLanding({ destination, seconds, topPx, snapSeconds }: Landing) {
  const isNew = destination.kind === 'new-track';
  return { ...NO_FEEDBACK, snapSeconds, newTrackTopPx: isNew ? topPx : null, ghosts: isNew ? [] : [{ startSeconds: seconds, endSeconds: seconds + STILL_SECONDS, topPx }] };
}
