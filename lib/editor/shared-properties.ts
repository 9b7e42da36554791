/** Several elements in the inspector at once: the properties that all of them have, and what is the same of their values. */
import { valueAt } from '#lib/composition/schema-at';
import type { Element, ElementType } from '#lib/composition/schema/composition';
import type { JsonPath } from '#lib/editor/change-element';
import { describeProperties, type PropertyDescription, type PropertySection } from '#lib/editor/describe-properties';

/** What cannot be the same for two elements, or is of one alone. */
const OF_ONE_ALONE: readonly string[] = ['id', 'transition', 'animations', 'spans', 'points', 'path', 'view_box'];

/** The sections of one type, or what several have in common and may be set at once. */
export function sharedSections(types: readonly ElementType[], isOne: boolean): readonly PropertySection[] {
  const [first, ...others] = [...new Set(types)];
  if (first === undefined) return [];
  if (isOne) return describeProperties(first);
  const known = others.map((type) => new Map(describeProperties(type).flatMap(({ properties }) => properties).map((property) => [property.name, property])));
  const isShared = (property: PropertyDescription): boolean =>
    !OF_ONE_ALONE.includes(property.name) && known.every((properties) => JSON.stringify(properties.get(property.name)?.control) === JSON.stringify(property.control));
  return describeProperties(first).flatMap(({ group, properties }) => {
    const shared = properties.filter(isShared);
    return shared.length === 0 ? [] : [{ group, properties: shared }];
  });
}

export interface SharedValue {
  /** Of the first when they differ. */
  value: unknown;
  isMixed: boolean;
}

export function sharedValue(elements: readonly Element[], path: JsonPath): SharedValue {
  const [value, ...others] = elements.map((element) => valueAt(element, path));
  return { value, isMixed: others.some((other) => other !== value && JSON.stringify(other) !== JSON.stringify(value)) };
}
