/** GET /api/v1/videos: the library, newest first, a page at a time. */
import { parseLibraryQuery } from '#lib/api/parse-library-query';
import { withRoute } from '#lib/api/route';
import { listJobs } from '#lib/jobs/list-jobs';
import { presentLibrary } from '#lib/jobs/present-library';

export const GET = withRoute('/api/v1/videos', async (request) => {
  const page = await listJobs(parseLibraryQuery(new URL(request.url).searchParams));
  return Response.json(presentLibrary(page, new Date()));
});
