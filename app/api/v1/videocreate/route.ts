/** POST /api/v1/videocreate: a composition in, the finished video (200) or the job to follow (202) out. */
import { toClientFacts } from '#lib/api/client-facts';
import { createVideo } from '#lib/api/create-video';
import { readPostedComposition } from '#lib/api/read-composition';
import { withMethods } from '#lib/api/with-methods';
import { getStopSignal } from '#lib/api/web-lifecycle';

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = withMethods('/api/v1/videocreate', {
  POST: async (request, { requestId }) => {
    const { composition, text } = await readPostedComposition(request);
    const { status, headers, body } = await createVideo({
      composition,
      compositionText: text,
      prefer: request.headers.get('prefer'),
      client: toClientFacts(request.headers),
      requestId,
      signal: AbortSignal.any([request.signal, getStopSignal()]),
    });
    return Response.json(body, { status, headers });
  },
});
