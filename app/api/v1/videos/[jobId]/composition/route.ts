/** GET /api/v1/videos/{job_id}/composition: the composition as it was posted, byte for byte, to make another video of. */
import { withMethods } from '#lib/api/with-methods';
import { AppError } from '#lib/errors';
import { getCompositionText } from '#lib/jobs/get-composition-text';

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = withMethods<{ jobId: string }>('/api/v1/videos/{job_id}/composition', {
  GET: async (_request, { params }) => {
    const text = await getCompositionText(params.jobId);
    if (text === null) throw new AppError('JOB_NOT_FOUND');
    return new Response(text, { headers: { 'Content-Type': 'application/json' } });
  },
});
