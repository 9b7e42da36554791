/** The tables of a TrueType or OpenType font, read and written: bytes in, bytes out. Format: the OpenType specification, "Organization of an OpenType font". */

const HEADER_BYTES = 12;
const RECORD_BYTES = 16;

export interface FontTable {
  tag: string;
  checksum: number;
  content: Uint8Array;
}

/** Null when the font ends before one of its tables does. */
export function readFontTables(font: Uint8Array): FontTable[] | null {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  if (font.length < HEADER_BYTES || font.length < HEADER_BYTES + RECORD_BYTES * view.getUint16(4)) return null;
  const tables: FontTable[] = [];
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const record = HEADER_BYTES + RECORD_BYTES * index;
    const start = view.getUint32(record + 8);
    const end = start + view.getUint32(record + 12);
    if (end > font.length) return null;
    tables.push({ tag: String.fromCharCode(...font.subarray(record, record + 4)), checksum: view.getUint32(record + 4), content: font.subarray(start, end) });
  }
  return tables;
}

/** `version`: the font's first four bytes as a number. */
export function writeFont(version: number, tables: readonly FontTable[]): Uint8Array {
  const padded = (length: number): number => Math.ceil(length / 4) * 4;
  const headerBytes = HEADER_BYTES + RECORD_BYTES * tables.length;
  const font = new Uint8Array(tables.reduce((total, { content }) => total + padded(content.length), headerBytes));
  const view = new DataView(font.buffer);
  const powerOfTwo = Math.floor(Math.log2(tables.length));
  view.setUint32(0, version);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 * 2 ** powerOfTwo);
  view.setUint16(8, powerOfTwo);
  view.setUint16(10, 16 * tables.length - 16 * 2 ** powerOfTwo);
  let offset = headerBytes;
  for (const [index, { tag, checksum, content }] of tables.entries()) {
    const record = HEADER_BYTES + RECORD_BYTES * index;
    font.set([...tag].map((letter) => letter.charCodeAt(0)), record);
    view.setUint32(record + 4, checksum);
    view.setUint32(record + 8, offset);
    view.setUint32(record + 12, content.length);
    font.set(content, offset);
    offset += padded(content.length);
  }
  return font;
}
