/** One font from its URL to bytes that can be laid out with: fetch -> unpack and check in the sandbox -> read. */
import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { FONT_BYTES_MAX } from '#lib/composition/limits';
import type { FontFacts } from '#lib/text/read-font-facts';
import { fetchSource, type FetchSourceOptions } from '#worker/media/fetch-source';
import { readFont } from '#worker/media/read-font';

export interface LoadFontOptions extends Omit<FetchSourceOptions, 'path'> {
  /** Where the files are for as long as they are needed, under names of our own. */
  directory: string;
}

export interface LocalFont {
  /** TrueType or OpenType. */
  bytes: Uint8Array;
  facts: FontFacts;
}

/** Throws AppError SOURCE_* or DISK_FULL, and the signal's reason when aborted. No file is left. */
export async function loadFont({ directory, ...options }: LoadFontOptions): Promise<LocalFont> {
  const path = join(resolve(directory), `font-${createHash('sha256').update(options.source).digest('hex').slice(0, 16)}.part`);
  const plainPath = `${path}.plain`;
  try {
    await fetchSource({ ...options, path, sizeBytesMax: Math.min(FONT_BYTES_MAX, options.sizeBytesMax) });
    const facts = await readFont(path, plainPath, options.signal);
    return { bytes: await readFile(plainPath), facts };
  } finally {
    await Promise.all([path, plainPath].map((file) => rm(file, { force: true })));
  }
}
