/**
 * What every route of the API has around it: a handler in, a Next route handler out that gives each request an id, measures and logs it,
 * and turns whatever is thrown into an answer by the error table.
 */
import { randomUUID } from 'node:crypto';

import { toErrorAnswer } from '#lib/api/error-response';
import { trackRequest } from '#lib/api/web-lifecycle';
import type { ErrorCode } from '#lib/error-codes';
import { toAppError } from '#lib/errors';
import { log } from '#lib/log';
import { recordMetric } from '#lib/metrics/record-metric';

/** An id a caller may choose: what fits into a log line and a header as it is. */
const SANE_REQUEST_ID = /^[\w.:-]{1,128}$/;

/** nginx's status for its log and metrics; never sent to anybody. */
const CLIENT_CLOSED_REQUEST = 499;

export interface RouteCall<Params> {
  params: Params;
  requestId: string;
}

export type Handler<Params> = (request: Request, call: RouteCall<Params>) => Promise<Response>;

/** What is down is looked after within seconds: a database that restarts, a process that is started again. */
const RETRY_AFTER_SECONDS = 5;

/** `template` is the path as it is documented ("/api/v1/videoresult/{job_id}"): metrics are kept by it, never by the URL. */
export function withRoute<Params = Record<string, never>>(template: string, handler: Handler<Params>) {
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    const startedAt = performance.now();
    const requestId = toRequestId(request.headers.get('x-request-id'));
    const endRequest = trackRequest();
    try {
      const { response, code } = await answer(request, { context, requestId, template, handler });
      response.headers.set('X-Request-Id', requestId);
      if (!response.headers.has('Cache-Control')) response.headers.set('Cache-Control', 'no-store');
      if (response.status === 503) response.headers.set('Retry-After', String(RETRY_AFTER_SECONDS));
      noteRequest({ requestId, method: request.method, route: template, status: response.status, ms: performance.now() - startedAt, code });
      return response;
    } finally {
      endRequest();
    }
  };
}

interface Answering<Params> {
  context: { params: Promise<Params> };
  requestId: string;
  template: string;
  handler: Handler<Params>;
}

interface Answered {
  response: Response;
  /** Of the error that was answered. */
  code?: ErrorCode;
}

async function answer<Params>(request: Request, { context, requestId, template, handler }: Answering<Params>): Promise<Answered> {
  try {
    return { response: await handler(request, { params: await context.params, requestId }) };
  } catch (thrown) {
    // Who hung up in the middle of the request reads no answer, and is no error of ours.
    if (request.signal.aborted) return { response: new Response(null, { status: CLIENT_CLOSED_REQUEST }) };
    const error = toAppError(thrown);
    const { status, body } = toErrorAnswer(error, requestId);
    if (status >= 500) log.error({ requestId, method: request.method, route: template, code: error.code, err: error.cause ?? error }, 'request failed');
    return { response: Response.json(body, { status }), code: error.code };
  }
}

interface AnsweredRequest {
  requestId: string;
  method: string;
  route: string;
  status: number;
  ms: number;
  code: ErrorCode | undefined;
}

function noteRequest({ ms, ...request }: AnsweredRequest): void {
  const { method, route, status } = request;
  recordMetric('http_request_duration_seconds', { method, route, status: String(status) }, ms / 1000);
  // Pollers and health checks ask all the time: what was only read, and well, is news to nobody.
  const level = method === 'GET' && status < 400 ? 'debug' : 'info';
  log[level]({ ...request, ms: Math.round(ms) }, 'request answered');
}

function toRequestId(given: string | null): string {
  return given !== null && SANE_REQUEST_ID.test(given) ? given : randomUUID();
}
