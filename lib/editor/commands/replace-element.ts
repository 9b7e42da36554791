/** Puts an element whose JSON was edited by hand in the place of another. What else there is stays where it is. */
import type { Element } from '#lib/composition/schema/composition';
import { refuse, type Command } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';
import { finishEdit, keep } from '#lib/editor/finish-edit';
import { findClips, openScene } from '#lib/editor/scene';

export interface ReplaceElementArgs {
  key: ElementKey;
  /** Any value: the schema decides. */
  value: unknown;
}

export const replaceElement: Command<ReplaceElementArgs> = (state, { key, value }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  const [clip] = findClips(scene, [key]);
  if (clip === undefined) return refuse('There is no such element');
  if (!isObject(value)) return refuse('An element is a JSON object');
  const isSame = JSON.stringify(value) === JSON.stringify(clip.element);
  const edited = scene.clips.map((other) => (other === clip && !isSame ? { element: value, wanted: null, isSelected: true } : keep(other, other === clip)));
  return finishEdit(scene, edited, { label: 'Edit JSON', keepsTransitions: true });
};

/** Whether it is an element indeed is decided by the schema, before anything else is done with it. */
const isObject = (value: unknown): value is Element => typeof value === 'object' && value !== null && !Array.isArray(value);
