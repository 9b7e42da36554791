/** What is dropped on the stage: a medium of the project becomes an element there, at the playhead; files go to whoever uploads them. */
'use client';

import { useState, type DragEvent, type RefObject } from 'react';
import { MEDIA_TYPE, type DraggedMedium } from '#components/composer/media/dragged-medium';
import { placeIn } from '#components/composer/stage/stage-geometry';
import { toScopePoint } from '#components/composer/stage/stage-interaction';
import { findCanvasView, useStageViewStore } from '#components/composer/stage/stage-view';
import { useEditorStore } from '#components/composer/store/editor-store';
import type { Element } from '#lib/composition/schema/composition';
import { mediaKey } from '#lib/composition/sources';
import { addElements } from '#lib/editor/commands/add-elements';
import { createMediaElement } from '#lib/editor/create-element';
import { presentOf } from '#lib/editor/history';
import { topTrackOf } from '#lib/editor/open-tracks';
import { openScene } from '#lib/editor/scene';
import { sourceSecondsFrom } from '#lib/editor/source-seconds';
import type { StageScene } from '#lib/editor/stage-targets';

/** Where something was dropped: on the canvas of the open scope, and on its clock. */
export interface DropPlace {
  xPx: number;
  yPx: number;
  atSeconds: number;
}

/** What is not the first on the canvas does not cover it. */
const DROPPED_WIDTH = '50%';

export function useStageDrop(windowRef: RefObject<HTMLElement | null>, scene: StageScene | null, onDropFiles: (files: File[], place: DropPlace) => void) {
  const store = useEditorStore();
  const stageView = useStageViewStore();
  const [isOver, setOver] = useState(false);

  const placeOf = (event: DragEvent): DropPlace | null => {
    const view = findCanvasView(stageView.getState());
    if (scene === null || view === null) return null;
    const { xPx, yPx } = toScopePoint(scene, view, placeIn(windowRef.current, event));
    return { xPx: Math.round(xPx), yPx: Math.round(yPx), atSeconds: scene.atSeconds };
  };
  const add = ({ source, kind, name, facts: found }: DraggedMedium, place: DropPlace) => {
    const { facts, learnFacts, history, run } = store.getState();
    if (found !== undefined) learnFacts(new Map([...facts, [mediaKey(kind, source), found]]));
    const { clips } = openScene(presentOf(history), sourceSecondsFrom(facts));
    const made = createMediaElement(kind, { source, name });
    run(addElements, { elements: [clips.length === 0 ? made : placedAt(made, place)], destination: { kind: 'new-track', above: topTrackOf(clips), atSeconds: place.atSeconds } });
  };
  return {
    isOver,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!event.dataTransfer.types.some((type) => type === MEDIA_TYPE || type === 'Files')) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      },
      onDragLeave: (event: DragEvent) => {
        if (!(event.relatedTarget instanceof Node) || windowRef.current?.contains(event.relatedTarget) !== true) setOver(false);
      },
      onDrop: (event: DragEvent) => {
        setOver(false);
        const place = placeOf(event);
        if (place === null) return;
        event.preventDefault();
        const medium = parseMedium(event.dataTransfer.getData(MEDIA_TYPE));
        const files = [...event.dataTransfer.files];
        if (medium !== null) add(medium, place);
        else if (files.length > 0) onDropFiles(files, place);
      },
    },
  };
}

/** Its middle where it was dropped; what is only heard is nowhere. */
export function placedAt(element: Element, { xPx, yPx }: Pick<DropPlace, 'xPx' | 'yPx'>): Element {
  if (element.type === 'audio') return element;
  return { ...element, x: xPx, y: yPx, x_anchor: '50%', y_anchor: '50%', width: DROPPED_WIDTH };
}

function parseMedium(json: string): DraggedMedium | null {
  // Empty unless a panel of this page has put it there.
  return json === '' ? null : (JSON.parse(json) as DraggedMedium);
}
