/**
 * A composition in, the timeline the renderer would make of it out: the media's facts are read here in the browser, the rest is the one resolver.
 */
'use client';

import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { loadFonts } from '#components/preview/load-fonts';
import { readMediaFacts } from '#components/preview/read-media-facts';
import type { MediaFacts, MediaFactsBySource } from '#lib/composition/media-facts';
import { resolve } from '#lib/composition/resolve';
import type { Composition } from '#lib/composition/schema/composition';
import { listSources, mediaKey } from '#lib/composition/sources';
import type { Timeline } from '#lib/composition/timeline';

export type TimelineReading =
  | { state: 'loading' }
  | { state: 'ready'; timeline: Timeline; facts: MediaFactsBySource }
  /** Each a sentence. */
  | { state: 'refused'; reasons: string[] };

export function useTimeline(composition: Composition): TimelineReading {
  const sources = useMemo(() => listSources(composition), [composition]);
  const loaded = useQueries({
    queries: sources.map(({ kind, source }) => ({
      queryKey: ['media-facts', kind, source],
      queryFn: ({ signal }: { signal: AbortSignal }) => readMediaFacts(kind, source, signal),
      staleTime: Infinity,
      retry: false,
    })),
    combine: (results) => ({
      isPending: results.some((result) => result.isPending),
      facts: results.map((result): MediaFacts | null => result.data ?? null),
    }),
  });
  const texts = useMemo(() => composition.elements.filter(({ type }) => type === 'text'), [composition]);
  const fonts = useQuery({ queryKey: ['fonts', texts], queryFn: () => loadFonts(composition), enabled: texts.length > 0, staleTime: Infinity });
  return useMemo(() => {
    const missing = sources.filter((_, index) => loaded.facts[index] === null);
    if (missing.length > 0) {
      if (loaded.isPending) return { state: 'loading' };
      return { state: 'refused', reasons: missing.map(({ kind, elementIds }) => `The ${kind} of ${elementIds.join(', ')} cannot be shown in this browser.`) };
    }
    if (texts.length > 0 && fonts.data === undefined) return fonts.isPending ? { state: 'loading' } : { state: 'refused', reasons: ['The fonts could not be loaded.'] };
    const facts = new Map<string, MediaFacts>();
    for (const [index, { kind, source }] of sources.entries()) {
      const known = loaded.facts[index];
      if (known) facts.set(mediaKey(kind, source), known);
    }
    const result = resolve(composition, facts, fonts.data ?? null);
    return result.ok ? { state: 'ready', timeline: result.timeline, facts } : { state: 'refused', reasons: result.problems.map(({ message }) => `${message}.`) };
  }, [composition, sources, loaded, texts, fonts.data, fonts.isPending]);
}
