/** A TrueType or OpenType font without some of its tables: bytes in, bytes out. Format: the OpenType specification, "Organization of an OpenType font". */

const HEADER_BYTES = 12;
const RECORD_BYTES = 16;

interface Table {
  tag: string;
  checksum: number;
  content: Uint8Array;
}

/** The font itself when it has none of the tables. */
export function dropTables(font: Uint8Array, tags: readonly string[]): Uint8Array {
  const tables = readTables(font);
  const kept = tables.filter(({ tag }) => !tags.includes(tag));
  return kept.length === tables.length ? font : writeFont(new DataView(font.buffer, font.byteOffset).getUint32(0), kept);
}

function readTables(font: Uint8Array): Table[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  return Array.from({ length: view.getUint16(4) }, (_, index) => {
    const record = HEADER_BYTES + RECORD_BYTES * index;
    const start = view.getUint32(record + 8);
    return {
      tag: String.fromCharCode(...font.subarray(record, record + 4)),
      checksum: view.getUint32(record + 4),
      content: font.subarray(start, start + view.getUint32(record + 12)),
    };
  });
}

function writeFont(version: number, tables: readonly Table[]): Uint8Array {
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
