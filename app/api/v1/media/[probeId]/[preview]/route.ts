/** GET /api/v1/media/{probe_id}/{preview}: leads to a picture of a medium that was looked at, or to its waveform. */
import { withMethods } from '#lib/api/with-methods';
import { AppError } from '#lib/errors';
import { isJobId } from '#lib/jobs/job-id';
import { PREVIEWS } from '#lib/media/media-findings';
import { previewKey } from '#lib/storage/object-key';
import { getWebStorage } from '#lib/storage/web-storage';
import { redirectToObject } from '#lib/uploads/redirect-to-object';

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = withMethods<{ probeId: string; preview: string }>('/api/v1/media/{probe_id}/{preview}', {
  GET: async (_request, { params }) => {
    const preview = PREVIEWS.find((name) => name === params.preview);
    if (preview === undefined || !isJobId(params.probeId)) throw new AppError('PREVIEW_NOT_FOUND');
    return redirectToObject(previewKey(params.probeId.toLowerCase(), preview), getWebStorage());
  },
});
