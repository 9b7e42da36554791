/**
 * One source from its URL to a checked local file: a URL in, the file's path and facts out.
 * fetch -> sniff -> name with the right extension -> prepare (draw an SVG) -> probe.
 */
import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { MediaFacts } from '#lib/composition/media-facts';
import type { MediaKind } from '#lib/composition/sources';
import { AppError } from '#lib/errors';
import { fetchSource } from '#worker/media/fetch-source';
import type { SourceFile } from '#worker/media/inspect-file';
import { prepareMedia, type PreparedMedia } from '#worker/media/prepare-media';
import { SNIFF_BYTES, sniffSource } from '#worker/media/sniff';

export interface LoadSourceOptions {
  /** As the composition has it. */
  source: string;
  /** Null: what the file is of itself. */
  expectedKind: MediaKind | null;
  /** Where the file goes, under a name of our own; unique by source and kind. */
  directory: string;
  timeoutSeconds: number;
  sizeBytesMax: number;
  allowHosts: readonly string[];
  signal: AbortSignal;
  onBytes: (receivedBytes: number, totalBytes: number | null) => void;
}

export interface LocalMedia {
  source: string;
  /** Absolute. */
  path: string;
  sizeBytes: number;
  downloadMs: number;
  facts: MediaFacts;
}

/** Throws AppError SOURCE_* or DISK_FULL, and the signal's reason when aborted; on failure no file is left. */
export async function loadSource({ source, expectedKind, directory, ...limits }: LoadSourceOptions): Promise<LocalMedia> {
  const name = `${expectedKind ?? 'any'}-${createHash('sha256').update(source).digest('hex').slice(0, 16)}`;
  let path = join(resolve(directory), `${name}.part`);
  const startedAt = performance.now();
  const { sizeBytes } = await fetchSource({ ...limits, source, path });
  const downloadMs = Math.round(performance.now() - startedAt);
  try {
    const format = sniffSource(await readHead(path), expectedKind);
    const namedPath = join(resolve(directory), `${name}${format.extension}`);
    await rename(path, namedPath);
    path = namedPath;
    const media = await prepareAs(expectedKind === null ? format.kinds : [expectedKind], { path, format, signal: limits.signal });
    if (media.path !== path) await rm(path);
    return { source, sizeBytes, downloadMs, ...media };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** As the first of `kinds` that it is: a file of a container of videos may have sound alone. */
async function prepareAs([kind, ...others]: readonly [MediaKind, ...MediaKind[]], file: SourceFile): Promise<PreparedMedia> {
  try {
    return await prepareMedia(file, kind);
  } catch (error) {
    const [next, ...rest] = others;
    if (next === undefined || !(error instanceof AppError) || error.code !== 'SOURCE_WRONG_KIND') throw error;
    return prepareAs([next, ...rest], file);
  }
}

async function readHead(path: string): Promise<Buffer> {
  await using file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(SNIFF_BYTES), 0, SNIFF_BYTES, 0);
  return buffer.subarray(0, bytesRead);
}
