/** DELETE /api/v1/videos/{job_id}: deletes a finished job with its video, for good. */
import { withMethods } from '#lib/api/with-methods';
import { deleteJob } from '#lib/jobs/delete-job';
import { getWebStorage } from '#lib/storage/web-storage';

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = withMethods<{ jobId: string }>('/api/v1/videos/{job_id}', {
  DELETE: async (_request, { params }) => {
    await deleteJob(params.jobId, getWebStorage());
    return new Response(null, { status: 204 });
  },
});
