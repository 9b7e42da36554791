/** Brings a medium here as what it was asked about: a look in, the checked file with its facts, or what a font says of itself, out. */
import type { Config } from '#lib/config';
import { AppError } from '#lib/errors';
import type { FontFindings } from '#lib/media/media-findings';
import type { MediaProbe } from '#lib/media/media-probe';
import { loadFont } from '#worker/media/load-font';
import { loadSource, type LocalMedia } from '#worker/media/load-source';

export interface LoadMediumOptions {
  sources: Config['sources'];
  directory: string;
  signal: AbortSignal;
}

export type LoadedMedium = { kind: 'media'; media: LocalMedia } | { kind: 'font'; sizeBytes: number; findings: FontFindings };

/** Throws AppError SOURCE_*, or the signal's reason. */
export async function loadMedium({ source, kind }: Pick<MediaProbe, 'source' | 'kind'>, { sources, directory, signal }: LoadMediumOptions): Promise<LoadedMedium> {
  const { quickTimeoutSeconds: timeoutSeconds, sizeBytesMax, allowHosts } = sources;
  const options = { source, directory, timeoutSeconds, sizeBytesMax, allowHosts, signal, onBytes: () => undefined };
  const loadAsFont = async (): Promise<LoadedMedium> => {
    const { bytes, facts } = await loadFont(options);
    return { kind: 'font', sizeBytes: bytes.length, findings: { kind: 'font', style: facts.style, weight_min: facts.weightMin, weight_max: facts.weightMax } };
  };
  if (kind === 'font') return loadAsFont();
  try {
    return { kind: 'media', media: await loadSource({ ...options, expectedKind: kind === 'any' ? null : kind }) };
  } catch (error) {
    const mayBeFont = kind === 'any' && error instanceof AppError && error.code === 'SOURCE_NOT_MEDIA';
    if (!mayBeFont) throw error;
    // What is no font either is told as what it was found to be first.
    return loadAsFont().catch(() => {
      throw error;
    });
  }
}
