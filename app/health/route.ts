/** GET /health: 200 when the database, the queue and the bucket answer, else 503, with each part named. */
import { checkHealth } from '#lib/api/check-health';
import { withMethods } from '#lib/api/with-methods';

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = withMethods('/health', {
  GET: async () => {
    const body = await checkHealth();
    return Response.json(body, { status: body.status === 'ok' ? 200 : 503 });
  },
});
