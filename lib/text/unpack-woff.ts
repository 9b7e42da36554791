/** WOFF in, TrueType or OpenType out: each table inflated to exactly the length that was announced for it. Format: W3C, "WOFF File Format 1.0". */
import { FONT_BYTES_MAX } from '#lib/composition/limits';
import { damagedFont, tooLargeFont } from '#lib/text/font-problems';
import { writeFont, type FontTable } from '#lib/text/font-tables';
import { readStream } from '#lib/text/read-stream';

const HEADER_BYTES = 44;
const RECORD_BYTES = 20;

/** Throws SOURCE_DAMAGED or SOURCE_TOO_LARGE; never holds more than the largest font allowed. */
export async function unpackWoff(bytes: Uint8Array): Promise<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tableCount = bytes.length < HEADER_BYTES ? 0 : view.getUint16(12);
  if (tableCount === 0 || bytes.length < HEADER_BYTES + RECORD_BYTES * tableCount) throw damagedFont();
  const tables: FontTable[] = [];
  let totalBytes = 0;
  for (let index = 0; index < tableCount; index += 1) {
    const record = HEADER_BYTES + RECORD_BYTES * index;
    const [start, packedBytes, lengthBytes, checksum] = [4, 8, 12, 16].map((offset) => view.getUint32(record + offset)) as [number, number, number, number];
    if (start + packedBytes > bytes.length || packedBytes > lengthBytes) throw damagedFont();
    totalBytes += lengthBytes;
    if (totalBytes > FONT_BYTES_MAX) throw tooLargeFont();
    const packed = bytes.subarray(start, start + packedBytes);
    const content = packedBytes === lengthBytes ? packed : await inflate(packed, lengthBytes);
    tables.push({ tag: String.fromCharCode(...bytes.subarray(record, record + 4)), checksum, content });
  }
  return writeFont(view.getUint32(4), tables);
}

/** By the streams that browsers and Node both have; ends as soon as there is more than there should be. */
async function inflate(packed: Uint8Array, lengthBytes: number): Promise<Uint8Array> {
  const stream = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('deflate'));
  const content = await readStream(stream, lengthBytes).catch((error: unknown) => {
    throw damagedFont(error);
  });
  if (content?.length !== lengthBytes) throw damagedFont();
  return content;
}
