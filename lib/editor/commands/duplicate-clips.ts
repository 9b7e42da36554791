/** Duplicates clips: each copy right after the last of those on its track, at the nearest free place when that is taken. Listed after its original. */
import { countedLabel, lastStartFrame, lengthFramesOf, moveTo, stretchOf } from '#lib/editor/clip-times';
import { refuse, type Command } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';
import { findFreeDistance, type Stretch } from '#lib/editor/find-free-place';
import { finishEdit, keep } from '#lib/editor/finish-edit';
import { changeElement } from '#lib/editor/change-element';
import { findClips, openScene } from '#lib/editor/scene';
import { idSource, withNewIds } from '#lib/editor/unique-id';

export interface DuplicateClipsArgs {
  keys: readonly ElementKey[];
}

export const duplicateClips: Command<DuplicateClipsArgs> = (state, { keys }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const originals = findClips(scene, keys);
  if (originals.length === 0) return refuse('No clip is selected');
  const stretches = originals.map((clip): Stretch => ({ track: clip.track, startFrame: clip.startFrame, endFrame: clip.startFrame + lengthFramesOf(clip, scene) }));
  const blockFrames = Math.max(...stretches.map(({ endFrame }) => endFrame)) - Math.min(...stretches.map(({ startFrame }) => startFrame));
  const distance = findFreeDistance(stretches, scene.clips.map(stretchOf), { wantedFrames: blockFrames, lastStartFrame: lastStartFrame(scene) });
  if (distance === null) return refuse('There is no room for a copy on that track');
  const nextId = idSource(state.composition);
  const edited = scene.clips.flatMap((clip) => {
    if (!originals.includes(clip)) return [keep(clip)];
    // A copy stands by itself: it takes over from nothing.
    const copy = changeElement(withNewIds(clip.element, nextId), { transition: undefined });
    return [keep(clip), { ...moveTo(clip, { track: clip.track, startFrame: clip.startFrame + distance }, scene), element: copy }];
  });
  return finishEdit(scene, edited, { label: countedLabel('Duplicate', originals.length) });
};
