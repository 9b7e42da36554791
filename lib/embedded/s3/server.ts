/**
 * The embedded S3 server: a folder and one pair of credentials in, a path-style S3 endpoint on 127.0.0.1 out.
 * It speaks what the AWS SDK speaks, checks every signature, and keeps all private but what a bucket's policy opens.
 */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { BucketStore } from '#lib/embedded/s3/bucket-store';
import { corsHeaders } from '#lib/embedded/s3/cors';
import { sendEmpty, sendError } from '#lib/embedded/s3/exchange';
import { allowsPublicRead } from '#lib/embedded/s3/policy';
import { findOperation, isObjectRead } from '#lib/embedded/s3/router';
import { S3Error, toS3Error } from '#lib/embedded/s3/s3-error';
import { headerOf, parseS3Request, type S3Request } from '#lib/embedded/s3/s3-request';
import { sweepBucket } from '#lib/embedded/s3/sweep-lifecycle';
import { authenticate, type Credentials } from '#lib/embedded/s3/verify-signature';
import { log } from '#lib/log';

const SWEEP_INTERVAL_MS = 3600 * 1000;
/** Longer than clients keep idle connections, so that it is never the server that closes one just as it is used again. */
const KEEP_ALIVE_MS = 65_000;

export interface EmbeddedS3Options extends Credentials {
  /** 0 takes any free port. */
  readonly port: number;
  /** Made when it does not exist; belongs to one running server at a time. */
  readonly directory: string;
}

export interface EmbeddedS3 {
  readonly port: number;
  /** "http://127.0.0.1:PORT" */
  readonly endpoint: string;
  /** Deletes what the buckets' lifecycle rules call expired at `now`; happens by itself at the start and every hour. */
  sweep(now: Date): Promise<void>;
  close(): Promise<void>;
}

/** Rejects when the port is taken (EADDRINUSE). */
export async function startEmbeddedS3({ port, directory, ...credentials }: EmbeddedS3Options): Promise<EmbeddedS3> {
  const buckets = await BucketStore.open(directory);
  const answering = new Set<Promise<void>>();
  const answer = (message: IncomingMessage, response: ServerResponse, sendContinue: () => void): void => {
    const answered = handle(message, response, { buckets, credentials, sendContinue }).finally(() => answering.delete(answered));
    answering.add(answered);
  };
  // An upload may take as long as it takes.
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: KEEP_ALIVE_MS });
  server.on('request', (message, response) => answer(message, response, () => undefined));
  server.on('checkContinue', (message, response) => {
    // Refused without "100 Continue", a client may or may not send the body: the connection cannot be used again.
    response.shouldKeepAlive = false;
    answer(message, response, () => {
      response.shouldKeepAlive = true;
      response.writeContinue();
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');

  const sweep = async (now: Date): Promise<void> => {
    for (const bucket of buckets.list()) await sweepBucket(bucket, now);
  };
  const sweepNow = (): void => void sweep(new Date()).catch((error: unknown) => log.error({ err: error }, 'lifecycle sweep failed'));
  sweepNow();
  const sweeping = setInterval(sweepNow, SWEEP_INTERVAL_MS).unref();
  const address = server.address() as AddressInfo;
  return {
    port: address.port,
    endpoint: `http://127.0.0.1:${address.port}`,
    sweep,
    close: async () => {
      clearInterval(sweeping);
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await Promise.all([closed, ...answering]);
    },
  };
}

interface Context {
  readonly buckets: BucketStore;
  readonly credentials: Credentials;
  readonly sendContinue: () => void;
}

/** Never rejects: whatever goes wrong is answered, or ends the connection when an answer has begun. */
async function handle(message: IncomingMessage, response: ServerResponse, context: Context): Promise<void> {
  response.setHeader('x-amz-request-id', randomBytes(8).toString('hex').toUpperCase());
  try {
    await answerRequest(parseS3Request(message, context.sendContinue), response, context);
  } catch (error) {
    if (message.destroyed && !message.complete) return;
    const known = toS3Error(error);
    if (known.code === 'InternalError' && !response.destroyed) log.error({ err: error }, 'embedded S3 request failed');
    if (response.headersSent) response.destroy();
    else sendError(response, known, (message.url ?? '').replace(/\?.*/s, ''));
  }
}

async function answerRequest(request: S3Request, response: ServerResponse, { buckets, credentials }: Context): Promise<void> {
  const bucket = request.bucket === null ? null : buckets.find(request.bucket);
  const allowed = corsHeaders(bucket?.settings.corsRules ?? null, request);
  if (allowed !== null) response.setHeaders(new Map(Object.entries(allowed)));
  if (request.method === 'OPTIONS' && headerOf(request, 'access-control-request-method') !== null) {
    if (allowed === null) throw new S3Error('AccessForbidden', 'CORSResponse: This CORS request is not allowed.');
    return sendEmpty(response, 200);
  }
  const sender = await authenticate(request, credentials, new Date());
  const operation = findOperation(request);
  if (sender.kind === 'anonymous' && !(isObjectRead(operation) && isPublic(request, buckets))) throw new S3Error('AccessDenied', 'Access Denied');
  await operation({ request, response, sender, buckets, credentials });
}

/** A public key that does not exist is not public either: only the owner may learn which keys there are. */
function isPublic(request: S3Request, buckets: BucketStore): boolean {
  const { name, settings, objects } = buckets.get(request.bucket);
  return request.key !== null &&
    settings.publicAccessBlock.RestrictPublicBuckets !== 'true' &&
    allowsPublicRead(settings.policy, name, request.key) &&
    objects.find(request.key) !== null;
}
