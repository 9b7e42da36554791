/**
 * What a browser does not tell of an image, read from its file by the rules of the server's probe: an address in; whether it can be transparent, and
 * the size that a drawing gives itself, out. Transitions and boxes depend on them, so preview and render must decide alike.
 */
import type { Size } from '#lib/composition/units';
import { readSvgSize } from '#lib/preview/read-svg-size';

export interface ImageInsight {
  /** By its format, not by its pixels. True also where it is not told. */
  hasAlpha: boolean;
  /** Of a drawing that browsers would give another one; else null. */
  size: Size | null;
}

const UNKNOWN: ImageInsight = { hasAlpha: true, size: null };

/** Profiles and the like may come before what tells; more than this of them is very rare. */
const HEAD_BYTES_MAX = 65_536;

/** Rejects when aborted, and then alone: of a file that other pages may not read nothing is known. */
export async function lookIntoImage(url: string, signal: AbortSignal): Promise<ImageInsight> {
  try {
    const response = await fetch(url, { signal });
    const isSvg = response.headers.get('content-type')?.startsWith('image/svg') === true;
    return isSvg ? { ...UNKNOWN, size: readSvgSize(await response.text()) } : { ...UNKNOWN, hasAlpha: mayBeTransparent(await readHead(response)) };
  } catch {
    signal.throwIfAborted();
    return UNKNOWN;
  }
}

async function readHead({ body }: Response): Promise<DataView> {
  const reader = body?.getReader();
  const head = new Uint8Array(HEAD_BYTES_MAX);
  let length = 0;
  while (reader !== undefined && length < HEAD_BYTES_MAX) {
    const { value } = await reader.read();
    if (value === undefined) break;
    const part = value.subarray(0, HEAD_BYTES_MAX - length);
    head.set(part, length);
    length += part.length;
  }
  await reader?.cancel();
  return new DataView(head.buffer, 0, length);
}

/** Throws a RangeError where the file ends too soon. */
function mayBeTransparent(head: DataView): boolean {
  if (textAt(head, 0, 2) === '\xff\xd8') return false;
  if (textAt(head, 0, 4) === '\x89PNG') return isTransparentPng(head);
  if (textAt(head, 0, 4) === 'RIFF' && textAt(head, 8, 4) === 'WEBP') return isTransparentWebp(head);
  if (textAt(head, 0, 2) === 'BM') return !OPAQUE_BITMAP_BITS.includes(head.getUint16(28, true));
  return true;
}

/** Of a pixel: others are of a palette, or have a byte to spare. */
const OPAQUE_BITMAP_BITS: readonly number[] = [16, 24];

/** Grey and RGB (PNG specification, §11.2.1); of them one colour may be transparent, which is said before the first pixels. */
const OPAQUE_PNG_COLOR_TYPES: readonly number[] = [0, 2];

function isTransparentPng(head: DataView): boolean {
  if (!OPAQUE_PNG_COLOR_TYPES.includes(head.getUint8(25))) return true;
  // Each chunk is its length, its type, its data and a check sum.
  for (let offset = 8; offset + 8 <= head.byteLength; offset += 12 + head.getUint32(offset)) {
    const type = textAt(head, offset + 4, 4);
    if (type === 'tRNS') return true;
    if (type === 'IDAT') return false;
  }
  return true;
}

/** Pictures without loss are always decoded with alpha; those with loss have it apart, before their colours. */
function isTransparentWebp(head: DataView): boolean {
  for (let offset = 12; offset + 8 <= head.byteLength; offset += 8 + 2 * Math.ceil(head.getUint32(offset + 4, true) / 2)) {
    const type = textAt(head, offset, 4);
    if (type === 'VP8L' || type === 'ALPH') return true;
    if (type === 'VP8 ') return false;
  }
  return true;
}

function textAt(view: DataView, offset: number, length: number): string {
  const end = Math.min(view.byteLength, offset + length);
  return String.fromCharCode(...new Uint8Array(view.buffer, offset, Math.max(0, end - offset)));
}
