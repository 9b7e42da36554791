/**
 * What the server found in a medium: facts, filmstrip, waveform and poster, asked once for each source and kept for as long as the page is open.
 */
'use client';

import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useEditorStore } from '#components/composer/store/editor-store';
import { ApiError, probeMedia } from '#lib/api/client';
import type { MediaBody } from '#lib/api/contract';
import type { MediaFacts } from '#lib/composition/media-facts';
import { mediaKey, type MediaKind } from '#lib/composition/sources';

export type MediaInfo = Exclude<MediaBody, { kind: 'font' }>;

export interface MediaInfoReading {
  info: MediaInfo | null;
  isLoading: boolean;
  /** Why the server cannot use it; null when it can, or is still looking. */
  problem: string | null;
}

/** The question to the server, for whoever asks it. */
export function mediaInfoQuery(kind: MediaKind, source: string) {
  return queryOptions({
    queryKey: ['media-info', kind, source],
    queryFn: ({ signal }) => probeMedia(source, { kind, signal }),
    staleTime: Infinity,
    gcTime: Infinity,
    // What cannot be used now cannot be used in a moment; a server that was busy may answer then.
    retry: (count, error) => count < 2 && !(error instanceof ApiError && error.status === 422),
  });
}

export function useMediaInfo(kind: MediaKind, source: string): MediaInfoReading {
  const { data, error, isPending } = useQuery(mediaInfoQuery(kind, source));
  const info = data === undefined || data.kind === 'font' ? null : data;
  return { info, isLoading: isPending, problem: error === null ? null : error.message };
}

/** Lets the editor know how long a medium is before it is put anywhere. What cannot be looked at is used all the same, and says so itself. */
export function useLearnMedium(): (medium: { kind: MediaKind; source: string; facts?: MediaFacts | undefined }) => Promise<void> {
  const client = useQueryClient();
  const store = useEditorStore();
  return useCallback(
    async ({ kind, source, facts: given }) => {
      const key = mediaKey(kind, source);
      if (store.getState().facts.has(key)) return;
      const body = given === undefined ? await client.fetchQuery({ ...mediaInfoQuery(kind, source), retry: false }).catch(() => null) : null;
      const found = given ?? (body === null || body.kind === 'font' ? undefined : body.facts);
      const { facts, learnFacts } = store.getState();
      if (found !== undefined) learnFacts(new Map([...facts, [key, found]]));
    },
    [client, store],
  );
}

/** The peaks of a waveform, from 0 to 255; null until they are there. */
export function useWaveformPeaks(url: string | null): readonly number[] | null {
  const { data } = useQuery({
    queryKey: ['waveform', url],
    queryFn: async ({ signal }) => {
      const response = await fetch(url ?? '', { signal });
      if (!response.ok) throw new Error(`The waveform answered with status ${response.status}`);
      return ((await response.json()) as { peaks: number[] }).peaks;
    },
    enabled: url !== null,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return data ?? null;
}
