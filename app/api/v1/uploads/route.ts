/** POST /api/v1/uploads: the name, size and type of a file in, where to put it and how a composition names it out. */
import { readJson } from '#lib/api/read-json';
import { withRoute } from '#lib/api/route';
import { getConfig } from '#lib/config';
import { getWebStorage } from '#lib/storage/web-storage';
import { createUpload } from '#lib/uploads/create-upload';
import { parseUploadRequest } from '#lib/uploads/parse-upload-request';

export const POST = withRoute('/api/v1/uploads', async (request) => {
  const wanted = parseUploadRequest(await readJson(request), getConfig().sources.sizeBytesMax);
  return Response.json(await createUpload(wanted, getWebStorage()), { status: 201 });
});
