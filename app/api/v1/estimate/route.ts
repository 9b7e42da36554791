/** POST /api/v1/estimate: a composition in, what a POST of it would do and how long it would take out. Creates nothing. */
import type { EstimateBody } from '#lib/api/contract';
import { findWarnings } from '#lib/api/find-warnings';
import { readComposition } from '#lib/api/read-composition';
import { withMethods } from '#lib/api/with-methods';
import { estimateJob } from '#lib/estimate/estimate';
import { formatEstimate } from '#lib/format';

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = withMethods('/api/v1/estimate', {
  POST: async (request) => {
    const composition = await readComposition(request);
    const { isQuick, estimatedSeconds, queueWaitSeconds } = await estimateJob(composition);
    const body: EstimateBody = {
      response_type: isQuick ? 'immediate' : 'async',
      estimated_seconds: estimatedSeconds,
      estimated_completion: formatEstimate(estimatedSeconds),
      queue_wait_seconds: queueWaitSeconds,
      warnings: await findWarnings(composition),
    };
    return Response.json(body);
  },
});
