/** Moves a track up or down among the others: what is drawn above what. The tracks between go the other way. */
import { refuse, type Command } from '#lib/editor/edit-outcome';
import { finishEdit, keep } from '#lib/editor/finish-edit';
import { onTrack } from '#lib/editor/open-tracks';
import { openScene } from '#lib/editor/scene';

export interface MoveTrackArgs {
  track: number;
  /** Up when positive. */
  rows: number;
}

export const moveTrack: Command<MoveTrackArgs> = (state, { track, rows }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const tracks = [...new Set(scene.clips.map((clip) => clip.track))].toSorted((a, b) => a - b);
  const from = tracks.indexOf(track);
  if (from === -1) return refuse('There is no such track');
  const to = Math.min(tracks.length - 1, Math.max(0, from + rows));
  const order = tracks.toSpliced(from, 1).toSpliced(to, 0, track);
  // The same numbers in another order: what is on the other tracks is not touched.
  const edited = scene.clips.map((clip) => onTrack(keep(clip, state.selection.includes(clip.key)), tracks[order.indexOf(clip.track)] ?? clip.track));
  return finishEdit(scene, edited, { label: rows > 0 ? 'Move track up' : 'Move track down' });
};
