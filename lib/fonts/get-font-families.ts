/** The bundled families, read once a process: enough to tell what a text cannot show, without loading a font. */
import { toFontFamilies, type FontFamilies } from '#lib/composition/text/font-catalog';
import { readFontCatalog } from '#lib/fonts/read-font-catalog';
import { processWide } from '#lib/process-wide';

export async function getFontFamilies(): Promise<FontFamilies> {
  return processWide('font-families', () => readFontCatalog().then(toFontFamilies));
}
