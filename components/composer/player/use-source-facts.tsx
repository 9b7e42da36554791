/**
 * The facts of a composition's media, as far as they are known: read here in the browser, else the server's, and made up where neither can be had,
 * so that the rest can be shown. What the browser finds out is told to the editor, whose commands need the lengths.
 */
'use client';

import { useQueries } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { useEditor, useEditorStore } from '#components/composer/store/editor-store';
import type { MediaFacts, MediaFactsBySource } from '#lib/composition/media-facts';
import type { Composition } from '#lib/composition/schema/composition';
import { listSources, mediaKey, type MediaKind, type MediaSource } from '#lib/composition/sources';
import { makeUpFacts } from '#lib/preview/made-up-facts';

/** A medium that cannot be shown or heard here; the reason is a sentence without its full stop. */
export interface MissingMedium extends MediaSource {
  reason: string;
}

export interface SourceFacts {
  /** Of every source. */
  facts: MediaFactsBySource;
  /** Keys of what is still being read. */
  pending: ReadonlySet<string>;
  /** It has only just begun to be read: nothing is shown of a document that will look different in a moment. */
  isWaiting: boolean;
  failures: readonly MissingMedium[];
}

/** A local file is read sooner. */
const PATIENCE_MS = 1_000;

interface Reading {
  facts: MediaFacts | undefined;
  error: Error | null;
}

export function useSourceFacts(composition: Composition): SourceFacts {
  const store = useEditorStore();
  const known = useEditor(({ facts }) => facts);
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
  const pendingKeys = sources.flatMap(({ kind, source }, index) => (isPending(readings[index]) ? [mediaKey(kind, source)] : [])).join('\n');
  const isWaiting = useIsNew(pendingKeys);

  useEffect(() => {
    const { facts, learnFacts } = store.getState();
    const found = sources.flatMap(({ kind, source }, index) => {
      const key = mediaKey(kind, source);
      const read = readings[index]?.facts;
      return read === undefined || facts.has(key) ? [] : [[key, read] as const];
    });
    if (found.length > 0) learnFacts(new Map([...facts, ...found]));
  }, [store, sources, readings]);

  return useMemo(() => {
    const facts = new Map<string, MediaFacts>();
    const failures: MissingMedium[] = [];
    for (const [index, medium] of sources.entries()) {
      const key = mediaKey(medium.kind, medium.source);
      const reading = readings[index];
      facts.set(key, reading?.facts ?? known.get(key) ?? makeUpFacts(medium.kind));
      if (reading?.error) failures.push({ ...medium, reason: reading.error.message });
    }
    return { facts, failures, isWaiting, pending: new Set(pendingKeys === '' ? [] : pendingKeys.split('\n')) };
  }, [sources, readings, known, isWaiting, pendingKeys]);
}

const isPending = (reading: Reading | undefined): boolean => reading !== undefined && reading.facts === undefined && reading.error === null;

function combineReadings(results: ReadonlyArray<{ data: MediaFacts | undefined; error: Error | null }>): Reading[] {
  return results.map(({ data, error }) => ({ facts: data, error }));
}

/** True for a moment after `keys` became another list that is not empty. */
function useIsNew(keys: string): boolean {
  const [old, setOld] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setOld(keys), keys === '' ? 0 : PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [keys]);
  return keys !== '' && keys !== old;
}

// What reads media is large: it is fetched when it is needed, after the page is there.
async function readFacts(kind: MediaKind, source: string, signal: AbortSignal): Promise<MediaFacts> {
  const { readMediaFacts } = await import('#lib/preview/read-media-facts');
  return readMediaFacts(kind, source, signal);
}
