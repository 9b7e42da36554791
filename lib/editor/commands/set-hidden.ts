/** Hides or shows elements by their own `visible`, so that the preview, and whoever gets the JSON, sees the same. What is only heard is left as it is. */
import { changeElement } from '#lib/editor/change-element';
import { refuse, type Command } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';
import { finishEdit, keep } from '#lib/editor/finish-edit';
import { findClips, openScene } from '#lib/editor/scene';

export interface SetHiddenArgs {
  /** Of a track: those of all its clips. */
  keys: readonly ElementKey[];
  isHidden: boolean;
}

export const setHidden: Command<SetHiddenArgs> = (state, { keys, isHidden }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const chosen = findClips(scene, keys).filter(({ element }) => element.type !== 'audio');
  if (chosen.length === 0) return refuse('There is nothing to be seen of it');
  const edited = scene.clips.map((clip) => {
    const kept = keep(clip, state.selection.includes(clip.key));
    return chosen.includes(clip) ? { ...kept, element: changeElement(clip.element, { visible: isHidden ? false : undefined }) } : kept;
  });
  return finishEdit(scene, edited, { label: isHidden ? 'Hide' : 'Show' });
};
