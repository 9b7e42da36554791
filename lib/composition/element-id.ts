/** The name of an element in messages, rows and the timeline: its id, or its path in the composition when it has none. */
import { toPath } from '#lib/composition/composition-problem';
import type { Element } from '#lib/composition/schema/composition';

/** `index` is the element's place in the list it is in, `groupPath` the path of the group whose list that is. Unique in a parsed composition. */
export function elementIdOf(element: Pick<Element, 'id'>, index: number, groupPath: readonly PropertyKey[] = []): string {
  return element.id ?? toPath([...groupPath, 'elements', index]);
}
