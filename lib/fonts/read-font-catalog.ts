/** The catalogue of the bundled fonts, from disk; for Node alone. A browser fetches the same file from /fonts. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FontCatalog } from '#lib/composition/text/font-catalog';
import { FONTS_FOLDER } from '#lib/fonts/fonts-folder';

/** Rejects when the fonts have not been laid ready. */
export async function readFontCatalog(): Promise<FontCatalog> {
  return JSON.parse(await readFile(path.join(FONTS_FOLDER, 'catalog.json'), 'utf8')) as FontCatalog;
}
