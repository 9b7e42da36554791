/**
 * One request being answered, and the ways of answering it that all operations share.
 */
import type { ServerResponse } from 'node:http';

import type { BucketStore } from '#lib/embedded/s3/bucket-store';
import type { S3Error } from '#lib/embedded/s3/s3-error';
import type { S3Request } from '#lib/embedded/s3/s3-request';
import type { Credentials, Sender } from '#lib/embedded/s3/verify-signature';
import { toXml } from '#lib/embedded/s3/xml';

export interface Exchange {
  readonly request: S3Request;
  readonly response: ServerResponse;
  readonly sender: Sender;
  readonly buckets: BucketStore;
  readonly credentials: Credentials;
}

/** Answers one exchange completely, or throws an S3Error before the first byte of an answer. */
export type Operation = (exchange: Exchange) => Promise<void>;

/** The hash the sender signed its body under. Operations that read a body are the owner's alone. */
export function payloadHashOf({ sender }: Exchange): string {
  return sender.kind === 'owner' ? sender.payloadHash : 'UNSIGNED-PAYLOAD';
}

export function sendEmpty(response: ServerResponse, status: 200 | 204 | 304, headers: Readonly<Record<string, string>> = {}): void {
  if (status === 200) response.setHeader('content-length', 0);
  response.writeHead(status, headers).end();
}

export function sendXml(response: ServerResponse, root: string, content: object): void {
  send(response, { status: 200, type: 'application/xml', body: toXml(root, content) });
}

export function sendJson(response: ServerResponse, content: object): void {
  send(response, { status: 200, type: 'application/json', body: JSON.stringify(content) });
}

/** Node leaves the body out by itself when it answers HEAD. */
export function sendError(response: ServerResponse, error: S3Error, resource: string): void {
  const body = toXml('Error', { Code: error.code, Message: error.message, Resource: resource, RequestId: String(response.getHeader('x-amz-request-id')) });
  send(response, { status: error.status, type: 'application/xml', body });
}

function send(response: ServerResponse, { status, type, body }: { status: number; type: string; body: string }): void {
  response.writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body) }).end(body);
}
