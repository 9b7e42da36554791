/** The fonts that a composition brings, from files of this machine instead of their sources: checked as a job's are. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Composition } from '#lib/composition/schema/composition';
import { listOwnFonts, toFontFile } from '#lib/composition/text/own-fonts';
import { getFontLibrary } from '#lib/fonts/get-font-library';
import type { LoadedFont } from '#lib/text/font-library';
import { readFont } from '#worker/media/read-font';

const READ_TIMEOUT_MS = 60_000;

/** Throws AppError SOURCE_*. */
export async function readLocalFonts(composition: Composition, toPath: (source: string) => string): Promise<LoadedFont[]> {
  const { families } = await getFontLibrary();
  const directory = await mkdtemp(path.join(tmpdir(), 'videogen-fonts-'));
  try {
    return await Promise.all(
      listOwnFonts(composition, families.defaultFamily).map(async (font): Promise<LoadedFont> => {
        const plainPath = path.join(directory, font.path);
        const facts = await readFont(toPath(font.font.source), plainPath, AbortSignal.timeout(READ_TIMEOUT_MS));
        return { file: toFontFile(font, facts), bytes: await readFile(plainPath) };
      }),
    );
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
