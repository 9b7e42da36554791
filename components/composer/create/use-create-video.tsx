/**
 * Starts a video: a composition in, the job it became out. The server decides whether its answer waits for the video or names a job to follow;
 * either way the job is what is shown, and a video that is finished already is shown at once.
 */
'use client';

import { useMutation } from '@tanstack/react-query';
import { ApiError, createVideo } from '#lib/api/client';
import type { Composition } from '#lib/composition/schema/composition';

export interface CreatedJob {
  jobId: string;
  composition: Composition;
}

export function useCreateVideo(onCreated: (created: CreatedJob) => void) {
  return useMutation({
    // Without a connection it fails and says so, rather than to wait for one.
    networkMode: 'always',
    mutationFn: async (composition: Composition): Promise<CreatedJob> => ({ jobId: await createJobId(composition), composition }),
    onSuccess: onCreated,
  });
}

async function createJobId(composition: Composition): Promise<string> {
  try {
    return (await createVideo(composition)).job_id;
  } catch (error) {
    // A job that failed while the answer waited for it is a job to show, not a request that went wrong.
    if (error instanceof ApiError && error.body !== null && 'job_id' in error.body && error.body.job_id !== undefined) return error.body.job_id;
    throw error;
  }
}
