/** The facts of a medium that is on this machine already, by the same sniffing and probing as a downloaded one. */
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { MediaFacts } from '#lib/composition/media-facts';
import { probe } from '#worker/media/probe';
import { SNIFF_BYTES, sniffSource, type SourceKind } from '#worker/media/sniff';

/** Throws AppError SOURCE_* when the file is not what is expected. */
export async function probeLocalFile(path: string, kind: SourceKind): Promise<MediaFacts> {
  const format = sniffSource(await readHead(path), kind);
  return probe({ path: resolve(path), format, signal: new AbortController().signal }, kind);
}

async function readHead(path: string): Promise<Buffer> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
  return buffer.subarray(0, bytesRead);
}
