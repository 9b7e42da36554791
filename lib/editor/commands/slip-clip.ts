/** Moves what is shown within a clip: another part of the source in the same place, for as long as before. It stops at both ends of the source. */
import { frameToSeconds, secondsToFrame } from '#lib/composition/frame-rate';
import { changeElement, roundSeconds } from '#lib/editor/change-element';
import { lengthSecondsOf } from '#lib/editor/clip-times';
import { refuse, type Command } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';
import { titleOf } from '#lib/editor/editor-view';
import { finishEdit, keep } from '#lib/editor/finish-edit';
import { findClips, openScene } from '#lib/editor/scene';

export interface SlipClipArgs {
  key: ElementKey;
  /** How far the content goes to the right: earlier parts of the source are shown when positive. Rounded to frames. */
  deltaSeconds: number;
}

export const slipClip: Command<SlipClipArgs> = (state, { key, deltaSeconds }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const [clip] = findClips(scene, [key]);
  if (clip === undefined || (clip.element.type !== 'video' && clip.element.type !== 'audio')) return refuse('Only what has a source with a time of its own can be slipped');
  const { element } = clip;
  const sourceSeconds = sourceSecondsOf(element);
  if (sourceSeconds === null) return refuse(`The length of “${titleOf(element)}” is not known yet`);
  if (element.loop === true && element.trim_duration === undefined) return refuse(`“${titleOf(element)}” repeats all of its source`);
  const length = lengthSecondsOf(clip);
  const used = Math.min(length, element.trim_duration ?? Infinity);
  const from = element.trim_start ?? 0;
  const delta = frameToSeconds(secondsToFrame(deltaSeconds, scene.frameRate), scene.frameRate);
  const trimStart = roundSeconds(Math.min(Math.max(from, sourceSeconds - used), Math.max(0, from - delta)));
  // What lasts to the end of its source would get longer or shorter.
  const hasLength = element.duration !== undefined || element.trim_duration !== undefined;
  const changed = trimStart === from ? element : changeElement(element, { trim_start: trimStart, ...(hasLength ? {} : { duration: roundSeconds(length) }) });
  return finishEdit(scene, scene.clips.map((other) => (other === clip ? { ...keep(clip, true), element: changed } : keep(other))), { label: 'Slip clip' });
};
