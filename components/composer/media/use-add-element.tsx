/** Adds elements to the document: where it is said, or at the playhead. */
'use client';

import { useCallback } from 'react';
import { useReadPlayhead } from '#components/composer/inspector/edit-target';
import { placedAt } from '#components/composer/stage/use-stage-drop';
import { useEditorStore } from '#components/composer/store/editor-store';
import type { Element } from '#lib/composition/schema/composition';
import { addElements } from '#lib/editor/commands/add-elements';
import { presentOf } from '#lib/editor/history';
import { destinationAt } from '#lib/editor/place-medium';
import type { Destination } from '#lib/editor/place-new';
import { openScene } from '#lib/editor/scene';
import { sourceSecondsFrom } from '#lib/editor/source-seconds';

/** Where something is to go; what is absent is decided by the playhead and by what is free. */
export interface AddingTarget {
  /** On the clock of the open scope. */
  atSeconds?: number;
  track?: number;
  /** The middle of what is seen, on the canvas of the open scope. */
  xPx?: number;
  yPx?: number;
}

export function useAddElement(): (element: Element, to?: AddingTarget) => void {
  const store = useEditorStore();
  const readPlayhead = useReadPlayhead();
  return useCallback(
    (element, { atSeconds = readPlayhead(), track, xPx, yPx } = {}) => {
      const { history, facts, project, run } = store.getState();
      const scene = openScene(presentOf(history), sourceSecondsFrom(facts));
      const isPlaced = xPx !== undefined && yPx !== undefined && scene.clips.length > 0;
      const placed = isPlaced ? placedAt(element, { xPx, yPx }) : element;
      const destination: Destination = track === undefined ? destinationAt(scene, placed, { atSeconds, lockedTracks: project.lockedTracks }) : { kind: 'track', track, atSeconds, onOccupied: 'nearest' };
      run(addElements, { elements: [placed], destination });
    },
    [store, readPlayhead],
  );
}
