/** Every address under /api that no route answers: 404 as JSON, whatever the method. */
import { withRoute } from '#lib/api/route';
import { AppError } from '#lib/errors';

const answer = withRoute<unknown>('/api/*', async () => {
  throw new AppError('ROUTE_NOT_FOUND');
});

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
