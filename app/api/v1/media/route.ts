/** POST /api/v1/media: a source in, what the workers find it to be, and pictures of it, out. Creates no job. */
import { readJson } from '#lib/api/read-json';
import { withMethods } from '#lib/api/with-methods';
import { getStopSignal } from '#lib/api/web-lifecycle';
import { parseMediaRequest } from '#lib/media/parse-media-request';
import { presentMedia } from '#lib/media/present-media';
import { probeMedia } from '#lib/media/probe-media';

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = withMethods('/api/v1/media', {
  POST: async (request) => {
    const { source, kind } = parseMediaRequest(await readJson(request));
    return Response.json(presentMedia(await probeMedia(source, kind, AbortSignal.any([request.signal, getStopSignal()]))));
  },
});
