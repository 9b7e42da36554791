/** Sets a keyframe of all that moves in an element, at one moment: it stays as it is there. */
import { setKeyframe } from '#lib/editor/commands/edit-keyframes';
import { refuse, type Command, type EditOutcome } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';
import { movingPropertiesOf } from '#lib/editor/keyframe-moments';
import { findClips, openScene } from '#lib/editor/scene';

export interface SetMomentArgs {
  key: ElementKey;
  /** From the start of the element. */
  seconds: number;
}

export const setMoment: Command<SetMomentArgs> = (state, { key, seconds }, sourceSecondsOf) => {
  const [clip] = findClips(openScene(state, sourceSecondsOf), [key]);
  if (clip === undefined) return refuse('There is no such element');
  const begun: EditOutcome = { ok: true, state, label: 'Set keyframe' };
  return movingPropertiesOf(clip.element).reduce<EditOutcome>((outcome, property) => (outcome.ok ? setKeyframe(outcome.state, { key, property, seconds }, sourceSecondsOf) : outcome), begun);
};
