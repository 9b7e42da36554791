/** Moves where an element is at one of its keyframes: those of x and y at that moment, by so many pixels. What stands still along an axis goes on doing so. */
import { frameToSeconds } from '#lib/composition/frame-rate';
import type { CanvasPoint } from '#lib/editor/canvas-matrix';
import { setKeyframe } from '#lib/editor/commands/edit-keyframes';
import { toShort } from '#lib/editor/commands/place-boxes';
import { refuse, type Command, type EditOutcome } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';
import { findKeyframeAt, keyframesOf, numberAt, toWritten } from '#lib/editor/keyframes';
import { findClips, openScene } from '#lib/editor/scene';

export interface MoveMotionDotArgs {
  key: ElementKey;
  /** From the start of the element. */
  seconds: number;
  by: CanvasPoint;
}

export const moveMotionDot: Command<MoveMotionDotArgs> = (state, { key, seconds, by }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const [clip] = findClips(scene, [key]);
  if (clip === undefined) return refuse('There is no such element');
  const { canvas, frameRate } = scene;
  const durationSeconds = frameToSeconds(clip.endFrame - clip.startFrame, frameRate);
  const moved = (['x', 'y'] as const).reduce<EditOutcome>((outcome, property) => {
    const keyframes = keyframesOf(clip.element, property);
    const now = keyframes === null ? null : numberAt(clip.element, property, { seconds, durationSeconds, canvas });
    if (!outcome.ok || now === null) return outcome;
    const next = Math.round(now + (property === 'x' ? by.xPx : by.yPx));
    const there = keyframes?.[findKeyframeAt(keyframes, seconds, durationSeconds) ?? 0];
    return setKeyframe(outcome.state, { key, property, seconds, value: toShort(toWritten(property, next, there?.value, canvas)) }, sourceSecondsOf);
  }, { ok: true, state, label: 'Move keyframe' });
  return moved.ok ? { ...moved, state: { ...moved.state, selection: state.selection }, label: 'Move keyframe' } : moved;
};
