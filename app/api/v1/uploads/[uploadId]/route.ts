/** GET /api/v1/uploads/{upload_id}: leads to the uploaded file, for as long as it is kept. */
import { withMethods } from '#lib/api/with-methods';
import { isUploadId } from '#lib/composition/upload-source';
import { AppError } from '#lib/errors';
import { uploadKey } from '#lib/storage/object-key';
import { getWebStorage } from '#lib/storage/web-storage';
import { redirectToObject } from '#lib/uploads/redirect-to-object';

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = withMethods<{ uploadId: string }>('/api/v1/uploads/{upload_id}', {
  GET: async (_request, { params }) => {
    if (!isUploadId(params.uploadId)) throw new AppError('UPLOAD_NOT_FOUND');
    return redirectToObject(uploadKey(params.uploadId), getWebStorage());
  },
});
