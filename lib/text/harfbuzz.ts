/**
 * HarfBuzz as a value: it comes from npm in Node and from public/fonts in a browser, so whoever needs it is handed it. Types alone.
 */
import type * as harfbuzz from 'harfbuzzjs';

export type HarfBuzz = typeof harfbuzz;
