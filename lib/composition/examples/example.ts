/**
 * What an example is: a name and a sentence for the menu, and the composition itself, made for the address the sample media are served from.
 */
import type { Composition } from '#lib/composition/schema/composition';

export interface Example {
  id: string;
  title: string;
  description: string;
  /** `origin` without a slash at its end: https://videogen.example */
  build: (origin: string) => Composition;
}

/** The address of a file of public/samples. */
export function sampleUrl(origin: string, fileName: string): string {
  return `${origin}/samples/${fileName}`;
}
