/** Brings the fonts that a composition's texts ask for, and that it brings itself: the composition in, checked fonts out, each source fetched once. */
import type { Composition } from '#lib/composition/schema/composition';
import { FONTS_TOTAL_BYTES_MAX } from '#lib/composition/limits';
import { listOwnFonts, toFontFile } from '#lib/composition/text/own-fonts';
import type { Config } from '#lib/config';
import { AppError, withElement } from '#lib/errors';
import { getFontLibrary } from '#lib/fonts/get-font-library';
import type { Lane } from '#lib/jobs/job';
import type { LoadedFont } from '#lib/text/font-library';
import { loadFont } from '#worker/media/load-font';
import { inLines } from '#worker/stages/in-lines';

export interface DownloadFontsOptions {
  sources: Config['sources'];
  lane: Lane;
  /** Files are in it only while this runs. */
  directory: string;
  signal: AbortSignal;
}

/** Throws AppError SOURCE_* with the font's path ("fonts.0") as the element, or the signal's reason. */
export async function downloadFonts(composition: Composition, { sources, lane, directory, signal }: DownloadFontsOptions): Promise<LoadedFont[]> {
  const { families } = await getFontLibrary();
  const wanted = Map.groupBy(listOwnFonts(composition, families.defaultFamily), ({ font }) => font.source);
  const { quickTimeoutSeconds, longTimeoutSeconds, sizeBytesMax, allowHosts } = sources;
  const timeoutSeconds = lane === 'quick' ? quickTimeoutSeconds : longTimeoutSeconds;
  let totalBytes = 0;
  const loaded = await inLines([...wanted], signal, async ([source, fonts], either) => {
    try {
      const { bytes, facts } = await loadFont({ source, directory, timeoutSeconds, sizeBytesMax, allowHosts, signal: either, onBytes: () => undefined });
      totalBytes += bytes.length;
      if (totalBytes > FONTS_TOTAL_BYTES_MAX) throw new AppError('SOURCE_TOO_LARGE', { message: `The fonts of a composition may have at most ${FONTS_TOTAL_BYTES_MAX / 1024 / 1024} MB together` });
      return fonts.map((font): LoadedFont => ({ file: toFontFile(font, facts), bytes }));
    } catch (error) {
      either.throwIfAborted();
      throw withElement(error, fonts[0]?.path ?? '');
    }
  });
  return loaded.flat();
}
