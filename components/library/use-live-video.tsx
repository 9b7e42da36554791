/**
 * A video of the library as it stands now: one that is being made is asked after until it is final.
 */
'use client';

import { isFinalBody } from '#components/result/use-job';
import { usePolledJob } from '#components/result/use-polled-job';
import type { LibraryVideo } from '#lib/api/contract';

export function useLiveVideo(video: LibraryVideo): LibraryVideo {
  const { body } = usePolledJob(video.job_id, { isKnown: isFinalBody(video) });
  if (body === null || isFinalBody(video)) return video;
  const { title, created_at, width, height } = video;
  return { ...body, title, created_at, width, height };
}
