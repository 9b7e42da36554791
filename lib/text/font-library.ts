/**
 * Fonts on demand: the catalogue, and a way to read a font file, in; for each composition the fonts of its texts out. The bundled ones are loaded once a
 * process; those that a composition brings are its own, and no other composition's text is ever set in them.
 */
import type { Composition } from '#lib/composition/schema/composition';
import { toFontFamilies, withOwnFonts, type FontCatalog, type FontFamilies, type FontFile } from '#lib/composition/text/font-catalog';
import { listFontFiles } from '#lib/composition/text/list-font-files';
import { listOwnFonts } from '#lib/composition/text/own-fonts';
import type { TextFonts } from '#lib/composition/text/text-fonts';
import type { HarfBuzz } from '#lib/text/harfbuzz';
import { HarfBuzzFonts } from '#lib/text/harfbuzz-fonts';

/** A font that a composition brings, fetched and checked. */
export interface LoadedFont {
  /** As `toFontFile` makes it. */
  file: FontFile;
  /** TrueType or OpenType. */
  bytes: Uint8Array;
}

export interface FontLibrary {
  /** The bundled ones. */
  families: FontFamilies;
  /**
   * Everything `resolve` needs for the composition's texts; rejects when a font file cannot be read. `ownFonts`: all of `listOwnFonts`; one that is
   * missing is a fault of the caller.
   */
  load(composition: Composition, ownFonts?: readonly LoadedFont[]): Promise<TextFonts>;
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
    load: async (composition, ownFonts = []) => {
      const unloaded = listOwnFonts(composition, families.defaultFamily).find(({ path }) => ownFonts.every(({ file }) => file.file !== path));
      if (unloaded !== undefined) throw new Error(`The font ${unloaded.path} has not been loaded`);
      const all = ownFonts.length === 0 ? fonts : fonts.extend(withOwnFonts(families, ownFonts.map(({ file }) => file)));
      for (const { file, bytes } of ownFonts) all.add(file.file, bytes);
      const missing = listFontFiles(composition, all.families).filter((file) => !all.has(file));
      await Promise.all(missing.map(async (file) => fonts.add(file, await readFile(file))));
      return all;
    },
  };
}
