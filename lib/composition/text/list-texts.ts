/** Every text of a composition, those in groups as well, each with its place. */
import { listElements } from '#lib/composition/list-elements';
import type { Composition } from '#lib/composition/schema/composition';
import type { TextElement } from '#lib/composition/schema/text-element';

export interface ListedText {
  element: TextElement;
  /** In the composition: `['elements', 2]`. */
  path: PropertyKey[];
}

export function listTexts(composition: Pick<Composition, 'elements'>): ListedText[] {
  return listElements(composition).flatMap(({ element, path }) => (element.type === 'text' ? [{ element, path }] : []));
}
