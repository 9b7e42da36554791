/**
 * Names of objects in the bucket. Results lie under `processed/`, which everybody may read; what people bring lies under
 * `uploads/`, which nobody may.
 */
export const RESULT_PREFIX = 'processed/';
export const UPLOAD_PREFIX = 'uploads/';

/** What a finished job has in the bucket: a video, and the picture that stands for it. */
const RESULT_KINDS = ['video', 'poster'] as const;
export type ResultKind = (typeof RESULT_KINDS)[number];

/** Formats of results, with their media types. */
export const CONTENT_TYPE_BY_EXTENSION = { mp4: 'video/mp4', jpg: 'image/jpeg' } as const;
export type ResultExtension = keyof typeof CONTENT_TYPE_BY_EXTENSION;

export interface ResultKeyParts {
  readonly kind: ResultKind;
  readonly jobId: string;
  readonly extension: ResultExtension;
  readonly uploadedAt: Date;
}

/** `processed/{kind}_{job id}_{unix ms}.{extension}` */
export function resultKey({ kind, jobId, extension, uploadedAt }: ResultKeyParts): string {
  return `${keyPrefix(kind, jobId)}${uploadedAt.getTime()}.${extension}`;
}

/** What the keys of all results of a job begin with, and of no other job: the videos', then the posters'. */
export function jobKeyPrefixes(jobId: string): string[] {
  return RESULT_KINDS.map((kind) => keyPrefix(kind, jobId));
}

/** `uploads/{upload id}`: what people bring. */
export function uploadKey(uploadId: string): string {
  return `${UPLOAD_PREFIX}${uploadId}`;
}

/** `uploads/preview_{id}_{name}`: a picture or drawing of a medium that somebody asked about, for nobody else either. */
export function previewKey(probeId: string, name: string): string {
  return `${UPLOAD_PREFIX}preview_${probeId}_${name}`;
}

function keyPrefix(kind: ResultKind, jobId: string): string {
  return `${RESULT_PREFIX}${kind}_${jobId}_`;
}
