/**
 * Brings all media of a composition onto this machine: sources in, local files with their facts out, each source once.
 * The first that fails ends the others; its error names the first element that uses it.
 */
import type { MediaFactsBySource } from '#lib/composition/media-facts';
import { listSources, mediaKey, type MediaSource } from '#lib/composition/sources';
import type { Composition } from '#lib/composition/schema/composition';
import type { Json } from '#lib/db/database-types';
import { recordElementSources } from '#lib/db/record-element-sources';
import { withElement } from '#lib/errors';
import type { JobContext } from '#worker/job-context';
import { loadSource, type LocalMedia } from '#worker/media/load-source';
import { inLines } from '#worker/stages/in-lines';

export interface DownloadedSources {
  /** By `mediaKey`, as everything of media. */
  files: ReadonlyMap<string, LocalMedia>;
  facts: MediaFactsBySource;
  /** Wall time of all of it, probing included. */
  downloadMs: number;
}

/** Throws AppError SOURCE_* with the element, or the signal's reason. */
export async function downloadSources(context: JobContext, composition: Composition): Promise<DownloadedSources> {
  const startedAt = performance.now();
  const sources = listSources(composition);
  const files = await loadAll(context, sources);
  await recordElementSources(context.attempt, toElementRows(sources, files)).catch((error: unknown) => {
    context.log.warn({ err: error }, 'could not record what was downloaded');
  });
  return {
    files,
    facts: new Map([...files].map(([key, media]) => [key, media.facts])),
    downloadMs: Math.round(performance.now() - startedAt),
  };
}

async function loadAll(context: JobContext, sources: readonly MediaSource[]): Promise<Map<string, LocalMedia>> {
  const fractions = new Map<MediaSource, number>();
  const files = await inLines(sources, context.signal, async (source, signal): Promise<[string, LocalMedia]> => {
    const onFraction = (fraction: number): void => {
      fractions.set(source, fraction);
      context.progress.advance([...fractions.values()].reduce((sum, done) => sum + done, 0) / sources.length);
    };
    return [mediaKey(source.kind, source.source), await load(context, source, { signal, onFraction })];
  });
  return new Map(files);
}

interface LoadOptions {
  signal: AbortSignal;
  onFraction: (fraction: number) => void;
}

async function load({ job, config, directory }: JobContext, { source, kind, elementIds }: MediaSource, { signal, onFraction }: LoadOptions): Promise<LocalMedia> {
  const { quickTimeoutSeconds, longTimeoutSeconds, sizeBytesMax, allowHosts } = config.sources;
  signal.throwIfAborted();
  try {
    const media = await loadSource({
      source,
      expectedKind: kind,
      directory,
      timeoutSeconds: job.lane === 'quick' ? quickTimeoutSeconds : longTimeoutSeconds,
      sizeBytesMax,
      allowHosts,
      signal,
      onBytes: (receivedBytes, totalBytes) => onFraction(totalBytes ? receivedBytes / totalBytes : 0),
    });
    onFraction(1);
    return media;
  } catch (error) {
    signal.throwIfAborted();
    throw withElement(error, elementIds[0] ?? '');
  }
}

function toElementRows(sources: readonly MediaSource[], files: ReadonlyMap<string, LocalMedia>) {
  return sources.flatMap(({ source, kind, elementIds }) => {
    const media = files.get(mediaKey(kind, source));
    if (media === undefined) return [];
    const row = { size_bytes: media.sizeBytes, download_ms: Math.round(media.downloadMs), facts: media.facts as unknown as Json };
    return elementIds.map((elementId) => ({ element_id: elementId, ...row }));
  });
}
