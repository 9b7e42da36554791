/** Goes into an element of the stage: a text is written in, a picture cropped, a group opened. */
'use client';

import { useCallback } from 'react';
import { useStageViewStore } from '#components/composer/stage/stage-view';
import { useEditorStore } from '#components/composer/store/editor-store';
import { enterGroup, select } from '#lib/editor/editor-state';
import type { StageTarget } from '#lib/editor/stage-targets';

/** False of what nothing can be opened of. */
export function useOpenTarget(): (target: StageTarget) => boolean {
  const store = useEditorStore();
  const stageView = useStageViewStore();
  return useCallback(
    ({ key, element, isLocked }) => {
      const { choose, say } = store.getState();
      if (element.type === 'composition') {
        choose((state) => enterGroup(state, key));
        return true;
      }
      if (element.type !== 'text' && element.type !== 'image' && element.type !== 'video') return false;
      choose((state) => select(state, [key]));
      if (isLocked) {
        say({ kind: 'refusal', text: 'Its track is locked: unlock it to change what is on it' });
        return true;
      }
      if (element.type === 'text') stageView.getState().editText(key);
      else stageView.getState().crop(key);
      return true;
    },
    [store, stageView],
  );
}
