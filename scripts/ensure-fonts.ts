/**
 * Lays the bundled fonts ready. In: the font packages of node_modules. Out: public/fonts with plain TrueType files, the catalogue of what each of them draws,
 * the licences, and for browsers the shaper and what unpacks WOFF2; made anew only when the packages or this recipe change.
 */
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as harfbuzz from 'harfbuzzjs';
import { decompress } from 'wawoff2';
import { formatCoverage, type FontCatalog, type FontFile } from '#lib/composition/text/font-catalog';
import { DEFAULT_FAMILY, EMOJI_FAMILY, FALLBACK_FAMILIES, FONT_PACKAGES, HAN_FAMILIES, type FontPackage } from '#scripts/font-families';
import { PROJECT_ROOT } from '#scripts/project-root';
import { dropTables } from '#scripts/drop-font-tables';

const FONTS_FOLDER = path.join(PROJECT_ROOT, 'public', 'fonts');
const RECIPE_FILE = 'recipe';
const RECIPE_SOURCES = ['scripts/ensure-fonts.ts', 'scripts/font-families.ts', 'scripts/drop-font-tables.ts', 'lib/text/font-tables.ts'];
const SHAPER_FILES = ['index.mjs', 'harfbuzz.js', 'harfbuzz.wasm'];
const WOFF2_MODULE = 'woff2.mjs';
/** Pictures of the glyphs as SVG and bitmaps: four fifths of an emoji font, and never used. */
const UNUSED_TABLES = ['SVG ', 'CBDT', 'CBLC', 'sbix'];

/** True when they had to be made. Several processes may do so at once: the last one's folder stays. */
export async function ensureFonts(): Promise<boolean> {
  const recipe = await hashRecipe();
  if ((await readFile(path.join(FONTS_FOLDER, RECIPE_FILE), 'utf8').catch(() => '')) === recipe) return false;
  const draft = `${FONTS_FOLDER}.${process.pid}`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(path.join(draft, 'licences'), { recursive: true });
  await mkdir(path.join(draft, 'harfbuzz'));
  const files: FontFile[] = [];
  for (const fontPackage of FONT_PACKAGES) files.push(...(await addPackage(fontPackage, draft)));
  for (const file of SHAPER_FILES) await copyFile(path.join(packagePath('harfbuzzjs'), 'dist', file), path.join(draft, 'harfbuzz', file));
  await copyFile(path.join(packagePath('harfbuzzjs'), 'LICENSE'), path.join(draft, 'licences', 'harfbuzzjs.txt'));
  await addWoff2Module(draft);
  const catalog: FontCatalog = { defaultFamily: DEFAULT_FAMILY, fallbackFamilies: FALLBACK_FAMILIES, emojiFamily: EMOJI_FAMILY, hanFamilies: HAN_FAMILIES, files };
  await writeFile(path.join(draft, 'catalog.json'), JSON.stringify(catalog));
  await writeFile(path.join(draft, RECIPE_FILE), recipe);
  await rm(FONTS_FOLDER, { recursive: true, force: true });
  await rename(draft, FONTS_FOLDER).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    // Another process was faster with the same recipe.
    if ((await readFile(path.join(FONTS_FOLDER, RECIPE_FILE), 'utf8').catch(() => '')) !== recipe) throw error;
  });
  return true;
}

/** The decompressor of WOFF2 as a module for browsers: the package's is CommonJS, and a bundler would look for Node's files in it. */
async function addWoff2Module(directory: string): Promise<void> {
  const root = packagePath('wawoff2');
  const script = await readFile(path.join(root, 'build', 'decompress_binding.js'), 'utf8');
  const ready = 'export const ready = new Promise((resolve) => { Module.onRuntimeInitialized = resolve; });';
  await writeFile(path.join(directory, WOFF2_MODULE), `${script}\n${ready}\nexport default Module;\n`);
  await copyFile(path.join(root, 'LICENSE'), path.join(directory, 'licences', 'wawoff2.txt'));
}

const packagePath = (name: string): string => path.join(PROJECT_ROOT, 'node_modules', name);

async function addPackage(fontPackage: FontPackage, directory: string): Promise<FontFile[]> {
  const { family, package: name, folder, pattern, weightMin, weightMax, licence } = fontPackage;
  const root = packagePath(name);
  await copyFile(path.join(root, licence), path.join(directory, 'licences', `${name.split('/').at(-1)}.txt`));
  const fonts: FontFile[] = [];
  for (const sourceName of (await readdir(path.join(root, folder))).toSorted(inReadingOrder)) {
    const match = pattern.exec(sourceName);
    if (match === null) continue;
    const bytes = await readFile(path.join(root, folder, sourceName));
    const font = dropTables(sourceName.endsWith('.woff2') ? await decompress(bytes) : bytes, UNUSED_TABLES);
    const file = sourceName.replace(/\.woff2$/, '.ttf');
    await writeFile(path.join(directory, file), font);
    const codePoints = [...new harfbuzz.Face(new harfbuzz.Blob(font)).collectUnicodes()].toSorted((a, b) => a - b);
    fonts.push({ file, family, style: match[1] === 'italic' ? 'italic' : 'normal', weightMin, weightMax, coverage: formatCoverage(codePoints) });
  }
  if (fonts.length === 0) throw new Error(`${name} has no font files as expected`);
  return fonts;
}

/** The file of a family's basic letters first: it also has the marks and punctuation that other subsets repeat. */
function inReadingOrder(first: string, second: string): number {
  return rankOf(first) - rankOf(second) || (first < second ? -1 : 1);
}

const rankOf = (name: string): number => (name.includes('-latin-ext-') ? 1 : name.includes('-latin-') ? 0 : 2);

async function hashRecipe(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of RECIPE_SOURCES) hash.update(await readFile(path.join(PROJECT_ROOT, file)));
  for (const name of new Set([...FONT_PACKAGES.map((fontPackage) => fontPackage.package), 'harfbuzzjs', 'wawoff2'])) {
    hash.update(name).update(await readFile(path.join(packagePath(name), 'package.json')));
  }
  return hash.digest('hex');
}
