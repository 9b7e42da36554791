/** Ids for new elements: readable, and always the same for the same document. */
import { listElements } from '#lib/composition/list-elements';
import { ID_LENGTH_MAX } from '#lib/composition/limits';
import type { Composition, Element } from '#lib/composition/schema/composition';

const PATH_PATTERN = /^elements\.\d/;

/** Gives ids one after the other, none of which the composition, or an earlier call, has. */
export function idSource(composition: Composition): (wanted: string) => string {
  const taken = new Set(listElements(composition).map(({ elementId }) => elementId));
  return (wanted) => {
    // An id that looks like a path could be the name of an element without one.
    const stem = (PATH_PATTERN.test(wanted) ? 'element' : wanted.replace(/-\d+$/, '')).slice(0, ID_LENGTH_MAX - 6);
    let id = wanted.length <= ID_LENGTH_MAX && !PATH_PATTERN.test(wanted) ? wanted : stem;
    for (let number = 2; taken.has(id); number += 1) id = `${stem}-${number}`;
    taken.add(id);
    return id;
  };
}

/** The element, and all that is in it, with ids of their own; those that had none get one only at the top. */
export function withNewIds(element: Element, nextId: (wanted: string) => string): Element {
  const id = nextId(element.id ?? element.type);
  return element.id === undefined ? { id, ...renamed(element, nextId) } : { ...renamed(element, nextId), id };
}

function renamed(element: Element, nextId: (wanted: string) => string): Element {
  if (element.type !== 'composition') return element;
  return { ...element, elements: element.elements.map((inner) => ({ ...renamed(inner, nextId), ...(inner.id === undefined ? {} : { id: nextId(inner.id) }) })) };
}
