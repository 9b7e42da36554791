/**
 * Names of objects in the bucket. Results lie under `processed/`, which everybody may read; what people bring lies under
 * `uploads/`, which nobody may.
 */
export const RESULT_PREFIX = 'processed/';
export const UPLOAD_PREFIX = 'uploads/';

/** Formats of finished videos, with their media types. */
export const CONTENT_TYPE_BY_EXTENSION = { mp4: 'video/mp4' } as const;
export type ResultExtension = keyof typeof CONTENT_TYPE_BY_EXTENSION;

/** `processed/video_{job id}_{unix ms}.{extension}` */
export function resultKey(jobId: string, extension: ResultExtension, uploadedAt: Date): string {
  return `${jobKeyPrefix(jobId)}${uploadedAt.getTime()}.${extension}`;
}

/** What the keys of all results of a job begin with, and of no other job. */
export function jobKeyPrefix(jobId: string): string {
  return `${RESULT_PREFIX}video_${jobId}_`;
}
