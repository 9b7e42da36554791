/** Moves clips to a track that is made for them, between two tracks or above all: for each track they come from one. Tracks above go up. */
import { secondsToFrame } from '#lib/composition/frame-rate';
import { countedLabel, lastStartFrame, moveTo } from '#lib/editor/clip-times';
import { refuse, type Command } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';
import { finishEdit, keep } from '#lib/editor/finish-edit';
import { onTrack, openTracks } from '#lib/editor/open-tracks';
import { findClips, openScene } from '#lib/editor/scene';

export interface MoveToNewTrackArgs {
  keys: readonly ElementKey[];
  /** Later when positive; rounded to frames. */
  deltaSeconds: number;
  /** The track right below the new one; null: below all. */
  above: number | null;
}

export const moveToNewTrack: Command<MoveToNewTrackArgs> = (state, { keys, deltaSeconds, above }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const moved = findClips(scene, keys);
  if (moved.length === 0) return refuse('No clip is selected');
  const sources = [...new Set(moved.map(({ track }) => track))].toSorted((a, b) => a - b);
  const { firstTrack, trackOf } = openTracks(scene.clips, { above, count: sources.length });
  const first = Math.min(...moved.map(({ startFrame }) => startFrame));
  const room = lastStartFrame(scene) - Math.max(...moved.map(({ startFrame }) => startFrame));
  const distance = Math.min(room, Math.max(-first, secondsToFrame(deltaSeconds, scene.frameRate)));
  const edited = scene.clips.map((clip) => {
    if (!moved.includes(clip)) return onTrack(keep(clip), trackOf(clip.track));
    return moveTo(clip, { track: firstTrack + sources.indexOf(clip.track), startFrame: clip.startFrame + distance }, scene);
  });
  return finishEdit(scene, edited, { label: countedLabel('Move', moved.length) });
};
