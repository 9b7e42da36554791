/** Every element of a composition, those in groups as well: each after the group it is in, in the order of the lists. */
import { idAt, pathAt, type Arrangement } from '#lib/composition/arrangement';
import type { Element } from '#lib/composition/schema/composition';

export interface ListedElement {
  element: Element;
  /** Its id, or its path. */
  elementId: string;
  /** In the composition: `['elements', 0, 'elements', 2]`. */
  path: PropertyKey[];
}

export function listElements(arrangement: Arrangement): ListedElement[] {
  return arrangement.elements.flatMap((element, index) => {
    const path = pathAt(arrangement, index);
    const inside = element.type === 'composition' ? listElements({ elements: element.elements, groupPath: path }) : [];
    return [{ element, elementId: idAt(arrangement, index), path }, ...inside];
  });
}
