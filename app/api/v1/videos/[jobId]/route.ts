/** DELETE /api/v1/videos/{job_id}: deletes a finished job with its video, for good. */
import { withRoute } from '#lib/api/route';
import { deleteJob } from '#lib/jobs/delete-job';
import { getWebStorage } from '#lib/storage/web-storage';

export const DELETE = withRoute<{ jobId: string }>('/api/v1/videos/{job_id}', async (_request, { params }) => {
  await deleteJob(params.jobId, getWebStorage());
  return new Response(null, { status: 204 });
});
