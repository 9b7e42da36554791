/**
 * A job, live: its id (and what the server already knew of it) in, the latest body out.
 * Follows the event stream; the polling behind it is slow while events arrive and quick when they do not, so that a proxy
 * that holds streams back costs nothing but a second.
 */
'use client';

import { queryOptions, useQuery, useQueryClient, type Query, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiError, eventsUrl, getVideoResult } from '#lib/api/client';
import type { VideoResultBody } from '#lib/api/contract';

const POLL_BEHIND_STREAM_MS = 10_000;
const POLL_WITHOUT_STREAM_MS = 1_500;

export interface LiveJob {
  body: VideoResultBody | null;
  /** Set when nothing is known of the job at all. */
  error: Error | null;
  /** The server does not answer at the moment: what is known may be old. */
  isLost: boolean;
}

/** Where what is known of a job is kept. */
export const jobKey = (jobId: string) => ['job', jobId] as const;

export function isFinalBody(body: VideoResultBody): boolean {
  return body.status !== 'processing';
}

/** The question to the server, for whoever asks it. */
export const jobQuery = (jobId: string) =>
  queryOptions({
    queryKey: jobKey(jobId),
    queryFn: ({ signal }) => getVideoResult(jobId, { signal }),
    structuralSharing: (known, next) => toLater(known as VideoResultBody | undefined, next as VideoResultBody),
  });

/** One that was deleted, or never was. */
export const isNotFound = (error: Error | null): boolean => error instanceof ApiError && error.status === 404;

/** A `refetchInterval`: until nothing more can be learnt of the job. A failed poll is followed by the next one, not given up on. */
export const untilFinal =
  (pollMs: number) =>
  ({ state }: Query<VideoResultBody, Error, VideoResultBody, ReturnType<typeof jobKey>>): number | false =>
    isNotFound(state.error) || (state.data !== undefined && isFinalBody(state.data)) ? false : pollMs;

export function useJob(jobId: string, initial: VideoResultBody | null): LiveJob {
  const [isStreaming, setIsStreaming] = useState(false);
  const pollMs = isStreaming ? POLL_BEHIND_STREAM_MS : POLL_WITHOUT_STREAM_MS;
  const query = useQuery({
    ...jobQuery(jobId),
    initialData: initial ?? undefined,
    staleTime: Infinity,
    refetchInterval: untilFinal(pollMs),
  });
  const isDone = query.data !== undefined && isFinalBody(query.data);
  useJobStream(jobId, isDone, setIsStreaming);
  const isLost = !isDone && (query.fetchStatus === 'paused' || ((query.isError || query.failureCount > 0) && !isStreaming));
  return { body: query.data ?? null, error: query.data === undefined ? query.error : null, isLost };
}

/** Puts a body that came by another way (the answer to a cancel) where `useJob` finds it. */
export function setJob(client: QueryClient, body: VideoResultBody): void {
  client.setQueryData(jobKey(body.job_id), body);
}

function useJobStream(jobId: string, isDone: boolean, setIsStreaming: (isStreaming: boolean) => void): void {
  const client = useQueryClient();
  useEffect(() => {
    if (isDone) return;
    const stream = new EventSource(eventsUrl(jobId));
    const accept = (event: MessageEvent<string>) => {
      setIsStreaming(true);
      setJob(client, JSON.parse(event.data) as VideoResultBody);
    };
    stream.addEventListener('progress', accept);
    stream.addEventListener('done', accept);
    // The browser connects again by itself; until then the polling carries on.
    stream.addEventListener('error', () => setIsStreaming(false));
    return () => stream.close();
  }, [client, jobId, isDone, setIsStreaming]);
}

/** An answer that was overtaken by a later event must not move the bar back, nor a finished job to an unfinished one. */
function toLater(known: VideoResultBody | undefined, next: VideoResultBody): VideoResultBody {
  if (known === undefined || known.job_id !== next.job_id || next.status !== 'processing') return next;
  if (known.status !== 'processing') return known;
  return next.progress_percentage < known.progress_percentage ? known : next;
}
