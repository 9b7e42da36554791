/**
 * Signature Version 4 as the server sees it: a request and the credentials in, who sent it out.
 * The signature is computed again by the library that SDKs sign with, in the header's form and in the presigned URL's,
 * and compared in constant time. https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html
 */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

import { SignatureV4 } from '@smithy/signature-v4';

import { S3Error } from '#lib/embedded/s3/s3-error';
import { headerOf, type S3Request } from '#lib/embedded/s3/s3-request';

const ALGORITHM = 'AWS4-HMAC-SHA256';
const SKEW_MS_MAX = 15 * 60 * 1000;
const PRESIGNED_SECONDS_MAX = 7 * 24 * 3600;
const UNSIGNED_PAYLOAD = 'UNSIGNED-PAYLOAD';

export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly region: string;
}

/** The owner holds the credentials; an anonymous sender has what a bucket's policy gives to everyone. */
export type Sender = { kind: 'owner'; payloadHash: string } | { kind: 'anonymous' };

/** What a signed request says of its own signature. */
interface Claim {
  readonly credential: string;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
  readonly longDate: string;
  readonly payloadHash: string;
}

/** Throws AccessDenied, SignatureDoesNotMatch, InvalidAccessKeyId and the like for every signature that is not right. */
export async function authenticate(request: S3Request, credentials: Credentials, now: Date): Promise<Sender> {
  const authorization = headerOf(request, 'authorization');
  const isPresigned = request.query.has('X-Amz-Algorithm') || request.query.has('X-Amz-Signature');
  if (authorization === null && !isPresigned) return { kind: 'anonymous' };
  if (authorization !== null && isPresigned) throw new S3Error('InvalidArgument', 'Only one auth mechanism allowed.');
  const claim = authorization === null ? readPresignedClaim(request) : readHeaderClaim(request, authorization);
  const signedAt = parseLongDate(claim.longDate);
  if (authorization === null) checkPresignedTime(request, signedAt, now);
  else if (Math.abs(now.getTime() - signedAt.getTime()) > SKEW_MS_MAX) {
    throw new S3Error('RequestTimeTooSkewed', 'The difference between the request time and the current time is too large.');
  }
  checkSignedHeaders(request, claim);
  await checkSignature(request, { claim, credentials, signedAt });
  return { kind: 'owner', payloadHash: claim.payloadHash };
}

