/**
 * A composition in, the timeline the renderer would make of it out: the media's facts are read here in the browser, the rest is the one resolver.
 */
'use client';

import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { MediaFacts, MediaFactsBySource } from '#lib/composition/media-facts';
import { resolve } from '#lib/composition/resolve';
import type { Composition } from '#lib/composition/schema/composition';
import { listSources, mediaKey, type MediaKind } from '#lib/composition/sources';
import { listTexts } from '#lib/composition/text/list-texts';
import type { TextFonts } from '#lib/composition/text/text-fonts';
import type { Timeline } from '#lib/composition/timeline';
import { makeUpFacts } from '#lib/preview/made-up-facts';

export type TimelineReading =
  | { state: 'loading' }
  /** `notes`: what will not look or sound as asked, each a sentence: media that cannot be read here (something is made up for them), and the resolver's warnings. */
  | { state: 'ready'; timeline: Timeline; facts: MediaFactsBySource; notes: string[] }
  /** Each a sentence. */
  | { state: 'refused'; reasons: string[] };

/** Undefined while it is being read. */
type FactsReading = { facts: MediaFacts | undefined; problem: Error | null };

export function useTimeline(composition: Composition): TimelineReading {
  const sources = useMemo(() => listSources(composition), [composition]);
  const readings = useQueries({
    queries: sources.map(({ kind, source }) => ({
      queryKey: ['media-facts', kind, source],
      queryFn: ({ signal }: { signal: AbortSignal }) => readFacts(kind, source, signal),
      staleTime: Infinity,
      retry: false,
    })),
    combine: combineReadings,
  });
  const texts = useMemo(() => listTexts(composition).map(({ element }) => element), [composition]);
  const fonts = useQuery({ queryKey: ['fonts', texts, composition.fonts ?? []], queryFn: () => readFonts(composition), enabled: texts.length > 0, staleTime: Infinity, retry: false });
  return useMemo(() => {
    if (readings.some(({ facts, problem }) => facts === undefined && problem === null)) return { state: 'loading' };
    if (texts.length > 0 && fonts.data === undefined) return fonts.isPending ? { state: 'loading' } : { state: 'refused', reasons: [`The fonts could not be loaded: ${fonts.error?.message ?? 'no reason is known'}.`] };
    const known = sources.map(({ kind, source }, index) => [mediaKey(kind, source), readings[index]?.facts ?? makeUpFacts(kind)] as const);
    const facts = new Map(known);
    const result = resolve(composition, facts, fonts.data ?? null);
    if (!result.ok) return { state: 'refused', reasons: result.problems.map(({ message }) => `${message}.`) };
    const missing = sources.flatMap(({ kind, elementIds }, index) => {
      const problem = readings[index]?.problem;
      return problem ? [`The ${kind} of ${elementIds.join(', ')} cannot be shown here: ${problem.message}.`] : [];
    });
    return { state: 'ready', timeline: result.timeline, facts, notes: [...missing, ...result.warnings.map(({ path, message }) => `${path} ${message}.`)] };
  }, [composition, sources, readings, texts, fonts.data, fonts.isPending, fonts.error]);
}

function combineReadings(results: ReadonlyArray<{ data: MediaFacts | undefined; error: Error | null }>): FactsReading[] {
  return results.map(({ data, error }) => ({ facts: data, problem: error }));
}

// What reads media and shapes text is large: it is fetched when it is needed, after the page is there.
async function readFacts(kind: MediaKind, source: string, signal: AbortSignal): Promise<MediaFacts> {
  const { readMediaFacts } = await import('#lib/preview/read-media-facts');
  return readMediaFacts(kind, source, signal);
}

async function readFonts(composition: Composition): Promise<TextFonts> {
  const { loadFonts } = await import('#lib/preview/load-fonts');
  return loadFonts(composition);
}
