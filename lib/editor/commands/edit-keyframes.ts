/**
 * Keyframes of one property: making it move and stand still again, setting one, its easing. Moments are seconds from the start of the element.
 */
import type { Size } from '#lib/composition/units';
import { frameToSeconds } from '#lib/composition/frame-rate';
import type { Element } from '#lib/composition/schema/composition';
import { changeElement } from '#lib/editor/change-element';
import { setKeyframesEasing } from '#lib/editor/commands/edit-keyframe-places';
import { refuse, type Command, type EditOutcome } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';
import { finishEdit, keep } from '#lib/editor/finish-edit';
import { evaluateAt, keyframesOf, numberAt, readMoving, toWritten, withKeyframe, type MovingProperty, type WrittenKeyframe, type WrittenValue } from '#lib/editor/keyframes';
import { findClips, openScene, type EditorScene } from '#lib/editor/scene';

interface PropertyOfElement {
  key: ElementKey;
  property: MovingProperty;
}

export interface SetKeyframeArgs extends PropertyOfElement {
  seconds: number;
  /** Absent: what the property is at that moment. Needed where only the layout knows it (x, y, width, height that are not written). */
  value?: WrittenValue;
}

/** Sets a keyframe at a moment; a property that stands still begins to move by it. */
export const setKeyframe: Command<SetKeyframeArgs> = (state, { key, property, seconds, value }, sourceSecondsOf) =>
  editKeyframes(openScene(state, sourceSecondsOf), { key, property, label: 'Set keyframe' }, ({ element, durationSeconds, canvas }) => {
    const keyframes = keyframesOf(element, property) ?? [];
    const number = value === undefined ? numberAt(element, property, { seconds, durationSeconds, canvas }) : null;
    const written = value ?? (number === null ? undefined : toWritten(property, number, likeOf(element, property), canvas));
    if (written === undefined) return { refusal: `What ${property} is there must be said` };
    return withKeyframe(keyframes, { seconds: clampMoment(seconds, durationSeconds), durationSeconds, value: written });
  });

export interface StopMovingArgs extends PropertyOfElement {
  /** The property stays as it is at this moment. */
  seconds: number;
}

/** Takes all keyframes away. */
export const stopMoving: Command<StopMovingArgs> = (state, { key, property, seconds }, sourceSecondsOf) =>
  editKeyframes(openScene(state, sourceSecondsOf), { key, property, label: 'Remove keyframes' }, ({ element, durationSeconds, canvas }) => {
    const keyframes = keyframesOf(element, property);
    if (keyframes === null) return { refusal: `${property} does not move` };
    return toWritten(property, evaluateAt(property, keyframes, { seconds, durationSeconds, canvas }), keyframes[0]?.value, canvas);
  });

export interface SetKeyframeEasingArgs extends PropertyOfElement {
  /** Of the keyframe that the curve leads to. */
  index: number;
  /** Undefined: linear. */
  easing: string | undefined;
}

export const setKeyframeEasing: Command<SetKeyframeEasingArgs> = (state, { key, property, index, easing }, sourceSecondsOf) =>
  setKeyframesEasing(state, { key, places: [{ property, index }], easing }, sourceSecondsOf);

interface ElementMoment {
  element: Element;
  durationSeconds: number;
  canvas: Size;
}

/** A change gives the property as it is to be written, or why it cannot be. */
type KeyframeChange = (moment: ElementMoment) => readonly WrittenKeyframe[] | WrittenValue | { refusal: string };

function editKeyframes(scene: EditorScene, { key, property, label }: PropertyOfElement & { label: string }, change: KeyframeChange): EditOutcome {
  const [clip] = findClips(scene, [key]);
  if (clip === undefined) return refuse('There is no such element');
  const durationSeconds = frameToSeconds(clip.endFrame - clip.startFrame, scene.frameRate);
  const value = change({ element: clip.element, durationSeconds, canvas: scene.canvas });
  if (typeof value === 'object' && 'refusal' in value) return refuse(value.refusal);
  const element = changeElement(clip.element, { [property]: value });
  return finishEdit(scene, scene.clips.map((other) => (other === clip ? { ...keep(clip, true), element } : keep(other))), { label });
}

const clampMoment = (seconds: number, durationSeconds: number): number => Math.min(durationSeconds, Math.max(0, seconds));

/** A value whose unit new ones are written in. */
function likeOf(element: Element, property: MovingProperty): WrittenValue | undefined {
  const written = readMoving(element, property);
  return typeof written === 'object' ? written[0]?.value : written;
}
