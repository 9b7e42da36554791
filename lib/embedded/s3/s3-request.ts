/**
 * One request as S3 understands it: a path-style URL and headers in, bucket, key and query out.
 * The path stays beside them as it was sent, because the signature is made over that.
 */
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

import { S3Error } from '#lib/embedded/s3/s3-error';

const KEY_BYTES_MAX = 1024;

export interface S3Request {
  readonly method: string;
  /** As sent, still percent-encoded, without the query. */
  readonly rawPath: string;
  readonly bucket: string | null;
  readonly key: string | null;
  readonly query: ReadonlyMap<string, string>;
  readonly headers: Readonly<IncomingHttpHeaders>;
  /** The body's bytes; a client that waits for "100 Continue" is told to send them by this call. */
  openBody(): IncomingMessage;
}

/** Throws InvalidURI and KeyTooLongError. `sendContinue` is called when the body is first wanted. */
export function parseS3Request(message: IncomingMessage, sendContinue: () => void): S3Request {
  const url = message.url ?? '/';
  const queryStart = url.indexOf('?');
  const rawPath = queryStart < 0 ? url : url.slice(0, queryStart);
  if (!rawPath.startsWith('/')) throw new S3Error('InvalidURI', 'Only paths are served.');
  const bucketEnd = rawPath.indexOf('/', 1);
  const bucket = decode(bucketEnd < 0 ? rawPath.slice(1) : rawPath.slice(1, bucketEnd));
  const key = bucketEnd < 0 ? '' : decode(rawPath.slice(bucketEnd + 1));
  if (Buffer.byteLength(key) > KEY_BYTES_MAX) throw new S3Error('KeyTooLongError', 'Your key is too long.');
  return {
    method: message.method ?? 'GET',
    rawPath,
    bucket: bucket === '' ? null : bucket,
    key: key === '' ? null : key,
    query: parseQuery(queryStart < 0 ? '' : url.slice(queryStart + 1)),
    headers: message.headers,
    openBody: () => {
      sendContinue();
      return message;
    },
  };
}

/** The value of a header that may be there once; null when absent. */
export function headerOf(request: S3Request, name: string): string | null {
  const value = request.headers[name];
  return typeof value === 'string' ? value : null;
}

/** Bucket and key of a request that is known to name both. */
export function objectNames(request: S3Request): { bucket: string; key: string } {
  if (request.bucket === null || request.key === null) throw new S3Error('InvalidURI', 'The request names no object.');
  return { bucket: request.bucket, key: request.key };
}

function parseQuery(text: string): Map<string, string> {
  const query = new Map<string, string>();
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = equals < 0 ? pair : pair.slice(0, equals);
    query.set(decode(name), equals < 0 ? '' : decode(pair.slice(equals + 1).replaceAll('+', ' ')));
  }
  return query;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    throw new S3Error('InvalidURI', 'The URI is not valid percent-encoded UTF-8.', { cause: error });
  }
}
