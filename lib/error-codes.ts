/**
 * The one table of everything that can go wrong: code in, HTTP status, public message, blame and retryability out.
 * The API, the worker, the pages and the documentation read it; nobody writes a status or a public message elsewhere.
 */

/**
 * - `client`: the request itself is wrong.
 * - `source`: a medium the composition names is missing, unsafe or unusable.
 * - `us`: this installation failed; the public message says nothing of the inside.
 */
export type Fault = 'client' | 'source' | 'us';

export interface ErrorCodeEntry {
  /** Status of an HTTP answer that reports this error; for errors of a job, of the waiting POST. */
  readonly status: number;
  /** What anybody may read: no address, no path, no FFmpeg text. */
  readonly publicMessage: string;
  /** True when the same attempt may succeed later without any change by the client. */
  readonly isRetryable: boolean;
  readonly fault: Fault;
}

const client = (status: number, publicMessage: string) =>
  ({ status, publicMessage, isRetryable: false, fault: 'client' }) as const;
const source = (publicMessage: string, isRetryable = false) =>
  ({ status: 422, publicMessage, isRetryable, fault: 'source' }) as const;
const us = (status: number, publicMessage: string, isRetryable: boolean) =>
  ({ status, publicMessage, isRetryable, fault: 'us' }) as const;

export const ERROR_CODES = {
  REQUEST_INVALID: client(400, 'Invalid request data'),
  REQUEST_NOT_JSON: client(400, 'The request body is not valid JSON'),
  REQUEST_TOO_LARGE: client(413, 'The request body is larger than 1 MiB'),
  ROUTE_NOT_FOUND: client(404, 'There is no such address in this API'),
  METHOD_NOT_ALLOWED: client(405, 'This address does not have that method'),
  UPLOAD_NOT_FOUND: client(404, 'There is no such upload'),
  PREVIEW_NOT_FOUND: client(404, 'There is no such preview'),
  JOB_NOT_FOUND: client(404, 'Job not found'),
  JOB_ALREADY_FINISHED: client(409, 'The job has already finished and cannot be cancelled'),
  JOB_STILL_RUNNING: client(409, 'The video is still being made; cancel it before it is deleted'),
  JOB_CANCELLED: client(422, 'The job was cancelled'),

  SOURCE_NOT_FOUND: source('The source does not exist (the server answered 404 or 410)'),
  SOURCE_REFUSED: source('The server of the source refused the request'),
  SOURCE_UNREACHABLE: source('The server of the source could not be reached', true),
  SOURCE_SERVER_FAILED: source('The server of the source answered with an error', true),
  SOURCE_TOO_SLOW: source('The source did not arrive in time', true),
  SOURCE_INCOMPLETE: source('The source ended before all of it had arrived', true),
  SOURCE_TOO_LARGE: source('The source is larger than allowed'),
  SOURCE_EMPTY: source('The source is empty'),
  SOURCE_ADDRESS_FORBIDDEN: source('The source is on an address that is not allowed'),
  SOURCE_NOT_MEDIA: source('The source is not a media file of a supported format'),
  SOURCE_WRONG_KIND: source('The source is of another kind than the element (an image in a video element, say)'),
  SOURCE_DAMAGED: source('The source is damaged or truncated and cannot be decoded'),
  SOURCE_TOO_MANY_PIXELS: source('The source has more pixels than allowed'),

  ELEMENTS_OVERLAP: source('Elements on the same track overlap'),
  TRANSITION_IMPOSSIBLE: source('A transition is longer than what it joins, or has no element before it'),
  KEYFRAMES_OUT_OF_ORDER: source('The keyframes of a property are not in the order of time'),
  ANIMATION_OUT_OF_RANGE: source('An animation begins after the end of its element'),
  TRIM_OUT_OF_RANGE: source('The trim starts after the end of the source'),
  CROP_OUT_OF_RANGE: source('The crop begins beyond the edge of the source'),
  OUTPUT_TOO_LONG: source('The composition is longer than allowed'),
  OUTPUT_TOO_COMPLEX: source('The composition needs more memory or time than this installation allows'),

  JOB_TIMED_OUT: us(422, 'The job took longer than allowed', false),
  WORKER_LOST: us(500, 'The render was interrupted too often', false),
  RENDER_FAILED: us(500, 'The video could not be rendered', true),
  RENDER_OUTPUT_INVALID: us(500, 'The rendered video did not pass its check', true),
  STORAGE_UPLOAD_FAILED: us(500, 'The video could not be stored', true),
  DISK_FULL: us(500, 'The render ran out of disk space', true),
  SERVICE_UNAVAILABLE: us(503, 'A part of the service is not available', true),
  INTERNAL_ERROR: us(500, 'Internal server error', true),
} as const satisfies Record<string, ErrorCodeEntry>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** True when `value` is a code of the table; for codes read back from the database. */
export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERROR_CODES, value);
}
