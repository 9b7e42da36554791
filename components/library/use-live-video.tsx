/**
 * A video of the library as it stands now: one that is being made is asked after until it is final. By polling, as a stream for every card would
 * take all the connections a browser has for a server.
 */
'use client';

import { useQuery } from '@tanstack/react-query';
import { isFinalBody, jobKey } from '#components/result/use-job';
import { getVideoResult } from '#lib/api/client';
import type { LibraryVideo } from '#lib/api/contract';

const POLL_MS = 2_000;

export function useLiveVideo(video: LibraryVideo): LibraryVideo {
  const { data } = useQuery({
    queryKey: jobKey(video.job_id),
    queryFn: ({ signal }) => getVideoResult(video.job_id, { signal }),
    enabled: !isFinalBody(video),
    refetchInterval: ({ state }) => (state.data !== undefined && isFinalBody(state.data) ? false : POLL_MS),
  });
  if (data === undefined || isFinalBody(video)) return video;
  const { title, created_at, width, height } = video;
  return { ...data, title, created_at, width, height };
}
