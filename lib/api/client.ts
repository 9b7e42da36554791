/**
 * The typed client of our own API for the pages: a composition or a job id in, the bodies of `contract.ts` out.
 * Uses fetch alone, so that it runs in any browser; every answer that is no success is thrown as an ApiError.
 */
import type {
  ErrorBody,
  EstimateBody,
  InvalidRequestBody,
  LibraryBody,
  MediaBody,
  RequestProblem,
  UploadBody,
  VideoAcceptedBody,
  VideoCreatedBody,
  VideoResultBody,
} from '#lib/api/contract';

const API_PATH = '/api/v1';

/** An answer that is no success; `status` is 0 and `body` null when no answer came at all. */
export class ApiError extends Error {
  readonly status: number;
  readonly body: ErrorBody | InvalidRequestBody | null;

  constructor(status: number, body: ErrorBody | InvalidRequestBody | null, cause?: unknown) {
    super(toMessage(status, body), { cause });
    this.name = 'ApiError';
    this.status = status;
    this.body = body;
  }

  /** The problems of a refused composition, empty for every other error. */
  get problems(): readonly RequestProblem[] {
    return this.body !== null && Array.isArray(this.body.details) ? this.body.details : [];
  }
}

export interface CallOptions {
  signal?: AbortSignal;
}

export interface CreateVideoOptions extends CallOptions {
  /** How long the server may hold the answer (`Prefer: wait`); by default it decides from its estimate. */
  waitSeconds?: number;
}

/** Starts a video. The body is the finished video (`completed`) or the job to follow (`processing`). */
export async function createVideo(composition: unknown, options: CreateVideoOptions = {}): Promise<VideoCreatedBody | VideoAcceptedBody> {
  const headers: Record<string, string> = options.waitSeconds === undefined ? {} : { Prefer: `wait=${options.waitSeconds}` };
  return call('/videocreate', { method: 'POST', headers, body: JSON.stringify(composition), signal: options.signal });
}

/** How a job stands. Throws ApiError 404 when there is none. */
export async function getVideoResult(jobId: string, options: CallOptions = {}): Promise<VideoResultBody> {
  return call(resultPath(jobId), { signal: options.signal });
}

/** Cancels a job. Throws ApiError 409 when it has already finished. */
export async function cancelVideo(jobId: string, options: CallOptions = {}): Promise<VideoResultBody> {
  return call(resultPath(jobId), { method: 'DELETE', signal: options.signal });
}

/** Checks a composition and says how long it would take; creates nothing. */
export async function estimateVideo(composition: unknown, options: CallOptions = {}): Promise<EstimateBody> {
  return call('/estimate', { method: 'POST', body: JSON.stringify(composition), signal: options.signal });
}

export interface ListVideosOptions extends CallOptions {
  /** "processing", "completed", "failed", "timeout", "cancelled", or several with commas between them. */
  status?: string;
  query?: string;
  /** `next_before` of the page before. */
  before?: string;
  limit?: number;
}

/** The library, newest first, a page at a time. */
export async function listVideos({ status = '', query = '', before = '', limit, signal }: ListVideosOptions = {}): Promise<LibraryBody> {
  const parameters = Object.entries({ status, q: query, before, limit: limit === undefined ? '' : String(limit) }).filter(([, value]) => value !== '');
  return call(`/videos?${new URLSearchParams(parameters)}`, { signal });
}

/** Deletes a finished job with its video. Throws ApiError 409 while it is still running, 404 when it is gone already. */
export async function deleteVideo(jobId: string, options: CallOptions = {}): Promise<void> {
  await send(`/videos/${encodeURIComponent(jobId)}`, { method: 'DELETE', signal: options.signal });
}

/** The composition of a job as it was posted, byte for byte. Throws ApiError 404 when there is no such job. */
export async function getCompositionText(jobId: string, options: CallOptions = {}): Promise<string> {
  return (await send(`/videos/${encodeURIComponent(jobId)}/composition`, { signal: options.signal })).text();
}

/** What a medium is, by the server's own look at it. Throws ApiError 422 with a SOURCE_* code when it cannot be used. */
export async function probeMedia(source: string, options: CallOptions & { kind?: 'image' | 'video' | 'audio' | 'font' } = {}): Promise<MediaBody> {
  return call('/media', { method: 'POST', body: JSON.stringify({ source, kind: options.kind }), signal: options.signal });
}

/** Where to put a file; `upload-file.ts` does all of it. Throws ApiError 400 when such a file is not taken. */
export async function createUpload(file: { filename: string; size_bytes: number; content_type: string }, options: CallOptions = {}): Promise<UploadBody> {
  return call('/uploads', { method: 'POST', body: JSON.stringify(file), signal: options.signal });
}

/** Where an EventSource follows a job: `progress` events, then one `done`; each carries a VideoResultBody. */
export function eventsUrl(jobId: string): string {
  return `${API_PATH}${resultPath(jobId)}/events`;
}

function resultPath(jobId: string): string {
  return `/videoresult/${encodeURIComponent(jobId)}`;
}

interface Call extends CallOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

async function call<Body>(path: string, init: Call): Promise<Body> {
  const response = await send(path, init);
  const body: unknown = await response.json().catch(() => null);
  if (body === null) throw new ApiError(response.status, null);
  return body as Body;
}

/** Any answer that is a success. */
async function send(path: string, init: Call): Promise<Response> {
  const headers = { Accept: 'application/json', ...(init.body === undefined ? {} : { 'Content-Type': 'application/json' }), ...init.headers };
  const response = await fetch(`${API_PATH}${path}`, { ...init, headers, cache: 'no-store' }).catch((error: unknown) => {
    if (init.signal?.aborted) throw error;
    throw new ApiError(0, null, error);
  });
  if (response.ok) return response;
  throw new ApiError(response.status, (await response.json().catch(() => null)) as ErrorBody | null);
}

function toMessage(status: number, body: ErrorBody | InvalidRequestBody | null): string {
  if (status === 0) return 'The server could not be reached';
  if (body === null) return `The server answered with status ${status}`;
  return 'message' in body && body.message !== undefined ? body.message : body.error;
}
