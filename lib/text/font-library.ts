/** Fonts on demand: the catalogue, and a way to read a font file, in; for each composition the fonts of its texts, loaded once a process, out. */
import type { Composition } from '#lib/composition/schema/composition';
import { toFontFamilies, type FontCatalog, type FontFamilies } from '#lib/composition/text/font-catalog';
import { listFontFiles } from '#lib/composition/text/list-font-files';
import type { TextFonts } from '#lib/composition/text/text-fonts';
import type { HarfBuzz } from '#lib/text/harfbuzz';
import { HarfBuzzFonts } from '#lib/text/harfbuzz-fonts';

export interface FontLibrary {
  families: FontFamilies;
  /** Everything `resolve` needs for the composition's texts; rejects when a font file cannot be read. */
  load(composition: Composition): Promise<TextFonts>;
}

export interface FontLibraryOptions {
  harfbuzz: HarfBuzz;
  catalog: FontCatalog;
  /** The bytes of a file of the catalogue. */
  readFile: (file: string) => Promise<ArrayBuffer | Uint8Array>;
}

export function createFontLibrary({ harfbuzz, catalog, readFile }: FontLibraryOptions): FontLibrary {
  const families = toFontFamilies(catalog);
  const fonts = new HarfBuzzFonts(harfbuzz, families);
  return {
    families,
    load: async (composition) => {
      const missing = listFontFiles(composition, families).filter((file) => !fonts.has(file));
      await Promise.all(missing.map(async (file) => fonts.add(file, await readFile(file))));
      return fonts;
    },
  };
}
