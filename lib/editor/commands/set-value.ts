/**
 * Sets one property of elements as a form means it: a property that moves gets a keyframe at the playhead, a transition the overlap it needs, everything
 * else the value.
 */
import { valueAt } from '#lib/composition/schema-at';
import { frameToSeconds } from '#lib/composition/frame-rate';
import type { Transition } from '#lib/composition/schema/transition';
import { setAt, type JsonPath } from '#lib/editor/change-element';
import { setKeyframe } from '#lib/editor/commands/edit-keyframes';
import { setProperty } from '#lib/editor/commands/set-property';
import { setTransition } from '#lib/editor/commands/set-transition';
import type { Command, EditOutcome } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';
import { isMovingProperty, keyframesOf, type WrittenValue } from '#lib/editor/keyframes';
import { findClips, openScene, type EditorScene, type PlacedClip } from '#lib/editor/scene';

export interface SetValueArgs {
  keys: readonly ElementKey[];
  path: JsonPath;
  /** As it is to be written; undefined takes it away, keyframes and all. */
  value: unknown;
  /** The playhead, on the clock of the open scope. */
  atSeconds: number;
}

export const setValue: Command<SetValueArgs> = (state, { keys, path, value, atSeconds }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const clips = findClips(scene, keys);
  const [property, ...inner] = path;
  const [clip] = clips;
  if (property === 'transition' && clips.length === 1 && clip !== undefined) {
    const transition = valueAt(setAt(clip.element, path, value), ['transition']);
    return setTransition(state, { key: clip.key, transition: (transition ?? null) as Transition | null }, sourceSecondsOf);
  }
  const moves = clips.filter(({ element }) => typeof property === 'string' && inner.length === 0 && isMovingProperty(property) && keyframesOf(element, property) !== null);
  if (moves.length === 0 || value === undefined || typeof property !== 'string' || !isMovingProperty(property)) return setProperty(state, { keys, path, value }, sourceSecondsOf);
  const still = keys.filter((key) => !moves.some((moved) => moved.key === key));
  const begun: EditOutcome = still.length === 0 ? { ok: true, state, label: `Change ${property.replaceAll('_', ' ')}` } : setProperty(state, { keys: still, path, value }, sourceSecondsOf);
  const done = moves.reduce<EditOutcome>((outcome, moved) => {
    if (!outcome.ok) return outcome;
    const next = setKeyframe(outcome.state, { key: moved.key, property, seconds: momentIn(moved, atSeconds, scene), value: value as WrittenValue }, sourceSecondsOf);
    return next.ok ? { ...next, label: outcome.label } : next;
  }, begun);
  return done.ok ? { ...done, state: { ...done.state, selection: state.selection } } : done;
};

/** Seconds from the start of a clip, within it: of what is seen from its first frame, of what is only heard from where it begins between frames. */
export function momentIn({ element, startSeconds, startFrame, endFrame }: Pick<PlacedClip, 'element' | 'startSeconds' | 'startFrame' | 'endFrame'>, atSeconds: number, { frameRate }: Pick<EditorScene, 'frameRate'>): number {
  return Math.min(frameToSeconds(endFrame - startFrame, frameRate), Math.max(0, atSeconds - (element.type === 'audio' ? startSeconds : frameToSeconds(startFrame, frameRate))));
}
