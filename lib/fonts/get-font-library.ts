/** The bundled fonts in Node: catalogue and files from disk, the shaper from npm; made once a process. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as harfbuzz from 'harfbuzzjs';
import { FONTS_FOLDER } from '#lib/fonts/fonts-folder';
import { readFontCatalog } from '#lib/fonts/read-font-catalog';
import { processWide } from '#lib/process-wide';
import { createFontLibrary, type FontLibrary } from '#lib/text/font-library';

export async function getFontLibrary(): Promise<FontLibrary> {
  return processWide('font-library', async () =>
    createFontLibrary({ harfbuzz, catalog: await readFontCatalog(), readFile: (file) => readFile(path.join(FONTS_FOLDER, file)) }),
  );
}
