/**
 * The library, a page after the other: what is looked for in; the videos so far and the way to more out. What was deleted leaves it at once.
 */
'use client';

import { useInfiniteQuery, useQueryClient, type InfiniteData, type QueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { listVideos } from '#lib/api/client';
import type { LibraryBody } from '#lib/api/contract';

export interface LibrarySearch {
  /** As the API takes it; '' for all. */
  status: string;
  query: string;
}

const LIBRARY_KEY = 'library';

export function useLibrary({ status, query }: LibrarySearch) {
  return useInfiniteQuery({
    queryKey: [LIBRARY_KEY, status, query],
    queryFn: ({ pageParam, signal }) => listVideos({ status, query, before: pageParam, signal }),
    initialPageParam: '',
    getNextPageParam: ({ next_before: nextBefore }) => nextBefore ?? undefined,
    // Videos are made meanwhile, here and elsewhere.
    refetchOnWindowFocus: true,
    staleTime: 0,
  });
}

export function useForgetVideo(): (jobId: string) => void {
  const client = useQueryClient();
  return useCallback((jobId: string) => forget(client, jobId), [client]);
}

function forget(client: QueryClient, jobId: string): void {
  client.setQueriesData<InfiniteData<LibraryBody>>({ queryKey: [LIBRARY_KEY] }, (known) =>
    known === undefined ? known : { ...known, pages: known.pages.map((page) => ({ ...page, videos: page.videos.filter((video) => video.job_id !== jobId) })) },
  );
}
