/**
 * The one error class of the project: a code of the table, public details, and a private cause.
 * Whatever else is thrown is a fault of ours and becomes INTERNAL_ERROR.
 */
import { ERROR_CODES, type ErrorCode } from '#lib/error-codes';

/** What the public may read beside the code; `element_id` names the element at fault. */
export interface ErrorDetails {
  element_id?: string;
  [key: string]: unknown;
}

export interface AppErrorOptions {
  /** Replaces the table's public message where a figure or a name helps; public as well. */
  message?: string;
  details?: ErrorDetails;
  /** For the log only. */
  cause?: unknown;
}

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, options: AppErrorOptions = {}) {
    super(options.message ?? ERROR_CODES[code].publicMessage, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = options.details ?? {};
  }

  get isRetryable(): boolean {
    return ERROR_CODES[this.code].isRetryable;
  }
}

/** Any thrown value as an AppError: ours unchanged, everything else as INTERNAL_ERROR with the value as its cause. */
export function toAppError(error: unknown): AppError {
  return error instanceof AppError ? error : new AppError('INTERNAL_ERROR', { cause: error });
}

/** The same error, naming the element it happened to. */
export function withElement(error: unknown, elementId: string): AppError {
  const known = toAppError(error);
  return new AppError(known.code, {
    message: known.message,
    details: { ...known.details, element_id: elementId },
    cause: known.cause,
  });
}
