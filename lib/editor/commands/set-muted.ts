/** Mutes elements or lets them sound, by their own `muted`. What has no sound is left as it is. */
import { changeElement } from '#lib/editor/change-element';
import { refuse, type Command } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';
import { isHeard } from '#lib/editor/editor-view';
import { finishEdit, keep } from '#lib/editor/finish-edit';
import { findClips, openScene } from '#lib/editor/scene';

export interface SetMutedArgs {
  /** Of a track: those of all its clips. */
  keys: readonly ElementKey[];
  isMuted: boolean;
}

export const setMuted: Command<SetMutedArgs> = (state, { keys, isMuted }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const chosen = findClips(scene, keys).filter(({ element }) => isHeard(element));
  if (chosen.length === 0) return refuse('It has no sound');
  const edited = scene.clips.map((clip) => {
    const kept = keep(clip, state.selection.includes(clip.key));
    return chosen.includes(clip) ? { ...kept, element: changeElement(clip.element, { muted: isMuted ? true : undefined }) } : kept;
  });
  return finishEdit(scene, edited, { label: isMuted ? 'Mute' : 'Unmute' });
};
