/**
 * A job for its page: an id in, its public body, its title and, where it may be started again, its composition out; once a request.
 */
import { cache } from 'react';
import type { VideoResultBody } from '#lib/api/contract';
import type { Composition } from '#lib/composition/schema/composition';
import { getCompositionText } from '#lib/jobs/get-composition-text';
import { getJob } from '#lib/jobs/get-job';
import { presentJob } from '#lib/jobs/present-job';

export interface JobBody {
  body: VideoResultBody;
  /** What the library calls it; null when there is nothing to call it by. */
  title: string | null;
  /** Only of a job that ended without a video, for it to be started again; a remix asks the API. */
  composition: Composition | null;
}

export const findJobBody = cache(async (jobId: string): Promise<JobBody | null> => {
  const job = await getJob(jobId);
  if (job === null) return null;
  const body = presentJob(job, new Date());
  if (body.status === 'processing' || body.status === 'completed') return { body, title: job.title, composition: null };
  const text = await getCompositionText(jobId);
  return { body, title: job.title, composition: text === null ? null : (JSON.parse(text) as Composition) };
});
