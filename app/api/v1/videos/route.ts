/** GET /api/v1/videos: the library, newest first, a page at a time. */
import { parseLibraryQuery } from '#lib/api/parse-library-query';
import { withMethods } from '#lib/api/with-methods';
import { listJobs } from '#lib/jobs/list-jobs';
import { presentLibrary } from '#lib/jobs/present-library';

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = withMethods('/api/v1/videos', {
  GET: async (request) => {
    const page = await listJobs(parseLibraryQuery(new URL(request.url).searchParams));
    return Response.json(presentLibrary(page, new Date()));
  },
});
