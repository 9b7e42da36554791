/**
 * Starts a video: a composition and its project in, the job it became out. The server decides whether its answer waits for the video or names a job to
 * follow. A job goes on whoever waits for it: when the answer was lost (the connection went, the page was reloaded) the job is looked up and taken over.
 */
'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { readTab, writeTab } from '#components/composer/create/tab-memory';
import { ApiError, createVideo, getCompositionText, listVideos } from '#lib/api/client';
import type { Composition } from '#lib/composition/schema/composition';

export interface CreatedJob {
  jobId: string;
  projectId: string;
}

export interface VideoWish {
  projectId: string;
  composition: Composition;
}

/** What was posted and is not answered. */
interface Asked {
  projectId: string;
  /** The body, as the server keeps it. */
  text: string;
  askedAtMs: number;
}

const ASKED_KEY = 'videogen.asked-video';
/** Between the questions to a server that does not answer. */
const LOOK_AGAIN_MS = 2_000;
/** A request that was on its way when the page went is a job by then, or never. */
const ARRIVES_MS = 15_000;
/** What others have started meanwhile may lie before it. */
const JOBS_LOOKED_AT_MAX = 8;
/** By which the clocks of browser and server may differ. */
const CLOCK_TOLERANCE_MS = 60_000;

export function useCreateVideo(onCreated: (created: CreatedJob) => void) {
  const [asked, setAsked] = useState(() => readTab<Asked>(ASKED_KEY));
  const remember = useCallback((next: Asked | null) => {
    writeTab(ASKED_KEY, next);
    setAsked(next);
  }, []);
  const mutation = useMutation({
    // Without a connection it fails and says so, rather than to wait for one.
    networkMode: 'always',
    mutationFn: async ({ projectId, composition }: VideoWish): Promise<CreatedJob> => {
      remember({ projectId, text: JSON.stringify(composition), askedAtMs: Date.now() });
      return { jobId: await createJobId(composition), projectId };
    },
    onSuccess: (created) => {
      remember(null);
      onCreated(created);
    },
    onError: (error) => {
      if (!isAnswerLost(error)) remember(null);
    },
  });
  const { data: found } = useQuery({
    queryKey: ['asked-video', asked?.askedAtMs],
    queryFn: async ({ signal }) => {
      const jobId = asked === null ? null : await findAskedJob(asked, signal);
      // It is looked for again.
      if (asked !== null && jobId === null && Date.now() < asked.askedAtMs + ARRIVES_MS) throw new Error('The job may not be stored yet');
      return { jobId };
    },
    enabled: asked !== null && !mutation.isPending,
    networkMode: 'always',
    retry: true,
    retryDelay: LOOK_AGAIN_MS,
    staleTime: Infinity,
  });
  const { reset } = mutation;
  useEffect(() => {
    if (asked === null || found === undefined) return;
    remember(null);
    if (found.jobId === null) return;
    reset();
    onCreated({ jobId: found.jobId, projectId: asked.projectId });
  }, [asked, found, remember, reset, onCreated]);
  return mutation;
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

/** The server, or a proxy before it, may have gone after the job was made. */
function isAnswerLost(error: Error): boolean {
  return error instanceof ApiError && (error.status === 0 || error.status >= 500);
}

/** Null when the request has never become a job. */
async function findAskedJob({ text, askedAtMs }: Asked, signal: AbortSignal): Promise<string | null> {
  const { videos } = await listVideos({ limit: JOBS_LOOKED_AT_MAX, signal });
  for (const { job_id: jobId, created_at: createdAt } of videos) {
    if (Date.parse(createdAt) < askedAtMs - CLOCK_TOLERANCE_MS) return null;
    if ((await getCompositionText(jobId, { signal })) === text) return jobId;
  }
  return null;
}
