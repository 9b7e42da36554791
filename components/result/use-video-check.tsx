/**
 * Whether a result is really there: the URL of a video in, where its check stands out.
 * First the server is asked whether it has a video at that address, then the player must be able to read it.
 */
'use client';

import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';

/** A player that has read nothing of the file by then is not going to. */
const PLAYER_PATIENCE_MS = 20_000;
const REQUEST_TIMEOUT_MS = 10_000;

export type VideoCheck =
  | { state: 'checking' }
  /** The address answered as a video: the player may load it, and has the last word. */
  | { state: 'loading' }
  | { state: 'ready' }
  | { state: 'unreachable'; reason: string };

export interface VideoChecking {
  check: VideoCheck;
  onPlayable: () => void;
  onUnplayable: () => void;
  tryAgain: () => void;
}

type PlayerVerdict = 'none' | 'playable' | 'unplayable';

export function useVideoCheck(url: string): VideoChecking {
  const [verdict, setVerdict] = useState<PlayerVerdict>('none');
  const request = useQuery({
    queryKey: ['video-check', url],
    queryFn: ({ signal }) => checkAddress(url, signal),
    staleTime: Infinity,
    retry: false,
  });
  const isLoading = request.isSuccess && !request.isFetching && request.data.problem === null && verdict === 'none';
  useEffect(() => {
    if (!isLoading) return;
    const timer = setTimeout(() => setVerdict('unplayable'), PLAYER_PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isLoading]);
  const { refetch } = request;
  const tryAgain = useCallback(() => {
    setVerdict('none');
    void refetch();
  }, [refetch]);
  return {
    check: toCheck(request.isFetching ? null : (request.data?.problem ?? undefined), verdict),
    onPlayable: () => setVerdict('playable'),
    onUnplayable: () => setVerdict('unplayable'),
    tryAgain,
  };
}

/** `problem`: null while asking, a sentence when the address is wrong, undefined when it is right. */
function toCheck(problem: string | null | undefined, verdict: PlayerVerdict): VideoCheck {
  if (problem === null) return { state: 'checking' };
  if (problem !== undefined) return { state: 'unreachable', reason: problem };
  if (verdict === 'playable') return { state: 'ready' };
  if (verdict === 'unplayable') return { state: 'unreachable', reason: 'The browser could not read the file as a video.' };
  return { state: 'loading' };
}

async function checkAddress(url: string, signal: AbortSignal): Promise<{ problem: string | null }> {
  let response: Response;
  try {
    response = await fetch(url, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.any([signal, AbortSignal.timeout(REQUEST_TIMEOUT_MS)]) });
  } catch (error) {
    if (signal.aborted) throw error;
    // A bucket without CORS for this page cannot be asked, yet its video may well play: the player decides.
    return { problem: null };
  }
  if (!response.ok) return { problem: `The storage answered ${response.status} for its address.` };
  const contentType = response.headers.get('content-type') ?? '';
  return { problem: contentType.startsWith('video/') ? null : 'What is stored at its address is not a video.' };
}
