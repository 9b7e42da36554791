/**
 * Sources that lie in this installation's own bucket: `upload:<id>`, where the id is a UUID and the extension of the file's kind.
 * No URL is ever made of one by those who render: the worker reads the object itself.
 */

const UPLOAD_ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\.[a-z0-9]{2,5}$/;
const PREFIX = 'upload:';

/** `0b5d...e1.mp4`: what `POST /api/v1/uploads` gives out. */
export function isUploadId(text: string): boolean {
  return UPLOAD_ID.test(text);
}

export function isUpload(source: string): boolean {
  return source.startsWith(PREFIX) && isUploadId(source.slice(PREFIX.length));
}

export function toUploadSource(uploadId: string): string {
  return `${PREFIX}${uploadId}`;
}

/** The id of an upload's source. Throws for any other source: ask `isUpload` first. */
export function toUploadId(source: string): string {
  if (!isUpload(source)) throw new Error(`Not an upload: ${source}`);
  return source.slice(PREFIX.length);
}

/** Where a page finds a medium: an upload by our API, everything else where it is. */
export function toMediaUrl(source: string): string {
  return isUpload(source) ? `/api/v1/uploads/${toUploadId(source)}` : source;
}
