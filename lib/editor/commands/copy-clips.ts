/** Puts copies of clips elsewhere: so much later, so many tracks up or on a new one, as moving puts the clips themselves. The copies are selected. */
import { countedLabel } from '#lib/editor/clip-times';
import { duplicateClips } from '#lib/editor/commands/duplicate-clips';
import { moveClips, type MoveClipsArgs } from '#lib/editor/commands/move-clips';
import { moveToNewTrack } from '#lib/editor/commands/move-to-new-track';
import type { Command } from '#lib/editor/edit-outcome';
import { findClips, openScene } from '#lib/editor/scene';

export type CopyClipsArgs = MoveClipsArgs & {
  /** On a new track right above this one, below all when null; absent: `rows` says where. */
  above?: number | null;
};

export const copyClips: Command<CopyClipsArgs> = (state, { keys, deltaSeconds, above, ...where }, sourceSecondsOf) => {
  const copied = duplicateClips(state, { keys }, sourceSecondsOf);
  if (!copied.ok) return copied;
  const startOf = (scene: ReturnType<typeof openScene>, of: readonly string[]): number => Math.min(...findClips(scene, of).map(({ startSeconds }) => startSeconds));
  const { selection } = copied.state;
  const shift = startOf(openScene(state, sourceSecondsOf), keys) + deltaSeconds - startOf(openScene(copied.state, sourceSecondsOf), selection);
  const moved = above === undefined
    ? moveClips(copied.state, { keys: selection, deltaSeconds: shift, ...where }, sourceSecondsOf)
    : moveToNewTrack(copied.state, { keys: selection, deltaSeconds: shift, above }, sourceSecondsOf);
  return moved.ok ? { ...moved, label: countedLabel('Duplicate', selection.length) } : moved;
};
