/**
 * Errors as HTTP answers: an AppError in, status and body of the contract out, by the error table.
 * Pure. Faults of ours say nothing of the inside; their cause is for the log.
 */
import type { ErrorBody, InvalidRequestBody, RequestProblem } from '#lib/api/contract';
import { ERROR_CODES, type ErrorCode } from '#lib/error-codes';
import { AppError, type ErrorDetails } from '#lib/errors';

export interface ErrorAnswer {
  status: number;
  body: ErrorBody | InvalidRequestBody;
}

/** The error of a composition that was refused, all its problems with it. */
export function invalidRequest(problems: readonly RequestProblem[]): AppError {
  return new AppError('REQUEST_INVALID', { details: { problems } });
}

export function toErrorAnswer(error: AppError, requestId: string): ErrorAnswer {
  const { status, publicMessage } = ERROR_CODES[error.code];
  if (status === 400) return { status, body: { error: ERROR_CODES.REQUEST_INVALID.publicMessage, details: toProblems(error) } };
  // The contract's own words, and nothing beside them.
  if (error.code === 'JOB_NOT_FOUND') return { status, body: { error: publicMessage } };
  if (status === 500) {
    const message = `The request failed on our side. Its id is ${requestId}.`;
    return { status, body: { error: ERROR_CODES.INTERNAL_ERROR.publicMessage, message } };
  }
  return { status, body: { error: error.code, message: error.message, ...toDetails(error.details) } };
}

export interface JobFailure {
  jobId: string;
  code: ErrorCode;
  message: string;
  details: ErrorDetails;
}

/** The answer of a POST that waited for a job which then failed for good. */
export function toJobFailureAnswer({ jobId, code, message, details }: JobFailure): ErrorAnswer {
  if (ERROR_CODES[code].status >= 500) {
    return { status: 500, body: { error: ERROR_CODES.INTERNAL_ERROR.publicMessage, message, code, job_id: jobId } };
  }
  return { status: 422, body: { error: code, message, job_id: jobId, details } };
}

function toProblems(error: AppError): RequestProblem[] {
  const { problems } = error.details;
  return Array.isArray(problems) ? problems : [{ path: '', message: error.message, code: error.code }];
}

function toDetails({ job_id: jobId, ...details }: ErrorDetails): Pick<ErrorBody, 'job_id' | 'details'> {
  return {
    ...(typeof jobId === 'string' ? { job_id: jobId } : {}),
    ...(Object.keys(details).length > 0 ? { details } : {}),
  };
}
