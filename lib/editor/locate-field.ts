/** What a problem's path is about: a composition and a dotted path in ("elements.3.width", "width"), the element with its group and the property out. */
import { listElements } from '#lib/composition/list-elements';
import type { Composition } from '#lib/composition/schema/composition';
import type { ElementKey } from '#lib/editor/editor-state';

export interface FieldPlace {
  /** Null: the composition itself. */
  key: ElementKey | null;
  /** The group that must be open for the element to be selected; null: none. */
  scope: ElementKey | null;
  /** Dotted: "width", "animations.0.type"; empty: the element as a whole. */
  property: string;
}

/** Also takes an element's id, as in the problems of rendering. */
export function locateField(composition: Composition, path: string): FieldPlace {
  const elements = listElements(composition);
  const owner = elements.findLast((element) => element.elementId === path || `${path}.`.startsWith(`${element.path.join('.')}.`));
  if (owner === undefined) return { key: null, scope: null, property: path };
  const group = elements.find((element) => element.path.join('.') === owner.path.slice(0, -2).join('.'));
  const property = owner.elementId === path ? '' : path.slice(owner.path.join('.').length + 1);
  return { key: owner.elementId, scope: group?.elementId ?? null, property };
}
