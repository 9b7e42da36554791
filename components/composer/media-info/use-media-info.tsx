/**
 * What the server found in a medium: facts, filmstrip, waveform and poster, asked once for each source and kept for as long as the page is open.
 */
'use client';

import { useQuery } from '@tanstack/react-query';
import { ApiError, probeMedia } from '#lib/api/client';
import type { MediaBody } from '#lib/api/contract';
import type { MediaKind } from '#lib/composition/sources';

export type MediaInfo = Exclude<MediaBody, { kind: 'font' }>;

export interface MediaInfoReading {
  info: MediaInfo | null;
  isLoading: boolean;
  /** Why the server cannot use it; null when it can, or is still looking. */
  problem: string | null;
}

export function useMediaInfo(kind: MediaKind, source: string): MediaInfoReading {
  const { data, error, isPending } = useQuery({
    queryKey: ['media-info', kind, source],
    queryFn: ({ signal }) => probeMedia(source, { kind, signal }),
    staleTime: Infinity,
    gcTime: Infinity,
    // What cannot be used now cannot be used in a moment; a server that was busy may answer then.
    retry: (count, error) => count < 2 && !(error instanceof ApiError && error.status === 422),
  });
  const info = data === undefined || data.kind === 'font' ? null : data;
  return { info, isLoading: isPending, problem: error === null ? null : error.message };
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
