/**
 * A font file as people have it in, TrueType or OpenType out: told by its first bytes, unpacked within bounds. For files that nobody vouches for, in
 * browser and worker alike; what is no font, is damaged or too large is an AppError SOURCE_*.
 */
import { FONT_BYTES_MAX } from '#lib/composition/limits';
import { damagedFont, notFont, tooLargeFont } from '#lib/text/font-problems';
import { readFontTables } from '#lib/text/font-tables';
import { unpackWoff } from '#lib/text/unpack-woff';

/** WOFF2 in, TrueType or OpenType out; rejects what is none. */
export type DecompressWoff2 = (font: Uint8Array) => Promise<Uint8Array>;

export type FontFormat = 'sfnt' | 'woff' | 'woff2';

const SIGNATURES: Readonly<Record<string, FontFormat>> = { '\0\x01\0\0': 'sfnt', true: 'sfnt', OTTO: 'sfnt', wOFF: 'woff', wOF2: 'woff2' };
const COLLECTION = 'ttcf';
const WOFF2_HEADER_BYTES = 48;

/** Throws SOURCE_NOT_MEDIA. */
export function sniffFont(bytes: Uint8Array): FontFormat {
  const [tag, flavor] = [tagAt(bytes, 0), tagAt(bytes, 4)];
  const format = SIGNATURES[tag];
  if (tag === COLLECTION || (format !== undefined && format !== 'sfnt' && flavor === COLLECTION)) throw notFont('The source is a collection of fonts; use a file with one font');
  if (format === undefined) throw notFont('The source is not a font: TrueType, OpenType, WOFF and WOFF2 are supported');
  return format;
}

/** Throws SOURCE_NOT_MEDIA, SOURCE_DAMAGED or SOURCE_TOO_LARGE. */
export async function unpackFont(bytes: Uint8Array, decompressWoff2: DecompressWoff2): Promise<Uint8Array> {
  if (bytes.length > FONT_BYTES_MAX) throw tooLargeFont();
  const font = await unpack(bytes, decompressWoff2);
  if (font.length > FONT_BYTES_MAX) throw tooLargeFont();
  if (readFontTables(font) === null) throw damagedFont();
  return font;
}

async function unpack(bytes: Uint8Array, decompressWoff2: DecompressWoff2): Promise<Uint8Array> {
  const format = sniffFont(bytes);
  switch (format) {
    case 'sfnt':
      return bytes;
    case 'woff':
      return unpackWoff(bytes);
    case 'woff2': {
      if (bytes.length < WOFF2_HEADER_BYTES) throw damagedFont();
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      // The size it says it has unpacked, as the decompressor takes it.
      if (view.getUint32(16) > FONT_BYTES_MAX) throw tooLargeFont();
      return decompressWoff2(bytes).catch((error: unknown) => {
        throw damagedFont(error);
      });
    }
    default:
      return format satisfies never;
  }
}

const tagAt = (bytes: Uint8Array, offset: number): string => String.fromCharCode(...bytes.subarray(offset, offset + 4));
