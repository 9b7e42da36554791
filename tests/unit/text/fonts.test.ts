/** The bundled fonts and the shaper: what every layout stands on. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import * as harfbuzz from 'harfbuzzjs';
import { describe, expect, it } from 'vitest';
import { coversCodePoint, formatCoverage, toFontFamilies } from '#lib/composition/text/font-catalog';
import { getFontLibrary } from '#lib/fonts/get-font-library';
import { FONTS_FOLDER } from '#lib/fonts/fonts-folder';
import { readFontCatalog } from '#lib/fonts/read-font-catalog';
import { HarfBuzzFonts } from '#lib/text/harfbuzz-fonts';
import { dropTables } from '#scripts/drop-font-tables';
import { compositionOf } from '#tests/unit/composition/fixtures';

const catalog = await readFontCatalog();
const families = toFontFamilies(catalog);

describe('the catalogue', () => {
  it('lists files that are there, each once, in families that are there', async () => {
    const files = catalog.files.map(({ file }) => file);
    expect(new Set(files).size).toBe(files.length);
    await Promise.all(files.map((file) => stat(path.join(FONTS_FOLDER, file))));
    for (const family of [...catalog.fallbackFamilies, catalog.defaultFamily, catalog.emojiFamily]) expect(families.facesByFamily.has(family.toLowerCase())).toBe(true);
  });

  it('has a licence for each package', async () => expect((await readdir(path.join(FONTS_FOLDER, 'licences'))).length).toBeGreaterThanOrEqual(17));

  it('knows that every file has a space: runs keep theirs', () => {
    const without = [...families.facesByFamily.values()].flat().filter((face) => !coversCodePoint(face, 0x20)).map(({ file }) => file);
    expect(without).toEqual([]);
  });

  it('reads the coverage that was written', () => {
    const codePoints = [0x20, 0x21, 0x22, 0x41, 0x1f600, 0x1f601];
    expect(formatCoverage(codePoints)).toBe('20-22 41 1f600-1f601');
    const face = [...toFontFamilies({ ...catalog, files: [{ ...catalog.files[0]!, coverage: formatCoverage(codePoints) }] }).facesByFamily.values()][0]![0]!;
    const around = [0x1f, ...codePoints, 0x23, 0x40, 0x42, 0x1f602];
    expect(around.filter((codePoint) => coversCodePoint(face, codePoint))).toEqual(codePoints);
  });
});

describe('loading', () => {
  it('takes only the files that a composition needs', async () => {
    const fonts = new HarfBuzzFonts(harfbuzz, families);
    expect(() => fonts.measureFace({ file: 'inter-latin-wght-normal.ttf', weight: 400 })).toThrow('has not been loaded');
    const library = await getFontLibrary();
    const loaded = await library.load(compositionOf([{ type: 'text', text: 'Hello', font_family: 'Caveat' }]));
    expect(loaded.measureFace({ file: 'caveat-latin-wght-normal.ttf', weight: 400 }).ascentEm).toBeGreaterThan(0.5);
  });
});

describe('shaping', () => {
  const load = async (text: string, properties: Record<string, unknown> = {}) => (await getFontLibrary()).load(compositionOf([{ type: 'text', text, ...properties }]));

  it('joins Arabic letters: the form goes by the place in the word', async () => {
    const face = { file: 'noto-sans-arabic-arabic-wght-normal.ttf', weight: 400 };
    const fonts = await load('لا ححح');
    const glyphsOf = (text: string) => fonts.shape({ face, text, isRightToLeft: true, script: 'Arab', hasLigatures: true }).map(({ glyphId }) => glyphId);
    expect(new Set([...glyphsOf('ححح'), ...glyphsOf('ح')]).size).toBe(4);
    expect(glyphsOf('لا')).not.toContain(glyphsOf('ا')[0]);
  });

  it('orders Devanagari: the short i stands before its consonant, and a conjunct is one', async () => {
    const face = { file: 'noto-sans-devanagari-devanagari-wght-normal.ttf', weight: 400 };
    const fonts = await load('कि क्ष', { font_family: 'Noto Sans Devanagari' });
    const glyphsOf = (text: string) => fonts.shape({ face, text, isRightToLeft: false, script: 'Deva', hasLigatures: true }).map(({ glyphId }) => glyphId);
    expect(glyphsOf('कि')[1]).toBe(glyphsOf('क')[0]);
    expect(glyphsOf('क्ष')).toHaveLength(1);
  });

  it.each(['👨‍👩‍👧‍👦', '🇩🇪', '👩🏾‍💻', '🏳️‍🌈', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'])('makes one colour glyph of %s', async (text) => {
    const fonts = await load(text);
    const face = { file: 'noto-color-emoji-emoji-400-normal.ttf', weight: 400 };
    const glyphs = fonts.shape({ face, text, isRightToLeft: false, script: 'Zyyy', hasLigatures: true });
    expect(glyphs).toHaveLength(1);
    const shape = fonts.getGlyphShape(face, glyphs[0]!.glyphId);
    expect(shape.kind).toBe('layers');
    expect(JSON.stringify(shape).match(/"kind":"fill"/g)?.length).toBeGreaterThan(1);
  });

  it('gives bolder outlines and wider letters at a higher weight', async () => {
    const fonts = await load('n');
    const widthAt = (weight: number) => fonts.shape({ face: { file: 'inter-latin-wght-normal.ttf', weight }, text: 'n', isRightToLeft: false, script: 'Latn', hasLigatures: true })[0]!.advanceEm;
    expect(widthAt(900)).toBeGreaterThan(widthAt(100));
  });
});

describe('dropTables', () => {
  it('leaves a font that shapes as before', async () => {
    const { readFile } = await import('node:fs/promises');
    const bytes = await readFile(path.join(FONTS_FOLDER, 'inter-latin-wght-normal.ttf'));
    const smaller = dropTables(bytes, ['STAT', 'name']);
    expect(smaller.length).toBeLessThan(bytes.length);
    const pathOf = (font: Uint8Array) => new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(font))).glyphToPath(20);
    expect(pathOf(smaller)).toBe(pathOf(bytes));
    expect(dropTables(bytes, ['none'])).toBe(bytes);
  });
});
