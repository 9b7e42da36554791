/** GET /api/v1/videoresult/{job_id}/events: the job's changes as server-sent events, the last one `done`. */
import { createEventStream } from '#lib/api/event-stream';
import { withMethods } from '#lib/api/with-methods';
import { getStopSignal } from '#lib/api/web-lifecycle';
import { AppError } from '#lib/errors';
import { getJob } from '#lib/jobs/get-job';
import { presentJob } from '#lib/jobs/present-job';
import { watchJob } from '#lib/jobs/watch-job';

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = withMethods<{ jobId: string }>('/api/v1/videoresult/{job_id}/events', {
  GET: async (request, { params }) => {
    const job = await getJob(params.jobId);
    if (job === null) throw new AppError('JOB_NOT_FOUND');
    return createEventStream({
      async *watch(signal) {
        for await (const changed of watchJob(job.id, signal)) yield presentJob(changed, new Date());
      },
      signal: AbortSignal.any([request.signal, getStopSignal()]),
    });
  },
});
