/**
 * The bundled fonts in a browser: catalogue, font files and shaper are fetched from /fonts, where the server has them; the rest is the worker's code.
 */
import type { Composition } from '#lib/composition/schema/composition';
import type { TextFonts } from '#lib/composition/text/text-fonts';
import { createFontLibrary, type FontLibrary } from '#lib/text/font-library';
import type { HarfBuzz } from '#lib/text/harfbuzz';

const SHAPER_URL = '/fonts/harfbuzz/index.mjs';

let library: Promise<FontLibrary> | null = null;

/** The fonts of the composition's texts; rejects when they cannot be fetched, and may be tried again then. */
export async function loadFonts(composition: Composition): Promise<TextFonts> {
  library ??= createLibrary();
  library.catch(() => (library = null));
  return (await library).load(composition);
}

async function createLibrary(): Promise<FontLibrary> {
  const [harfbuzz, catalog] = await Promise.all([
    // Not bundled: it finds its WebAssembly beside itself.
    import(/* webpackIgnore: true */ /* turbopackIgnore: true */ SHAPER_URL) as Promise<HarfBuzz>,
    fetchFont('catalog.json').then((response) => response.json()),
  ]);
  return createFontLibrary({ harfbuzz, catalog, readFile: async (file) => (await fetchFont(file)).arrayBuffer() });
}

async function fetchFont(file: string): Promise<Response> {
  const response = await fetch(`/fonts/${file}`);
  if (!response.ok) throw new Error(`The font file ${file} could not be fetched (${response.status})`);
  return response;
}
