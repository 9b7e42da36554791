/** The name of an element in messages, rows and the timeline: its id, or its path in the composition when it has none. */
import type { Element } from '#lib/composition/schema/composition';

/** `index` is the element's place in the composition's list. Unique in a parsed composition. */
export function elementIdOf(element: Pick<Element, 'id'>, index: number): string {
  return element.id ?? `elements.${index}`;
}
