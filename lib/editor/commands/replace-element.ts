/** Puts elements that were edited as a whole (as JSON, as a text in place) in the place of others. What else there is stays where it is. */
import type { Element } from '#lib/composition/schema/composition';
import { refuse, type Command } from '#lib/editor/edit-outcome';
import type { ElementKey } from '#lib/editor/editor-state';
import { finishEdit, keep, type EditedElement } from '#lib/editor/finish-edit';
import { findClips, openScene } from '#lib/editor/scene';

interface ReplacedElement {
  key: ElementKey;
  /** Any value: the schema decides. */
  value: unknown;
}

export interface ReplaceElementArgs extends ReplacedElement {
  label?: string;
}

export const replaceElement: Command<ReplaceElementArgs> = (state, { key, value, label = 'Edit JSON' }, sourceSecondsOf) => replaceElements(state, { elements: [{ key, value }], label }, sourceSecondsOf);

export interface ReplaceElementsArgs {
  elements: readonly ReplacedElement[];
  label?: string;
}

/** Several as one step. */
export const replaceElements: Command<ReplaceElementsArgs> = (state, { elements, label = 'Edit JSON' }, sourceSecondsOf) => {
  const scene = openScene(state, sourceSecondsOf);
  if (findClips(scene, elements.map(({ key }) => key)).length !== elements.length) return refuse('There is no such element');
  if (!elements.every(({ value }) => isObject(value))) return refuse('An element is a JSON object');
  const edited = scene.clips.map((clip): EditedElement => {
    const replaced = elements.find(({ key }) => key === clip.key);
    const isSame = replaced === undefined || !isObject(replaced.value) || JSON.stringify(replaced.value) === JSON.stringify(clip.element);
    return isSame ? keep(clip, replaced !== undefined) : { element: replaced.value as Element, wanted: null, isSelected: true };
  });
  return finishEdit(scene, edited, { label, keepsTransitions: true });
};

/** Whether it is an element indeed is decided by the schema, before anything else is done with it. */
const isObject = (value: unknown): value is Element => typeof value === 'object' && value !== null && !Array.isArray(value);
