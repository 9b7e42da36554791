/**
 * A job as the API shows it (contract §2): the job and the time in, the body out. Pure, and the only such place: the poller, the
 * event stream, the waiting POST and the pages all answer through it.
 */
import type { JobCompletedBody, JobRunningBody, JobStoppedBody, VideoResultBody } from '#lib/api/contract';
import { ERROR_CODES, isErrorCode } from '#lib/error-codes';
import { formatDuration, formatFileSize, formatPercent } from '#lib/format';
import type { Job } from '#lib/jobs/job';
import { toCurrentStep } from '#lib/jobs/state';

export function presentJob(job: Job, now: Date): VideoResultBody {
  switch (job.status) {
    case 'completed':
      return presentCompleted(job);
    case 'failed':
    case 'timeout':
    case 'cancelled':
      return presentStopped(job, job.status);
    case 'pending':
    case 'processing':
      return presentRunning(job, now);
  }
}

function presentCompleted(job: Job): JobCompletedBody {
  const durationSeconds = job.durationSeconds ?? 0;
  const processingSeconds = job.processingSeconds ?? 0;
  return {
    status: 'completed',
    job_id: job.id,
    result_url: job.resultUrl ?? '',
    file_size: formatFileSize(job.sizeBytes),
    duration: formatDuration(durationSeconds),
    processing_time: formatDuration(processingSeconds),
    message: 'Video processing completed successfully',
    file_size_bytes: job.sizeBytes ?? 0,
    duration_seconds: durationSeconds,
    processing_seconds: processingSeconds,
    poster_url: job.posterUrl,
    width: job.widthPx,
    height: job.heightPx,
  };
}

/** The code that stands for a status when the row names none of the table's. */
const CODE_OF_STATUS = { failed: 'INTERNAL_ERROR', timeout: 'JOB_TIMED_OUT', cancelled: 'JOB_CANCELLED' } as const;

function presentStopped(job: Job, status: JobStoppedBody['status']): JobStoppedBody {
  const code = isErrorCode(job.errorCode) ? job.errorCode : CODE_OF_STATUS[status];
  return {
    status,
    job_id: job.id,
    error: code,
    message: job.errorMessage ?? ERROR_CODES[code].publicMessage,
    details: job.errorDetails ?? {},
  };
}

function presentRunning(job: Job, now: Date): JobRunningBody {
  return {
    status: 'processing',
    job_id: job.id,
    progress: formatPercent(job.progressPercent),
    current_step: toCurrentStep(job.status, job.step),
    message: job.status === 'pending' ? 'Video is waiting to be processed' : 'Video is being processed',
    progress_percentage: job.progressPercent,
    step: job.step,
    estimated_seconds: job.estimatedSeconds,
    elapsed_seconds: Math.max(0, (now.getTime() - job.createdAt.getTime()) / 1000),
  };
}
