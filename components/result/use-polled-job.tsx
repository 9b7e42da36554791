/**
 * A job by polling alone, for lists: its id in, the latest body out. A stream for every row would take all the connections a browser has for a server.
 */
'use client';

import { useQuery } from '@tanstack/react-query';
import { isFinalBody, isNotFound, jobQuery, untilFinal } from '#components/result/use-job';
import type { VideoResultBody } from '#lib/api/contract';

const POLL_MS = 2_000;

export interface PolledJob {
  /** Null while it is not known, and when there is none. */
  body: VideoResultBody | null;
  /** It has been deleted, or was never there. */
  isGone: boolean;
  /** Set when nothing is known of the job at all. */
  error: Error | null;
}

/** Nothing is asked of one that is known already. */
export function usePolledJob(jobId: string, { isKnown = false }: { isKnown?: boolean } = {}): PolledJob {
  const { data, error } = useQuery({
    ...jobQuery(jobId),
    enabled: !isKnown,
    staleTime: ({ state }) => (state.data !== undefined && isFinalBody(state.data) ? Infinity : 0),
    refetchInterval: untilFinal(POLL_MS),
  });
  const isGone = isNotFound(error);
  return { body: isGone ? null : (data ?? null), isGone, error: data === undefined ? error : null };
}
