/**
 * How a POST that made a job is answered: the job as it stands after the wait in, status, headers and body of the contract out. Pure.
 */
import type { ErrorBody, InvalidRequestBody, JobCompletedBody, RequestWarning, VideoAcceptedBody, VideoCreatedBody } from '#lib/api/contract';
import { toJobFailureAnswer } from '#lib/api/error-response';
import { isErrorCode } from '#lib/error-codes';
import { formatEstimate } from '#lib/format';
import type { Job } from '#lib/jobs/job';
import { presentJob } from '#lib/jobs/present-job';

export interface CreateAnswer {
  status: number;
  headers: Record<string, string>;
  body: VideoCreatedBody | VideoAcceptedBody | ErrorBody | InvalidRequestBody;
}

export interface CreateAnswerContext {
  now: Date;
  /** The wait the client asked for and got; null when it left that to us. */
  preferredSeconds: number | null;
  /** Of the composition. */
  warnings: RequestWarning[];
}

export function toCreateAnswer(job: Job, { now, preferredSeconds, warnings }: CreateAnswerContext): CreateAnswer {
  const headers: Record<string, string> = preferredSeconds === null ? {} : { 'Preference-Applied': `wait=${preferredSeconds}` };
  const result = presentJob(job, now);
  switch (result.status) {
    case 'completed':
      return { status: 200, headers, body: { ...toCreatedBody(result), warnings } };
    case 'processing':
      return { status: 202, headers: { ...headers, Location: `/api/v1/videoresult/${job.id}` }, body: { ...toAcceptedBody(job), warnings } };
    case 'failed':
    case 'timeout':
    case 'cancelled': {
      const code = isErrorCode(result.error) ? result.error : 'INTERNAL_ERROR';
      return { ...toJobFailureAnswer({ jobId: job.id, code, message: result.message, details: result.details }), headers };
    }
  }
}

function toCreatedBody(result: JobCompletedBody): Omit<VideoCreatedBody, 'warnings'> {
  const { processing_time, result_url, job_id, file_size, file_size_bytes, processing_seconds, duration_seconds, duration, poster_url } = result;
  return {
    status: 'completed',
    processing_time,
    result_url,
    job_id,
    file_size,
    message: 'Video processed successfully',
    file_size_bytes,
    processing_seconds,
    duration_seconds,
    duration,
    poster_url,
  };
}

function toAcceptedBody(job: Job): Omit<VideoAcceptedBody, 'warnings'> {
  return {
    status: 'processing',
    job_id: job.id,
    message: 'Video processing started - use job ID to check status',
    estimated_completion: formatEstimate(job.estimatedSeconds),
    status_check_endpoint: `/videoresult/${job.id}`,
    estimated_seconds: job.estimatedSeconds,
  };
}
