/** The keys of the stage while it has the focus: arrows move what is selected, Enter writes in a text, crops a picture or opens a group. All else goes on to the page. */
'use client';

import type { KeyboardEvent } from 'react';
import { ARROWS } from '#components/composer/stage/arrow-keys';
import { useOpenTarget } from '#components/composer/stage/use-open-target';
import { useEditorStore } from '#components/composer/store/editor-store';
import { nudgeBoxes } from '#lib/editor/align-boxes';
import { placeBoxes } from '#lib/editor/commands/place-boxes';
import type { StageScene, StageTarget } from '#lib/editor/stage-targets';

const LARGE_STEP_PX = 10;

export function useStageKeys(scene: StageScene | null, selected: readonly StageTarget[]): (event: KeyboardEvent) => void {
  const store = useEditorStore();
  const open = useOpenTarget();
  return (event) => {
    const [only, ...more] = selected;
    // Buttons over the canvas, and the text that is written, have keys of their own.
    if (event.target !== event.currentTarget || scene === null || only === undefined) return;
    const arrow = ARROWS[event.key];
    if (arrow !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const step = event.shiftKey ? LARGE_STEP_PX : 1;
      const boxes = nudgeBoxes(selected.map(({ key, box }) => ({ key, ...box })), arrow[0] * step, arrow[1] * step);
      store.getState().run(placeBoxes, { boxes, atSeconds: scene.atSeconds, label: 'Nudge' }, `nudge ${boxes.map(({ key }) => key).join(' ')}`);
    } else if (event.key === 'Enter' && !event.shiftKey && more.length === 0 && open(only)) {
      // Done.
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
}
