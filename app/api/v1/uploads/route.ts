/** POST /api/v1/uploads: the name, size and type of a file in, where to put it and how a composition names it out. */
import { readJson } from '#lib/api/read-json';
import { withMethods } from '#lib/api/with-methods';
import { getConfig } from '#lib/config';
import { getWebStorage } from '#lib/storage/web-storage';
import { createUpload } from '#lib/uploads/create-upload';
import { parseUploadRequest } from '#lib/uploads/parse-upload-request';

export const { DELETE, GET, OPTIONS, PATCH, POST, PUT } = withMethods('/api/v1/uploads', {
  POST: async (request) => {
    const wanted = parseUploadRequest(await readJson(request), getConfig().sources.sizeBytesMax);
    return Response.json(await createUpload(wanted, getWebStorage()), { status: 201 });
  },
});
