/**
 * PutObject, GetObject, HeadObject and DeleteObject.
 */
import { pipeline } from 'node:stream/promises';

import { payloadHashOf, sendEmpty, type Exchange } from '#lib/embedded/s3/exchange';
import { answerHeaders, keptHeaders } from '#lib/embedded/s3/object-headers';
import type { ObjectRecord } from '#lib/embedded/s3/object-store';
import { parseRange, type ByteRange } from '#lib/embedded/s3/range';
import { receiveFile } from '#lib/embedded/s3/receive-body';
import { S3Error } from '#lib/embedded/s3/s3-error';
import { headerOf, objectNames, type S3Request } from '#lib/embedded/s3/s3-request';

export async function putObject(exchange: Exchange): Promise<void> {
  const { bucket, key } = objectNames(exchange.request);
  const { objects } = exchange.buckets.get(bucket);
  const headers = keptHeaders(exchange.request);
  const path = objects.newIncomingPath();
  const { sizeBytes, md5Hex, checksums } = await receiveFile(exchange.request, payloadHashOf(exchange), path);
  const etag = `"${md5Hex}"`;
  await objects.commit({ key, sizeBytes, etag, modifiedAtMs: Date.now(), headers, checksums }, path);
  sendEmpty(exchange.response, 200, { etag, ...checksums });
}

export async function getObject(exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const { bucket, key } = objectNames(request);
  const found = await exchange.buckets.get(bucket).objects.openObject(key);
  if (found === null) throw noSuchKey();
  const { record, file } = found;
  try {
    const answer = describeAnswer(record, exchange);
    if (answer.status === 304) return sendEmpty(response, 304, answer.headers);
    response.writeHead(answer.status, answer.headers);
    // A stream cannot be told to read nothing: an empty object has no first byte.
    if (record.sizeBytes === 0) response.end();
    else await pipeline(file.createReadStream({ start: answer.range.first, end: answer.range.last, autoClose: false }), response);
  } finally {
    await file.close();
  }
}

export async function headObject(exchange: Exchange): Promise<void> {
  const { bucket, key } = objectNames(exchange.request);
  const record = exchange.buckets.get(bucket).objects.find(key);
  if (record === null) throw noSuchKey();
  const answer = describeAnswer(record, exchange);
  exchange.response.writeHead(answer.status, answer.headers).end();
}

export async function deleteObject(exchange: Exchange): Promise<void> {
  const { bucket, key } = objectNames(exchange.request);
  await exchange.buckets.get(bucket).objects.delete(key);
  sendEmpty(exchange.response, 204);
}

interface Answer {
  status: 200 | 206 | 304;
  headers: Record<string, string>;
  range: ByteRange;
}

/** What GET sends and HEAD describes: everything, the asked range, or that nothing has changed. */
function describeAnswer(record: ObjectRecord, { request, sender }: Exchange): Answer {
  if (sender.kind === 'anonymous' && [...request.query.keys()].some((name) => name.startsWith('response-'))) {
    throw new S3Error('InvalidRequest', 'Request specific response headers cannot be used for anonymous GET requests.');
  }
  const headers = answerHeaders(record, request);
  const all = { first: 0, last: record.sizeBytes - 1 };
  if (isUnchanged(record, request)) return { status: 304, headers, range: all };
  const ifRange = headerOf(request, 'if-range');
  const asked = ifRange === null || ifRange === record.etag ? parseRange(headerOf(request, 'range'), record.sizeBytes) : null;
  if (asked === null) return { status: 200, headers: { ...headers, 'content-length': String(record.sizeBytes) }, range: all };
  return {
    status: 206,
    headers: {
      ...headers,
      'content-length': String(asked.last - asked.first + 1),
      'content-range': `bytes ${asked.first}-${asked.last}/${record.sizeBytes}`,
    },
    range: asked,
  };
}

/** RFC 9110 §13.2.2: the ETags decide when they are given, the date only without them. */
function isUnchanged(record: ObjectRecord, request: S3Request): boolean {
  const etags = headerOf(request, 'if-none-match');
  if (etags !== null) return etags === '*' || etags.split(',').some((etag) => etag.trim().replace(/^W\//, '') === record.etag);
  const sinceMs = Date.parse(headerOf(request, 'if-modified-since') ?? '');
  // HTTP's dates have whole seconds.
  return Math.floor(record.modifiedAtMs / 1000) * 1000 <= sinceMs;
}

function noSuchKey(): S3Error {
  return new S3Error('NoSuchKey', 'The specified key does not exist.');
}
