/** Fonts that a composition brings: they are its own, they win over bundled ones of the same name, and no other composition sees them. */
import { readFile } from 'node:fs/promises';
import * as harfbuzz from 'harfbuzzjs';
import { describe, expect, it } from 'vitest';
import { decompress } from 'wawoff2';
import { resolve } from '#lib/composition/resolve';
import { listOwnFonts, toFontFile } from '#lib/composition/text/own-fonts';
import type { TextLayer } from '#lib/composition/timeline';
import { getFontLibrary } from '#lib/fonts/get-font-library';
import type { LoadedFont } from '#lib/text/font-library';
import { HarfBuzzFonts } from '#lib/text/harfbuzz-fonts';
import { readFontTables, writeFont } from '#lib/text/font-tables';
import { readFontFacts } from '#lib/text/read-font-facts';
import { unpackFont } from '#lib/text/unpack-font';
import { FONT_FILES } from '#tests/support/font-files';
import { compositionOf } from '#tests/unit/composition/fixtures';

const bebas = await unpackFont(await readFile(FONT_FILES.woff2), decompress);
const SOURCE = 'https://example.com/own.woff2';

interface OwnText {
  fonts?: unknown[];
  text?: Record<string, unknown>;
  /** TrueType of each font. */
  bytes?: Uint8Array;
}

async function layOut({ fonts = [], text = {}, bytes = bebas }: OwnText): Promise<{ layer: TextLayer; warnings: string[] }> {
  const composition = compositionOf([{ type: 'text', text: 'Own', font_size: 40, ...text }], { fonts });
  const library = await getFontLibrary();
  const loaded = listOwnFonts(composition, library.families.defaultFamily).map((own): LoadedFont => ({ file: toFontFile(own, readFontFacts(harfbuzz, bytes)), bytes }));
  const result = resolve(composition, new Map(), await library.load(composition, loaded));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const [layer] = result.timeline.layers;
  if (layer?.type !== 'text') throw new Error('The text is not seen');
  return { layer, warnings: result.warnings.map(({ path, code }) => `${path} ${code}`) };
}

/** The file of each glyph. */
const filesOf = ({ layout }: TextLayer): string[] => layout.lines.flatMap(({ runs }) => runs.flatMap(({ glyphs }) => glyphs.map(({ shape }) => shape.replace(/@.*/, ''))));

describe('a font of the composition', () => {
  it('sets the texts that name it, in any case', async () => {
    const { layer, warnings } = await layOut({ fonts: [{ family: 'Brand', source: SOURCE }], text: { font_family: 'BRAND' } });
    expect(filesOf(layer)).toEqual(['fonts.0', 'fonts.0', 'fonts.0']);
    expect(warnings).toEqual([]);
  });

  it('wins over the bundled family of its name, for this composition alone', async () => {
    const [own, bundled, again] = await Promise.all([layOut({ fonts: [{ family: 'Inter', source: SOURCE }] }), layOut({}), layOut({ fonts: [{ family: 'Inter', source: SOURCE }] })]);
    expect(filesOf(own.layer)).toEqual(['fonts.0', 'fonts.0', 'fonts.0']);
    expect(filesOf(bundled.layer)).toEqual(Array(3).fill('inter-latin-wght-normal.ttf'));
    expect(own.layer.layout.lines[0]?.widthPx).not.toBeCloseTo(bundled.layer.layout.lines[0]?.widthPx ?? 0, 0);
    expect(again.layer).toEqual(own.layer);
    expect(filesOf((await layOut({})).layer)).toEqual(filesOf(bundled.layer));
  });

  it('is not one of another composition with the same name and another file', async () => {
    const dejavu = await readFile(FONT_FILES.ttf);
    const fonts = [{ family: 'Brand', source: SOURCE }];
    const text = { font_family: 'Brand' };
    const [first, second] = await Promise.all([layOut({ fonts, text }), layOut({ fonts, text, bytes: dejavu })]);
    expect(Object.values(first.layer.layout.glyphShapes)).not.toEqual(Object.values(second.layer.layout.glyphShapes));
  });

  it('is taken into the shaper once, however often its texts change', async () => {
    let faceCount = 0;
    const Face = new Proxy(harfbuzz.Face, {
      construct: (target, args: ConstructorParameters<typeof harfbuzz.Face>) => {
        faceCount += 1;
        return new target(...args);
      },
    });
    const fonts = new HarfBuzzFonts({ ...harfbuzz, Face }, (await getFontLibrary()).families);
    for (const file of ['fonts.0', 'fonts.1', 'fonts.0']) fonts.extend(fonts.families).add(file, bebas);
    expect(faceCount).toBe(1);
  });

  it('leaves what it does not draw to the bundled families', async () => {
    const { layer, warnings } = await layOut({ fonts: [{ family: 'Brand', source: SOURCE }], text: { font_family: 'Brand', text: 'O я' } });
    expect(filesOf(layer)).toEqual(['fonts.0', 'fonts.0', 'inter-cyrillic-wght-normal.ttf']);
    expect(warnings).toEqual([]);
  });

  it('need not have a space', async () => {
    const tables = (readFontTables(bebas) ?? []).map((table) => (table.tag === 'cmap' ? { ...table, content: onlyLetterA(bebas) } : table));
    const { layer } = await layOut({ fonts: [{ family: 'Brand', source: SOURCE }], text: { font_family: 'Brand', text: 'A A' }, bytes: writeFont(0x00010000, tables) });
    expect(filesOf(layer)).toEqual(['fonts.0', 'inter-latin-wght-normal.ttf', 'fonts.0']);
  });

  it('is taken for the weight and the style that the composition says', async () => {
    const fonts = [{ family: 'Inter', weight: 700, style: 'italic', source: SOURCE }];
    const { layer } = await layOut({ fonts, text: { font_weight: 400, font_style: 'italic' } });
    expect(Object.keys(layer.layout.glyphShapes)[0]).toMatch(/^fonts\.0@700\//);
    expect(layer.layout.lines[0]?.runs[0]?.isSlanted).toBe(false);
  });

  it('must have been loaded when a text names it', async () => {
    const composition = compositionOf([{ type: 'text', text: 'a', font_family: 'Brand' }], { fonts: [{ family: 'Brand', source: SOURCE }] });
    await expect((await getFontLibrary()).load(composition)).rejects.toThrow('The font fonts.0 has not been loaded');
  });
});

/** A character map (OpenType `cmap`, format 6) of one letter. */
function onlyLetterA(font: Uint8Array): Uint8Array {
  const face = new harfbuzz.Font(new harfbuzz.Face(new harfbuzz.Blob(font)));
  const map = new DataView(new ArrayBuffer(24));
  const values = [0, 1, 3, 1, 0, 12, 6, 12, 0, 0x41, 1, face.nominalGlyph(0x41) ?? 0];
  for (const [index, value] of values.entries()) map.setUint16(2 * index, value);
  return new Uint8Array(map.buffer);
}
