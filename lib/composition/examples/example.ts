/**
 * What an example is: a name, a sentence and a category for menus and the gallery, and the composition itself, made for the address the sample
 * media are served from.
 */
import type { Composition } from '#lib/composition/schema/composition';

/** In the order of menus and gallery. */
export const EXAMPLE_CATEGORIES = ['Basics', 'Layout', 'Text', 'Shapes', 'Looks', 'Motion', 'Easings', 'Transitions', 'Groups', 'Masks and keys', 'Sound', 'Recipes'] as const;
export type ExampleCategory = (typeof EXAMPLE_CATEGORIES)[number];

export interface Example {
  /** In kebab-case; part of addresses. */
  id: string;
  title: string;
  /** One sentence, without a point at its end. */
  description: string;
  category: ExampleCategory;
  /** `origin` without a slash at its end: https://videogen.example */
  build: (origin: string) => Composition;
}

/** The address of a file of public/samples. */
export function sampleUrl(origin: string, fileName: string): string {
  return `${origin}/samples/${fileName}`;
}
