/**
 * Moves the cut between two clips that touch or that a transition joins: one lasts longer, the other begins as much later, or the other way round. Nothing
 * else moves. It stops where either of them has no more to show.
 */
import { secondsToFrame } from '#lib/composition/frame-rate';
import { endLimits, startLimits, trimEnd, trimStart } from '#lib/editor/commands/trim-clip';
import { refuse, type Command } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';
import { finishEdit, keep } from '#lib/editor/finish-edit';
import { findClips, openScene, type EditorScene, type PlacedClip } from '#lib/editor/scene';

export interface RollJointArgs {
  /** The later of the two clips. */
  key: ElementKey;
  /** Later when positive; rounded to frames. */
  deltaSeconds: number;
}

export const rollJoint: Command<RollJointArgs> = (state, { key, deltaSeconds }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const [later] = findClips(scene, [key]);
  const earlier = later === undefined ? null : findTouching(later, scene);
  if (later === undefined || earlier === null) return refuse('No clip ends where this one begins, on the same track');
  const { low, high } = rollLimits(earlier, later, scene);
  const frames = Math.min(high, Math.max(low, secondsToFrame(deltaSeconds, scene.frameRate)));
  const edited = scene.clips.map((clip) => {
    if (clip === earlier) return { ...trimEnd(clip, clip.endFrame + frames, scene), isSelected: state.selection.includes(clip.key) };
    if (clip === later) return { ...trimStart(clip, clip.startFrame + frames, { scene, ripple: false }), isSelected: state.selection.includes(clip.key) };
    return keep(clip, state.selection.includes(clip.key));
  });
  return finishEdit(scene, edited, { label: 'Move the cut', keepsTransitions: true });
};

/** The clip before, when it ends where the later one begins or after. */
function findTouching(later: PlacedClip, { clips }: EditorScene): PlacedClip | null {
  const before = clips.filter((other) => other.track === later.track && other.startFrame < later.startFrame && other.endFrame >= later.startFrame);
  return before.toSorted((a, b) => b.startFrame - a.startFrame)[0] ?? null;
}

/** In frames from where the cut is. Both go by the same distance, so neither is in the other's way. */
function rollLimits(earlier: PlacedClip, later: PlacedClip, scene: EditorScene): { low: number; high: number } {
  const [ends, starts] = [endLimits(earlier, scene, true), startLimits(later, scene, true)];
  const next = Math.min(...scene.clips.flatMap((other) => (other.track === later.track && other.startFrame > later.startFrame ? [other.startFrame] : [])));
  const low = Math.max(ends.low - earlier.endFrame, Math.max(0, starts.low) - later.startFrame, earlier.startFrame + 1 - later.startFrame);
  const high = Math.min(ends.high - earlier.endFrame, starts.high - later.startFrame, Math.min(next, later.endFrame - 1) - earlier.endFrame);
  return { low: Math.min(0, low), high: Math.max(0, high) };
}
