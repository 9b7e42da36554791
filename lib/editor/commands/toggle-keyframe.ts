/** The diamond beside a number: a keyframe at the playhead for each of the elements, or, when all of them have one there, none. */
import { frameToSeconds } from '#lib/composition/frame-rate';
import { deleteKeyframes } from '#lib/editor/commands/edit-keyframe-places';
import { setKeyframe } from '#lib/editor/commands/edit-keyframes';
import { momentIn } from '#lib/editor/commands/set-value';
import { refuse, type Command, type EditOutcome } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';
import { findKeyframeAt, keyframesOf, type MovingProperty, type WrittenValue } from '#lib/editor/keyframes';
import { findClips, openScene, type EditorScene, type PlacedClip } from '#lib/editor/scene';

export interface ToggleKeyframeArgs {
  keys: readonly ElementKey[];
  property: MovingProperty;
  /** The playhead, on the clock of the open scope. */
  atSeconds: number;
  /** What the layout gives where nothing is written. */
  laidOut?: WrittenValue | undefined;
}

export const toggleKeyframe: Command<ToggleKeyframeArgs> = (state, { keys, property, atSeconds, laidOut }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const clips = findClips(scene, keys);
  if (clips.length === 0) return refuse('No element is selected');
  const isEverywhere = clips.every((clip) => keyframeIndexAt(clip, property, atSeconds, scene) !== null);
  const begun: EditOutcome = { ok: true, state, label: isEverywhere ? 'Delete keyframe' : 'Set keyframe' };
  const done = clips.reduce<EditOutcome>((outcome, clip) => {
    if (!outcome.ok) return outcome;
    const index = keyframeIndexAt(clip, property, atSeconds, scene);
    if (isEverywhere) return index === null ? outcome : deleteKeyframes(outcome.state, { key: clip.key, places: [{ property, index }] }, sourceSecondsOf);
    const isWritten = Reflect.get(clip.element, property) !== undefined;
    return setKeyframe(outcome.state, { key: clip.key, property, seconds: momentIn(clip, atSeconds, scene), ...(isWritten || laidOut === undefined ? {} : { value: laidOut }) }, sourceSecondsOf);
  }, begun);
  return done.ok ? { ...done, state: { ...done.state, selection: state.selection }, label: begun.label } : done;
};

/** Place in the list of the keyframe that is at the playhead; null when none is. */
export function keyframeIndexAt(clip: PlacedClip, property: MovingProperty, atSeconds: number, scene: Pick<EditorScene, 'frameRate'>): number | null {
  const keyframes = keyframesOf(clip.element, property);
  return keyframes === null ? null : findKeyframeAt(keyframes, momentIn(clip, atSeconds, scene), frameToSeconds(clip.endFrame - clip.startFrame, scene.frameRate));
}
