/** Deletes clips. What is left stays where it is, or with `ripple` closes the gaps on its track. The last element of a group takes the group with it. */
import { countedLabel, shiftBy } from '#lib/editor/clip-times';
import { refuse, type Command } from '#lib/editor/edit-outcome';
import { leaveGroup, type ElementKey } from '#lib/editor/editor-state';
import { finishEdit, keep } from '#lib/editor/finish-edit';
import { findClips, openScene, type PlacedClip } from '#lib/editor/scene';

export interface DeleteClipsArgs {
  keys: readonly ElementKey[];
  ripple?: boolean;
}

export const deleteClips: Command<DeleteClipsArgs> = (state, { keys, ripple = false }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const deleted = findClips(scene, keys);
  if (deleted.length === 0) return refuse('No clip is selected');
  if (deleted.length === scene.clips.length && state.scope !== null) return deleteClips(leaveGroup(state), { keys: [state.scope], ripple }, sourceSecondsOf);
  const left = scene.clips.filter((clip) => !deleted.includes(clip));
  const edited = left.map((clip) => (ripple ? shiftBy(clip, -gapBefore(clip, deleted, left), scene) : keep(clip)));
  return finishEdit(scene, edited, { label: countedLabel(ripple ? 'Ripple delete' : 'Delete', deleted.length) });
};

/** Frames that are free before a clip on its track once the others are gone, and were not free before. */
function gapBefore(clip: PlacedClip, deleted: readonly PlacedClip[], left: readonly PlacedClip[]): number {
  const isBefore = (other: PlacedClip): boolean => other.track === clip.track && other.startFrame < clip.startFrame;
  const stays = left.filter(isBefore);
  const goes = deleted.filter(isBefore);
  const covered = countFrames([...stays, ...goes], clip.startFrame);
  return covered - countFrames(stays, clip.startFrame);
}

/** Frames before `untilFrame` on which any of the clips is. */
function countFrames(clips: readonly PlacedClip[], untilFrame: number): number {
  let frames = 0;
  let reached = 0;
  for (const { startFrame, endFrame } of clips.toSorted((a, b) => a.startFrame - b.startFrame)) {
    const end = Math.min(endFrame, untilFrame);
    frames += Math.max(0, end - Math.max(startFrame, reached));
    reached = Math.max(reached, end);
  }
  return frames;
}