function readHeaderClaim(request: S3Request, authorization: string): Claim {
  const [, algorithm, fieldText] = /^(\S+)\s+(.*)$/.exec(authorization) ?? [];
  if (algorithm !== ALGORITHM) throw new S3Error('InvalidRequest', `Please use ${ALGORITHM}.`);
  const fields = new Map((fieldText ?? '').split(',').map((field): [string, string] => {
    const [name = '', value = ''] = field.trim().split(/=(.*)/s);
    return [name, value];
  }));
  const payloadHash = headerOf(request, 'x-amz-content-sha256');
  if (payloadHash === null) throw new S3Error('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
  return {
    credential: fields.get('Credential') ?? '',
    signedHeaders: splitHeaders(fields.get('SignedHeaders')),
    signature: fields.get('Signature') ?? '',
    longDate: headerOf(request, 'x-amz-date') ?? '',
    payloadHash,
  };
}

function readPresignedClaim(request: S3Request): Claim {
  const { query } = request;
  if (query.get('X-Amz-Algorithm') !== ALGORITHM) {
    throw new S3Error('AuthorizationQueryParametersError', `X-Amz-Algorithm only supports "${ALGORITHM}"`);
  }
  return {
    credential: query.get('X-Amz-Credential') ?? '',
    signedHeaders: splitHeaders(query.get('X-Amz-SignedHeaders')),
    signature: query.get('X-Amz-Signature') ?? '',
    longDate: query.get('X-Amz-Date') ?? '',
    payloadHash: query.get('X-Amz-Content-Sha256') ?? UNSIGNED_PAYLOAD,
  };
}

function splitHeaders(text: string | undefined): string[] {
  return (text ?? '').split(';').filter(Boolean);
}

function checkPresignedTime(request: S3Request, signedAt: Date, now: Date): void {
  const expiresSeconds = Number(request.query.get('X-Amz-Expires') ?? Number.NaN);
  if (!Number.isInteger(expiresSeconds) || expiresSeconds < 1 || expiresSeconds > PRESIGNED_SECONDS_MAX) {
    throw new S3Error('AuthorizationQueryParametersError', `X-Amz-Expires must be between 1 and ${PRESIGNED_SECONDS_MAX} seconds`);
  }
  if (signedAt.getTime() > now.getTime() + SKEW_MS_MAX) throw new S3Error('AccessDenied', 'Request is not valid yet');
  if (now.getTime() > signedAt.getTime() + expiresSeconds * 1000) throw new S3Error('AccessDenied', 'Request has expired');
}

/** A header that changes what a request means must be under the signature: the host, and all of x-amz-*. */
function checkSignedHeaders(request: S3Request, claim: Claim): void {
  const mustBeSigned = Object.keys(request.headers).filter((name) => name.startsWith('x-amz-'));
  for (const name of ['host', ...mustBeSigned]) {
    if (!claim.signedHeaders.includes(name)) throw new S3Error('AccessDenied', `There were headers present in the request which were not signed: ${name}`);
  }
}

async function checkSignature(
  request: S3Request,
  { claim, credentials, signedAt }: { claim: Claim; credentials: Credentials; signedAt: Date },
): Promise<void> {
  const scope = `${claim.longDate.slice(0, 8)}/${credentials.region}/s3/aws4_request`;
  const [accessKeyId, ...claimedScope] = claim.credential.split('/');
  if (accessKeyId !== credentials.accessKeyId) {
    throw new S3Error('InvalidAccessKeyId', 'The AWS Access Key Id you provided does not exist in our records.');
  }
  if (claimedScope.join('/') !== scope) {
    throw new S3Error('AuthorizationHeaderMalformed', `The credential scope is wrong; expecting the region '${credentials.region}', service 's3' and the request's own date.`);
  }
  const expected = Buffer.from(await new RequestSigner(credentials).compute(request, claim, { scope, signedAt }));
  const given = Buffer.from(claim.signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) {
    throw new S3Error('SignatureDoesNotMatch', 'The request signature we calculated does not match the signature you provided. Check your key and signing method.');
  }
}

/** Opens the library's steps to a request that is already signed: its own choice of headers, its own date. */
class RequestSigner extends SignatureV4 {
  constructor({ accessKeyId, secretAccessKey, region }: Credentials) {
    super({ credentials: { accessKeyId, secretAccessKey }, region, service: 's3', sha256: Sha256, uriEscapePath: false, applyChecksum: false });
  }

  async compute(request: S3Request, claim: Claim, { scope, signedAt }: { scope: string; signedAt: Date }): Promise<string> {
    const headers = Object.fromEntries(claim.signedHeaders.map((name) => [name, canonicalHeader(request, name)]));
    const canonicalRequest = this.createCanonicalRequest(
      { method: request.method, path: request.rawPath, query: Object.fromEntries(request.query), headers, protocol: 'http:', hostname: '' },
      headers,
      claim.payloadHash,
    );
    return this.sign(await this.createStringToSign(claim.longDate, scope, canonicalRequest, ALGORITHM), { signingDate: signedAt });
  }
}

function canonicalHeader(request: S3Request, name: string): string {
  return (headerOf(request, name) ?? '').trim().replace(/[ \t]+/g, ' ');
}

/** "20261122T101500Z" as a date. */
function parseLongDate(text: string): Date {
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  const date = new Date(iso);
  if (iso === text || Number.isNaN(date.getTime())) throw new S3Error('AccessDenied', 'The request is signed without a valid date (X-Amz-Date).');
  return date;
}

/** SHA-256, or its HMAC when made with a secret, in the form the signing library wants. */
class Sha256 {
  readonly #hash;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash('sha256') : createHmac('sha256', toBytes(secret));
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(toBytes(data));
  }

  digest(): Promise<Uint8Array> {
    return Promise.resolve(new Uint8Array(this.#hash.digest()));
  }
}

function toBytes(data: string | ArrayBuffer | ArrayBufferView): Buffer {
  if (typeof data === 'string') return Buffer.from(data);
  return ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.from(data);
}
