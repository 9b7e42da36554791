/** What a new visitor sees: the first of the examples, by itself, so that it can be had without all the others. */
import { slideshow } from '#lib/composition/examples/basics';
import type { Example } from '#lib/composition/examples/example';

export const FIRST_EXAMPLE: Example = slideshow;
