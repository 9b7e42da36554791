/**
 * Formats whose own bytes tell that the end is missing, where FFmpeg does not: a file in, whether it was cut off out.
 */
import { open, type FileHandle } from 'node:fs/promises';

/** True when the last page of an Ogg, or the samples of a WAV, go on beyond the end of the file. False for every other format. */
export async function isFileCut(path: string, demuxer: string): Promise<boolean> {
  if (demuxer !== 'ogg' && demuxer !== 'wav') return false;
  await using file = await open(path);
  const { size } = await file.stat();
  return demuxer === 'ogg' ? await isOggCut(file, size) : await isWavCut(file, size);
}

/** Of a page (RFC 3533 §6): a header of 27 bytes, up to 255 lengths of a byte each, and as much content as they add up to. */
const OGG_PAGE_HEADER_BYTES = 27;
const OGG_PAGE_BYTES_MAX = OGG_PAGE_HEADER_BYTES + 255 + 255 * 255;

async function isOggCut(file: FileHandle, sizeBytes: number): Promise<boolean> {
  const tail = await readAt(file, Math.max(0, sizeBytes - OGG_PAGE_BYTES_MAX), OGG_PAGE_BYTES_MAX);
  const start = tail.lastIndexOf('OggS\0', undefined, 'latin1');
  if (start === -1) return true;
  const lengthCount = tail[start + OGG_PAGE_HEADER_BYTES - 1] ?? 255;
  const contentStart = start + OGG_PAGE_HEADER_BYTES + lengthCount;
  const contentBytes = tail.subarray(start + OGG_PAGE_HEADER_BYTES, contentStart).reduce((sum, length) => sum + length, 0);
  return contentStart + contentBytes > tail.length;
}

/** Chunks before the samples; more than any program writes. */
const WAV_CHUNKS_MAX = 100;

/** A length of 0 or of all ones is that of a recording whose writer did not come back to fill it in. */
async function isWavCut(file: FileHandle, sizeBytes: number): Promise<boolean> {
  for (let offset = 12, count = 0; count < WAV_CHUNKS_MAX; count += 1) {
    const header = await readAt(file, offset, 8);
    if (header.length < 8) return true;
    const lengthBytes = header.readUInt32LE(4);
    if (header.toString('latin1', 0, 4) === 'data') return lengthBytes !== 0xffff_ffff && offset + 8 + lengthBytes > sizeBytes;
    // Chunks begin at even places.
    offset += 8 + lengthBytes + (lengthBytes % 2);
  }
  return true;
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
