/** Goes into an element of the stage: a text is written in, a group opened. */
'use client';

import { useCallback } from 'react';
import { useStageViewStore } from '#components/composer/stage/stage-view';
import { useEditorStore } from '#components/composer/store/editor-store';
import { editedWordsOf } from '#lib/editor/edited-words';
import { enterGroup, select } from '#lib/editor/editor-state';
import type { StageTarget } from '#lib/editor/stage-targets';

/** False of what nothing can be opened of. */
export function useEditText(): (target: StageTarget) => boolean {
  const store = useEditorStore();
  const stageView = useStageViewStore();
  return useCallback(
    ({ key, element }) => {
      const { choose, say } = store.getState();
      if (element.type === 'composition') {
        choose((state) => enterGroup(state, key));
        return true;
      }
      if (element.type !== 'text') return false;
      choose((state) => select(state, [key]));
      if (editedWordsOf(element) === null) say({ kind: 'news', text: 'This text has several styles: its words are written in the inspector' });
      else stageView.getState().editText(key);
      return true;
    },
    [store, stageView],
  );
}
