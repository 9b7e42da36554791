/** Deletes a track with everything on it. */
import { deleteClips } from '#lib/editor/commands/delete-clips';
import { refuse, type Command } from '#lib/editor/edit-outcome';
import { openScene } from '#lib/editor/scene';

export interface DeleteTrackArgs {
  track: number;
}

export const deleteTrack: Command<DeleteTrackArgs> = (state, { track }, sourceSecondsOf) => {
  const keys = openScene(state, sourceSecondsOf).clips.flatMap((clip) => (clip.track === track ? [clip.key] : []));
  if (keys.length === 0) return refuse('There is no such track');
  const outcome = deleteClips(state, { keys }, sourceSecondsOf);
  return outcome.ok ? { ...outcome, label: 'Delete track' } : outcome;
};
