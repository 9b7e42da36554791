/** A medium that is on this machine already, made ready by the same sniffing and probing as a downloaded one: its facts, and the path of what FFmpeg opens. */
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { MediaKind } from '#lib/composition/sources';
import { prepareMedia, type PreparedMedia } from '#worker/media/prepare-media';
import { SNIFF_BYTES, sniffSource } from '#worker/media/sniff';

/** Throws AppError SOURCE_* when the file is not what is expected. */
export async function probeLocalFile(path: string, kind: MediaKind): Promise<PreparedMedia> {
  const format = sniffSource(await readHead(path), kind);
  return prepareMedia({ path: resolve(path), format, signal: new AbortController().signal }, kind);
}

async function readHead(path: string): Promise<Buffer> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
  return buffer.subarray(0, bytesRead);
}
