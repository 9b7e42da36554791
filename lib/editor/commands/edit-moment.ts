/** Keyframes of several properties at one moment, edited as one: set, moved and taken away. What each of them comes to is decided by `edit-keyframes`. */
import { frameToSeconds } from '#lib/composition/frame-rate';
import { deleteKeyframe, moveKeyframe, setKeyframe } from '#lib/editor/commands/edit-keyframes';
import { refuse, type Command, type EditOutcome } from '#lib/editor/edit-outcome';
import type { EditorState, ElementKey } from '#lib/editor/editor-state';
import { listKeyframeMoments, movingPropertiesOf, type KeyframeMoment } from '#lib/editor/keyframe-moments';
import { findClips, openScene } from '#lib/editor/scene';
import type { SourceSecondsOf } from '#lib/composition/known-timing';

export interface MomentArgs {
  key: ElementKey;
  /** From the start of the element. */
  seconds: number;
}

/** A keyframe of all that moves in the element: it stays as it is there. */
export const setMoment: Command<MomentArgs> = (state, { key, seconds }, sourceSecondsOf) => {
  const [clip] = findClips(openScene(state, sourceSecondsOf), [key]);
  if (clip === undefined) return refuse('There is no such element');
  const edits = movingPropertiesOf(clip.element).map((property) => (before: EditorState) => setKeyframe(before, { key, property, seconds }, sourceSecondsOf));
  return inTurn(state, edits, 'Set keyframe');
};

export const moveMoment: Command<MomentArgs & { toSeconds: number }> = (state, { key, seconds, toSeconds }, sourceSecondsOf) => {
  const moment = findMoment(state, { key, seconds }, sourceSecondsOf);
  if (moment === null) return refuse('There is no keyframe');
  return inTurn(state, moment.keyframes.map((place) => (before: EditorState) => moveKeyframe(before, { key, ...place, toSeconds }, sourceSecondsOf)), 'Move keyframe');
};

export const deleteMoment: Command<MomentArgs> = (state, args, sourceSecondsOf) => {
  const moment = findMoment(state, args, sourceSecondsOf);
  if (moment === null) return refuse('There is no keyframe');
  return inTurn(state, moment.keyframes.map((place) => (before: EditorState) => deleteKeyframe(before, { key: args.key, ...place }, sourceSecondsOf)), 'Delete keyframe');
};

/** Two moments nearer than this are one: a millionth of a second is far below any frame. */
const SAME_SECONDS = 1e-6;

function findMoment(state: EditorState, { key, seconds }: MomentArgs, sourceSecondsOf: SourceSecondsOf): KeyframeMoment | null {
  const { clips, frameRate } = openScene(state, sourceSecondsOf);
  const clip = clips.find((other) => other.key === key);
  if (clip === undefined) return null;
  const moments = listKeyframeMoments(clip.element, frameToSeconds(clip.endFrame - clip.startFrame, frameRate));
  return moments.find((moment) => Math.abs(moment.seconds - seconds) < SAME_SECONDS) ?? null;
}

/** One after the other, the first refusal for all. */
function inTurn(state: EditorState, edits: ReadonlyArray<(before: EditorState) => EditOutcome>, label: string): EditOutcome {
  return edits.reduce<EditOutcome>((outcome, edit) => (outcome.ok ? named(edit(outcome.state), label) : outcome), { ok: true, state, label });
}

const named = (outcome: EditOutcome, label: string): EditOutcome => (outcome.ok ? { ...outcome, label } : outcome);
