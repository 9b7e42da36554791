/** Prepares an upload: what somebody wants to bring in, where and how the browser puts it into the bucket out. Nothing is stored before it does. */
import { randomUUID } from 'node:crypto';
import type { UploadBody } from '#lib/api/contract';
import { toUploadSource } from '#lib/composition/upload-source';
import { uploadKey } from '#lib/storage/object-key';
import type { Storage } from '#lib/storage/storage';
import type { UploadRequest } from '#lib/uploads/parse-upload-request';

/** A large file on a slow line begins within this time; how long it then takes does not matter. */
const EXPIRES_SECONDS = 3600;

export async function createUpload(request: UploadRequest, storage: Pick<Storage, 'presignUpload'>): Promise<UploadBody> {
  const uploadId = `${randomUUID()}.${request.extension}`;
  const { kind, contentType, sizeBytes } = request;
  const expiresAt = new Date(Date.now() + EXPIRES_SECONDS * 1000);
  const uploadUrl = await storage.presignUpload({ key: uploadKey(uploadId), contentType, sizeBytes, expiresSeconds: EXPIRES_SECONDS });
  return {
    upload_id: uploadId,
    source: toUploadSource(uploadId),
    kind,
    upload_url: uploadUrl,
    headers: { 'Content-Type': contentType },
    expires_at: expiresAt.toISOString(),
  };
}
