/**
 * Decides what becomes of a job whose attempt did not succeed: the error and why the attempt was stopped in; the row is written,
 * and what the queue shall do comes out. Every write is fenced, so a stale attempt decides nothing.
 */
import { failJob } from '#lib/db/fail-job';
import { releaseAttempt } from '#lib/db/release-attempt';
import { ERROR_CODES } from '#lib/error-codes';
import { AppError, toAppError } from '#lib/errors';
import { ATTEMPTS_MAX } from '#lib/jobs/attempts';
import type { Delivery } from '#lib/queue/start-workers';
import { AttemptStopped, findStopReason } from '#worker/attempt-stopped';
import { insist } from '#worker/insist';
import type { JobContext } from '#worker/job-context';

export async function settleAttempt(context: JobContext, thrown: unknown): Promise<Delivery> {
  const { attempt, job, log, signal } = context;
  const stopReason = thrown instanceof AttemptStopped ? thrown.reason : findStopReason(signal);
  if (stopReason !== null) return settleStopped(context, stopReason);

  const error = toJobError(thrown);
  const hasAttemptsLeft = job.retryCount + 1 < ATTEMPTS_MAX;
  if (error.isRetryable && hasAttemptsLeft) {
    log.warn({ err: error, code: error.code }, 'attempt failed; another will be made');
    return (await insist(() => releaseAttempt(attempt, true))) ? 'retry' : 'done';
  }
  // What the client can mend is no error of this installation, and its stack says nothing.
  if (ERROR_CODES[error.code].fault === 'us') log.error({ err: error, code: error.code }, 'job failed');
  else log.info({ code: error.code, details: error.details, message: error.message }, 'job failed');
  await insist(() => failJob(attempt, 'failed', error));
  return 'done';
}

async function settleStopped({ attempt, log }: JobContext, reason: AttemptStopped['reason']): Promise<Delivery> {
  log.info({ reason }, 'attempt stopped');
  switch (reason) {
    case 'superseded':
      return 'done';
    case 'timed_out':
      await insist(() => failJob(attempt, 'timeout', new AppError('JOB_TIMED_OUT')));
      return 'done';
    case 'stopping':
      return (await releaseAttempt(attempt, false)) ? 'handed_back' : 'done';
  }
}

function toJobError(thrown: unknown): AppError {
  const isDiskFull = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOSPC';
  return isDiskFull ? new AppError('DISK_FULL', { cause: thrown }) : toAppError(thrown);
}
