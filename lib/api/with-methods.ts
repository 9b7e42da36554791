/**
 * All methods of an address: its template and the handlers of those methods it has in; for every method Next knows an answer out, so that
 * one the address does not have is refused as the API refuses everything: as JSON, by the error table, and naming those it has.
 */
import { toErrorAnswer } from '#lib/api/error-response';
import { type Handler, withRoute } from '#lib/api/route';
import { AppError } from '#lib/errors';

const METHODS = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'] as const;

type Method = (typeof METHODS)[number];

/** HEAD is not among them: Next answers it with GET. */
type Methods<Params> = Record<Method | 'OPTIONS', ReturnType<typeof withRoute<Params>>>;

/** `template` as for `withRoute`. A method without a handler answers 405, OPTIONS 204; both with `Allow` (RFC 9110, 15.5.6). */
export function withMethods<Params = Record<string, never>>(template: string, handlers: Partial<Record<Method, Handler<Params>>>): Methods<Params> {
  const allowed = toAllowed(handlers);
  const refuse: Handler<Params> = async (request, { requestId }) => {
    const message = `${request.method} is not possible here; possible: ${allowed}`;
    const { status, body } = toErrorAnswer(new AppError('METHOD_NOT_ALLOWED', { message }), requestId);
    return Response.json(body, { status, headers: { Allow: allowed } });
  };
  const toAnswer = (method: Method) => withRoute(template, handlers[method] ?? refuse);
  return {
    DELETE: toAnswer('DELETE'),
    GET: toAnswer('GET'),
    PATCH: toAnswer('PATCH'),
    POST: toAnswer('POST'),
    PUT: toAnswer('PUT'),
    OPTIONS: withRoute<Params>(template, async () => new Response(null, { status: 204, headers: { Allow: allowed } })),
  };
}

function toAllowed(handlers: Partial<Record<Method, unknown>>): string {
  const own = METHODS.filter((method) => handlers[method] !== undefined);
  return [...own, ...(own.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
}
