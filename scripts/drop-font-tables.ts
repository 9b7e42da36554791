/** A TrueType or OpenType font without some of its tables: bytes in, bytes out. */
import { readFontTables, writeFont } from '#lib/text/font-tables';

/** The font itself when it has none of the tables. */
export function dropTables(font: Uint8Array, tags: readonly string[]): Uint8Array {
  const tables = readFontTables(font);
  if (tables === null) throw new Error('The font ends before its tables do');
  const kept = tables.filter(({ tag }) => !tags.includes(tag));
  return kept.length === tables.length ? font : writeFont(new DataView(font.buffer, font.byteOffset).getUint32(0), kept);
}
