/**
 * Rows of the database to values of the code: the only place that turns snake_case columns into a `Job`.
 * Numbers and times are converted here, as drivers spell bigint and timestamps in more than one way.
 */
import type { Json, JobRow } from '#lib/db/database-types';
import type { ErrorDetails } from '#lib/errors';
import type { Job } from '#lib/jobs/job';

/** What `toJob` reads: not the composition, which may be a mebibyte, and is read by who needs it. */
export const JOB_COLUMNS = [
  'id', 'status', 'response_type', 'lane', 'request_id', 'title', 'width', 'height', 'estimated_duration', 'actual_duration', 'current_step', 'progress_percentage', 'attempt',
  'retry_count', 's3_bucket', 's3_key', 's3_region', 'result_url', 'file_size', 'poster_key', 'poster_url', 'output_duration_seconds', 'error_code', 'error_message',
  'error_details', 'created_at', 'processing_started_at', 'processing_completed_at', 'updated_at',
] as const satisfies ReadonlyArray<keyof JobRow>;

export type JobColumns = Pick<JobRow, (typeof JOB_COLUMNS)[number]>;

/** Throws on no row of a job: the columns are checked by the database, not again here. */
export function toJob(row: JobColumns): Job {
  return {
    id: row.id,
    status: row.status,
    responseType: row.response_type,
    lane: row.lane === 'quick' ? 'quick' : 'long',
    requestId: row.request_id,
    title: row.title,
    outputFormat: 'mp4',
    widthPx: Number(row.width),
    heightPx: Number(row.height),
    estimatedSeconds: Number(row.estimated_duration),
    processingSeconds: toNumber(row.actual_duration),
    durationSeconds: toNumber(row.output_duration_seconds),
    step: row.current_step,
    progressPercent: Number(row.progress_percentage),
    attempt: Number(row.attempt),
    retryCount: Number(row.retry_count),
    s3Bucket: row.s3_bucket,
    s3Key: row.s3_key,
    s3Region: row.s3_region,
    resultUrl: row.result_url,
    sizeBytes: toNumber(row.file_size),
    posterKey: row.poster_key,
    posterUrl: row.poster_url,
    errorCode: row.error_code,
    errorMessage: row.error_message,
    errorDetails: parseJson(row.error_details) as ErrorDetails | null,
    createdAt: new Date(row.created_at),
    startedAt: toDate(row.processing_started_at),
    finishedAt: toDate(row.processing_completed_at),
    updatedAt: new Date(row.updated_at),
  };
}

function toNumber(value: number | null): number | null {
  return value === null ? null : Number(value);
}

function toDate(value: string | null): Date | null {
  return value === null ? null : new Date(value);
}

/** Some drivers answer jsonb as its text. No column holds a bare JSON string, so text is always that. */
export function parseJson(value: Json): Json {
  return typeof value === 'string' ? (JSON.parse(value) as Json) : value;
}
