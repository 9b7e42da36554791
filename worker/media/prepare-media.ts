/**
 * A checked file made ready for FFmpeg: a path, its format and the kind it is used as in; the path of what FFmpeg opens, with its facts, out.
 * All but SVG is opened as it is; an SVG is drawn first.
 */
import { rm } from 'node:fs/promises';
import type { MediaFacts } from '#lib/composition/media-facts';
import type { MediaKind } from '#lib/composition/sources';
import type { SourceFile } from '#worker/media/inspect-file';
import { probe } from '#worker/media/probe';
import { rasteriseSvg } from '#worker/media/rasterise-svg';
import { PNG_FORMAT, SVG_FORMAT } from '#worker/media/sniff';

export interface PreparedMedia {
  path: string;
  facts: MediaFacts;
}

/** Throws AppError SOURCE_*; then nothing is left beside the file itself. */
export async function prepareMedia(file: SourceFile, kind: MediaKind): Promise<PreparedMedia> {
  if (file.format.name !== SVG_FORMAT.name) return { path: file.path, facts: await probe(file, kind) };
  const picture: SourceFile = { path: `${file.path}.png`, format: PNG_FORMAT, signal: file.signal };
  try {
    const naturalSize = await rasteriseSvg(file.path, picture.path, file.signal);
    // Stored larger than it is shown, as the picture of an SVG that is scaled up stays sharp.
    return { path: picture.path, facts: { ...(await probe(picture, kind)), ...naturalSize } };
  } catch (error) {
    await rm(picture.path, { force: true });
    throw error;
  }
}
