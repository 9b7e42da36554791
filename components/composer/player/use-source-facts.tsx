/**
 * The facts of a composition's media, as far as they are known: the server's probe, which the render goes by; until it has spoken what is read here in the
 * browser, and made up where neither can be had, so that the rest can be shown. The editor is told, as its commands need the lengths.
 */
'use client';

import { useQueries } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { mediaInfoQuery } from '#components/composer/media-info/use-media-info';
import { afterTracks } from '#components/composer/shell/after-tracks';
import { useEditor, useEditorStore } from '#components/composer/store/editor-store';
import type { MediaBody } from '#lib/api/contract';
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
  /** As read here. */
  facts: MediaFacts | undefined;
  /** As the server's probe has them; undefined until it answers, and where it cannot use the medium. */
  probed: MediaFacts | undefined;
  /** Why the browser cannot read it. */
  error: Error | null;
}

export function useSourceFacts(composition: Composition): SourceFacts {
  const store = useEditorStore();
  const known = useEditor(({ facts }) => facts);
  const sources = useSources(composition);
  const readings = useReadings(sources);
  const pendingKeys = sources.flatMap(({ kind, source }, index) => (isPending(readings[index]) ? [mediaKey(kind, source)] : [])).join('\n');
  const isWaiting = useIsNew(pendingKeys);

  useEffect(() => {
    const { facts, learnFacts } = store.getState();
    const found = sources.flatMap(({ kind, source }, index) => {
      const key = mediaKey(kind, source);
      const [reading, before] = [readings[index], facts.get(key)];
      // What the server has said of an upload is not taken back by what is read here.
      const read = reading?.probed ?? (before === undefined ? reading?.facts : undefined);
      return read === undefined || read === before ? [] : [[key, read] as const];
    });
    if (found.length > 0) learnFacts(new Map([...facts, ...found]));
  }, [store, sources, readings]);

  return useMemo(() => {
    const facts = new Map<string, MediaFacts>();
    const failures: MissingMedium[] = [];
    for (const [index, medium] of sources.entries()) {
      const key = mediaKey(medium.kind, medium.source);
      const reading = readings[index];
      facts.set(key, reading?.probed ?? known.get(key) ?? reading?.facts ?? makeUpFacts(medium.kind));
      if (reading?.error) failures.push({ ...medium, reason: reading.error.message });
    }
    return { facts, failures, isWaiting, pending: new Set(pendingKeys === '' ? [] : pendingKeys.split('\n')) };
  }, [sources, readings, known, isWaiting, pendingKeys]);
}

/** The same list as long as the documents have the same media: most changes are of something else. */
function useSources(composition: Composition): readonly MediaSource[] {
  const sources = useMemo(() => listSources(composition), [composition]);
  const last = useRef(sources);
  const shown = JSON.stringify(last.current) === JSON.stringify(sources) ? last.current : sources;
  useEffect(() => void (last.current = shown), [shown]);
  return shown;
}

/** By the place of the source in the list; the same list until one of them has become known. */
function useReadings(sources: readonly MediaSource[]): readonly Reading[] {
  const read = useQueries({
    queries: useMemo(() => sources.map(({ kind, source }) => ({
      queryKey: ['media-facts', kind, source],
      queryFn: ({ signal }: { signal: AbortSignal }) => readFacts(kind, source, signal),
      staleTime: Infinity,
      retry: false,
    })), [sources]),
    combine: combineReadings,
  });
  const probed = useQueries({ queries: useMemo(() => sources.map(({ kind, source }) => mediaInfoQuery(kind, source)), [sources]), combine: combineProbes });
  return useMemo(() => read.map((reading, index) => ({ ...reading, probed: probed[index] })), [read, probed]);
}

const isPending = (reading: Reading | undefined): boolean => reading !== undefined && reading.facts === undefined && reading.probed === undefined && reading.error === null;

function combineReadings(results: ReadonlyArray<{ data: MediaFacts | undefined; error: Error | null }>): Array<Omit<Reading, 'probed'>> {
  return results.map(({ data, error }) => ({ facts: data, error }));
}

function combineProbes(results: ReadonlyArray<{ data: MediaBody | undefined }>): Array<MediaFacts | undefined> {
  return results.map(({ data }) => (data === undefined || data.kind === 'font' ? undefined : data.facts));
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

const loadReader = afterTracks(() => import('#lib/preview/read-media-facts'));

async function readFacts(kind: MediaKind, source: string, signal: AbortSignal): Promise<MediaFacts> {
  const { readMediaFacts } = await loadReader();
  return readMediaFacts(kind, source, signal);
}
