/**
 * Reads a request's body as JSON without trusting it: the request in, the parsed value out.
 * At most 1 MiB is ever held; whatever is no JSON is refused as REQUEST_NOT_JSON with words that say why.
 */
import { AppError } from '#lib/errors';

const BODY_BYTES_MAX = 1024 * 1024;

/** `application/json`, also with parameters, and the `+json` family. */
const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i;

export interface PostedJson {
  /** As it came, without a byte order mark. */
  text: string;
  value: unknown;
}

/** The value of `readJsonText`. */
export async function readJson(request: Request): Promise<unknown> {
  return (await readJsonText(request)).value;
}

/**
 * A missing Content-Type passes; another one is refused with clear words, as the commonest mistake is a curl without one.
 * Throws AppError REQUEST_TOO_LARGE or REQUEST_NOT_JSON.
 */
export async function readJsonText(request: Request): Promise<PostedJson> {
  const bytes = await readLimited(request);
  const contentType = request.headers.get('content-type');
  if (contentType !== null && !JSON_TYPE.test(contentType)) throw notJson('The Content-Type of the request must be application/json');
  if (bytes.byteLength === 0) throw notJson('The request body is empty; a JSON object is expected');
  const text = decode(bytes);
  return { text, value: parse(text) };
}

async function readLimited(request: Request): Promise<Uint8Array> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_BYTES_MAX) throw new AppError('REQUEST_TOO_LARGE');
  if (request.body === null) return new Uint8Array();
  const reader = request.body.getReader();
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    sizeBytes += next.value.byteLength;
    // Not cancelled: that would reset the connection before the client has read the 413.
    if (sizeBytes > BODY_BYTES_MAX) throw new AppError('REQUEST_TOO_LARGE');
    chunks.push(next.value);
  }
  return Buffer.concat(chunks, sizeBytes);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw notJson('The request body is not valid UTF-8', cause);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    // V8's message quotes the body, which may be long; of it only the place is told, where it names one.
    const place = cause instanceof SyntaxError ? /line \d+ column \d+/.exec(cause.message)?.[0] : undefined;
    throw notJson(`The request body is not valid JSON${place === undefined ? '' : ` (${place})`}`, cause);
  }
}

function notJson(message: string, cause?: unknown): AppError {
  return new AppError('REQUEST_NOT_JSON', { message, cause });
}
