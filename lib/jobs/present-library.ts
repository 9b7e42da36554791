/** A page of the library as the API shows it: jobs and the time in, the body out. Pure. */
import type { LibraryBody } from '#lib/api/contract';
import type { JobPage } from '#lib/jobs/list-jobs';
import { presentJob } from '#lib/jobs/present-job';

export function presentLibrary({ jobs, nextBefore }: JobPage, now: Date): LibraryBody {
  return {
    videos: jobs.map((job) => ({
      ...presentJob(job, now),
      title: job.title,
      created_at: job.createdAt.toISOString(),
      width: job.widthPx,
      height: job.heightPx,
    })),
    next_before: nextBefore,
  };
}
