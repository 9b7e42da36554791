/** What a font says of itself: TrueType or OpenType in; which characters it draws, how bold and in which style out. */
import { formatCoverage, type FontFile } from '#lib/composition/text/font-catalog';
import { damagedFont, notFont } from '#lib/text/font-problems';
import { readFontTables } from '#lib/text/font-tables';
import type { HarfBuzz } from '#lib/text/harfbuzz';

export type FontFacts = Pick<FontFile, 'coverage' | 'style' | 'weightMin' | 'weightMax'>;

/** Tables with outlines, or layers of outlines; pictures of glyphs are not drawn. */
const OUTLINE_TABLES = ['glyf', 'CFF ', 'CFF2'];
const WEIGHT_DEFAULT = 400;
const WEIGHT_BOLD = 700;
/** Places in the tables `OS/2` and `head` (OpenType specification). */
const OS2_WEIGHT = 4;
const OS2_SELECTION = 62;
const HEAD_STYLE = 44;
const SELECTION_ITALIC = 1;
const STYLE_BOLD = 1;
const STYLE_ITALIC = 2;

/** Throws SOURCE_DAMAGED or SOURCE_NOT_MEDIA. */
export function readFontFacts(harfbuzz: HarfBuzz, font: Uint8Array): FontFacts {
  const tables = new Map((readFontTables(font) ?? []).map(({ tag, content }) => [tag, content]));
  if (!OUTLINE_TABLES.some((tag) => (tables.get(tag)?.length ?? 0) > 0)) throw notFont('The font has no outlines of its glyphs');
  const face = new harfbuzz.Face(new harfbuzz.Blob(font));
  const codePoints = [...face.collectUnicodes()].toSorted((a, b) => a - b);
  if (codePoints.length === 0) throw damagedFont('no characters');
  return { coverage: formatCoverage(codePoints), ...readStyle(tables), ...readWeights(face.getAxisInfos()['wght'], tables) };
}

type Tables = ReadonlyMap<string, Uint8Array>;

function readWeights(axis: { min: number; max: number } | undefined, tables: Tables): Pick<FontFacts, 'weightMin' | 'weightMax'> {
  if (axis !== undefined && axis.max > axis.min) return { weightMin: axis.min, weightMax: axis.max };
  const isBold = ((numberAt(tables, 'head', HEAD_STYLE) ?? 0) & STYLE_BOLD) !== 0;
  const told = numberAt(tables, 'OS/2', OS2_WEIGHT) ?? 0;
  // Old fonts count from 1 to 9.
  const weight = told === 0 ? (isBold ? WEIGHT_BOLD : WEIGHT_DEFAULT) : told < 10 ? told * 100 : told;
  return { weightMin: weight, weightMax: weight };
}

function readStyle(tables: Tables): Pick<FontFacts, 'style'> {
  const isItalic = ((numberAt(tables, 'OS/2', OS2_SELECTION) ?? 0) & SELECTION_ITALIC) !== 0 || ((numberAt(tables, 'head', HEAD_STYLE) ?? 0) & STYLE_ITALIC) !== 0;
  return { style: isItalic ? 'italic' : 'normal' };
}

function numberAt(tables: Tables, tag: string, offset: number): number | null {
  const content = tables.get(tag);
  if (content === undefined || content.length < offset + 2) return null;
  return new DataView(content.buffer, content.byteOffset).getUint16(offset);
}
