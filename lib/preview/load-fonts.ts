/**
 * Fonts in a browser: catalogue, bundled files and shaper are fetched from /fonts, where the server has them, a composition's own from where they are;
 * the rest is the worker's code.
 */
import type { Composition } from '#lib/composition/schema/composition';
import { listOwnFonts } from '#lib/composition/text/own-fonts';
import type { TextFonts } from '#lib/composition/text/text-fonts';
import { loadOwnFont } from '#lib/preview/load-own-font';
import { createFontLibrary, type FontLibrary } from '#lib/text/font-library';
import type { HarfBuzz } from '#lib/text/harfbuzz';

const SHAPER_URL = '/fonts/harfbuzz/index.mjs';

interface BrowserFonts {
  harfbuzz: HarfBuzz;
  library: FontLibrary;
}

let fonts: Promise<BrowserFonts> | null = null;

/** The fonts of the composition's texts; rejects when they cannot be fetched, in words for people, and may be tried again then. */
export async function loadFonts(composition: Composition): Promise<TextFonts> {
  fonts ??= createFonts();
  fonts.catch(() => (fonts = null));
  const { harfbuzz, library } = await fonts;
  const own = listOwnFonts(composition, library.families.defaultFamily);
  return library.load(composition, await Promise.all(own.map((font) => loadOwnFont(font, harfbuzz))));
}

async function createFonts(): Promise<BrowserFonts> {
  const [harfbuzz, catalog] = await Promise.all([
    // Not bundled: it finds its WebAssembly beside itself.
    import(/* webpackIgnore: true */ /* turbopackIgnore: true */ SHAPER_URL) as Promise<HarfBuzz>,
    fetchFont('catalog.json').then((response) => response.json()),
  ]);
  return { harfbuzz, library: createFontLibrary({ harfbuzz, catalog, readFile: async (file) => (await fetchFont(file)).arrayBuffer() }) };
}

async function fetchFont(file: string): Promise<Response> {
  const response = await fetch(`/fonts/${file}`);
  if (!response.ok) throw new Error(`The font file ${file} could not be fetched (${response.status})`);
  return response;
}
