/** Elements that share a canvas, tracks and a clock: all that a composition lists, or all that a group does. */
import { elementIdOf } from '#lib/composition/element-id';
import type { Element } from '#lib/composition/schema/composition';

/** A composition is one. */
export interface Arrangement {
  elements: readonly Element[];
  /** In seconds; absent: until the last element ends. */
  duration?: number | undefined;
  /** The path of the group in the composition; absent for the composition itself. */
  groupPath?: readonly PropertyKey[] | undefined;
}

/** The name of the element at a place of the list. */
export function idAt({ elements, groupPath }: Arrangement, index: number): string {
  const element = elements[index];
  if (element === undefined) throw new Error(`There is no element ${index}`);
  return elementIdOf(element, index, groupPath);
}

/** Where the element at a place of the list is in the composition. */
export function pathAt({ groupPath = [] }: Arrangement, index: number): PropertyKey[] {
  return [...groupPath, 'elements', index];
}
