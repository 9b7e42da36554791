/** GET /api/v1/videoresult/{job_id}: how the job stands. DELETE: cancels it. */
import { withMethods } from '#lib/api/with-methods';
import { AppError } from '#lib/errors';
import { cancelJob } from '#lib/jobs/cancel-job';
import { getJob } from '#lib/jobs/get-job';
import { presentJob } from '#lib/jobs/present-job';

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = withMethods<{ jobId: string }>('/api/v1/videoresult/{job_id}', {
  GET: async (_request, { params }) => {
    const job = await getJob(params.jobId);
    if (job === null) throw new AppError('JOB_NOT_FOUND');
    return Response.json(presentJob(job, new Date()));
  },
  DELETE: async (_request, { params }) => {
    const { outcome, job } = await cancelJob(params.jobId);
    if (job === null) throw new AppError('JOB_NOT_FOUND');
    if (outcome === 'already_final') throw new AppError('JOB_ALREADY_FINISHED', { details: { job_id: job.id, status: job.status } });
    return Response.json(presentJob(job, new Date()));
  },
});
