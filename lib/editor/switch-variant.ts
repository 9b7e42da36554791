/** From one form of a value to another (a linear gradient to a radial one, a fade to a slide): what both have is kept. */
import { valueAt } from '#lib/composition/schema-at';
import type { PropertyDescription, PropertyVariant } from '#lib/editor/describe-properties';

/** A value of the form, with what `before` has of it; what the form needs and `before` has not is as in its examples. */
export function switchVariant(variant: PropertyVariant, before: unknown): Record<string, unknown> {
  const kept = variant.properties.flatMap((property): Array<[string, unknown]> => {
    const old = valueAt(before, [property.name]);
    if (old !== undefined) return [[property.name, old]];
    return property.isRequired ? [[property.name, exampleOf(property)]] : [];
  });
  return { type: variant.name, ...Object.fromEntries(kept) };
}

/** A value that is allowed, for a property that is to get one. */
export function exampleOf({ examples, default: preset, control }: PropertyDescription): unknown {
  if (preset !== undefined) return preset;
  const [example] = examples;
  if (example !== undefined) return example;
  const [variant] = control.kind === 'variants' ? control.variants : [];
  if (variant !== undefined) return switchVariant(variant, undefined);
  return control.kind === 'object' ? Object.fromEntries(control.properties.filter(({ isRequired }) => isRequired).map((inner) => [inner.name, exampleOf(inner)])) : undefined;
}
