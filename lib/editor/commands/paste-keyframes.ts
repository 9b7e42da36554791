/** Puts copied keyframes into elements, the first of them at a moment, all as far apart as they were. What an element has no such property for is left out. */
import { frameToSeconds } from '#lib/composition/frame-rate';
import { changeElement } from '#lib/editor/change-element';
import { momentIn } from '#lib/editor/commands/set-value';
import { refuse, type Command } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';
import { finishEdit, keep } from '#lib/editor/finish-edit';
import { hasMovingProperty, type CopiedKeyframes } from '#lib/editor/keyframe-clipboard';
import { findKeyframeAt, keyframesOf, withKeyframe, type MovingProperty, type WrittenKeyframe } from '#lib/editor/keyframes';
import { findClips, openScene } from '#lib/editor/scene';

export interface PasteKeyframesArgs {
  keys: readonly ElementKey[];
  copied: CopiedKeyframes;
  /** The playhead, on the clock of the open scope. */
  atSeconds: number;
}

export const pasteKeyframes: Command<PasteKeyframesArgs> = (state, { keys, copied, atSeconds }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const chosen = findClips(scene, keys);
  if (chosen.length === 0) return refuse('Select the clip that the keyframes are for');
  const lists = Object.entries(copied) as Array<[MovingProperty, readonly WrittenKeyframe[]]>;
  const edited = scene.clips.map((clip) => {
    if (!chosen.includes(clip)) return keep(clip);
    const durationSeconds = frameToSeconds(clip.endFrame - clip.startFrame, scene.frameRate);
    const from = momentIn(clip, atSeconds, scene);
    const known = lists.filter(([property]) => hasMovingProperty(clip.element, property));
    const changes = known.map(([property, keyframes]) => [property, insert(keyframesOf(clip.element, property) ?? [], keyframes, { from, durationSeconds })]);
    return { ...keep(clip, true), element: changeElement(clip.element, Object.fromEntries(changes)) };
  });
  if (edited.every(({ element }, index) => element === scene.clips[index]?.element)) return refuse('What was copied does not move in that clip');
  return finishEdit(scene, edited, { label: 'Paste keyframes' });
};

/** Copies are rounded to the billionth of a second, and may seem to come that much after the end. */
const SAME_SECONDS = 1e-6;

/** What is at the same moment is replaced, its easing too; what would come after the end is left out. */
function insert(there: readonly WrittenKeyframe[], pasted: readonly WrittenKeyframe[], { from, durationSeconds }: { from: number; durationSeconds: number }): readonly WrittenKeyframe[] {
  return pasted.reduce((keyframes, { time, value, easing }) => {
    if (from + Number(time) > durationSeconds + SAME_SECONDS) return keyframes;
    const seconds = Math.min(durationSeconds, from + Number(time));
    const inserted = withKeyframe(keyframes, { seconds, durationSeconds, value });
    const index = findKeyframeAt(inserted, seconds, durationSeconds);
    return inserted.map((keyframe, place) => {
      if (place !== index) return keyframe;
      const { easing: _easing, ...linear } = keyframe;
      return easing === undefined ? linear : { ...linear, easing };
    });
  }, there);
}
