/**
 * Takes a request's body: the request in, a complete and verified file (or text) out, or nothing at all.
 * Verified are its length, the signed SHA-256, Content-MD5 and the x-amz-checksum-* of a header or a trailer.
 */
import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';

import { decodeChunkedBody } from '#lib/embedded/s3/chunked-body';
import { S3Error } from '#lib/embedded/s3/s3-error';
import { headerOf, type S3Request } from '#lib/embedded/s3/s3-request';

/** S3's own limit of one PUT. */
const OBJECT_BYTES_MAX = 5 * 1024 ** 3;
/** Room for 10,000 parts of a CompleteMultipartUpload, with a checksum each. */
const DOCUMENT_BYTES_MAX = 4 * 1024 * 1024;
const CHUNKED_PAYLOAD = 'STREAMING-UNSIGNED-PAYLOAD-TRAILER';
const CHECKSUM_PREFIX = 'x-amz-checksum-';

export interface ReceivedBody {
  readonly sizeBytes: number;
  readonly md5Hex: string;
  /** The checksum headers that were sent and are right, to be answered and kept. */
  readonly checksums: Readonly<Record<string, string>>;
}

/** A digest that takes bytes as they pass. */
interface Digest {
  update(data: Buffer): unknown;
  digest(encoding: 'hex' | 'base64'): string;
}

/** Writes the body to a new file at `path`. Throws BadDigest, IncompleteBody, EntityTooLarge and the like; the file is then gone. */
export async function receiveFile(request: S3Request, payloadHash: string, path: string): Promise<ReceivedBody> {
  const file = await open(path, 'wx');
  try {
    return await receive(request, { payloadHash, sizeBytesMax: OBJECT_BYTES_MAX }, () => file.createWriteStream({ flush: true }));
  } catch (error) {
    await file.close();
    await rm(path);
    throw error;
  }
}

/** The text of a small body, such as an XML document. Throws as `receiveFile` does. */
export async function receiveText(request: S3Request, payloadHash: string): Promise<string> {
  const chunks: Buffer[] = [];
  const write = (chunk: Buffer, _encoding: string, done: () => void): void => {
    chunks.push(chunk);
    done();
  };
  await receive(request, { payloadHash, sizeBytesMax: DOCUMENT_BYTES_MAX }, () => new Writable({ write }));
  return Buffer.concat(chunks).toString();
}

interface Expectation {
  readonly payloadHash: string;
  readonly sizeBytesMax: number;
}

async function receive(request: S3Request, { payloadHash, sizeBytesMax }: Expectation, openSink: () => Writable): Promise<ReceivedBody> {
  const isChunked = payloadHash === CHUNKED_PAYLOAD;
  if (!isChunked && !isSha256(payloadHash) && payloadHash !== 'UNSIGNED-PAYLOAD') {
    throw new S3Error('NotImplemented', 'x-amz-content-sha256 must be a SHA-256, UNSIGNED-PAYLOAD or STREAMING-UNSIGNED-PAYLOAD-TRAILER.');
  }
  const expectedBytes = readLength(request, isChunked);
  if (expectedBytes > sizeBytesMax) throw new S3Error('EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
  const digests = createDigests(request, payloadHash);
  const trailers = new Map<string, string>();
  let sizeBytes = 0;
  const body = request.openBody();
  await pipeline(
    isChunked ? decodeChunkedBody(body, trailers) : body,
    async function* measure(chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        sizeBytes += chunk.length;
        // Too much is read to its end and dropped, so that the connection lives to carry the refusal.
        if (sizeBytes > expectedBytes) continue;
        for (const digest of digests.values()) digest.update(chunk);
        yield chunk;
      }
    },
    openSink(),
  );
  if (sizeBytes !== expectedBytes) throw new S3Error('IncompleteBody', 'You did not provide the number of bytes specified by the length header');
  return checkDigests(request, { payloadHash, digests, trailers, sizeBytes });
}

function readLength(request: S3Request, isChunked: boolean): number {
  const text = headerOf(request, isChunked ? 'x-amz-decoded-content-length' : 'content-length');
  if (text === null || !/^\d+$/.test(text)) throw new S3Error('MissingContentLength', 'You must provide the Content-Length HTTP header.');
  return Number(text);
}

/** What to compute while the bytes pass: MD5, the signed SHA-256, and the checksums the request carries or announces as trailers. */
function createDigests(request: S3Request, payloadHash: string): Map<string, Digest> {
  const announced = (headerOf(request, 'x-amz-trailer') ?? '').split(',').map((name) => name.trim().toLowerCase());
  const inHeaders = Object.keys(request.headers).filter((name) => name.startsWith(CHECKSUM_PREFIX));
  const isOption = (name: string) => name.endsWith('-algorithm') || name.endsWith('-type') || name.endsWith('-mode');
  const names = [...inHeaders, ...announced.filter((name) => name.startsWith(CHECKSUM_PREFIX))].filter((name) => !isOption(name));
  return new Map<string, Digest>([
    ['md5', createHash('md5')],
    ...(isSha256(payloadHash) ? [['payload', createHash('sha256')] as const] : []),
    ...names.map((name): [string, Digest] => [name, createDigest(name)]),
  ]);
}

function createDigest(checksumName: string): Digest {
  const algorithm = checksumName.slice(CHECKSUM_PREFIX.length);
  if (algorithm === 'crc32') return new Crc32();
  if (algorithm === 'sha1' || algorithm === 'sha256') return createHash(algorithm);
  throw new S3Error('NotImplemented', `Checksums of the kind ${algorithm} are not supported; use CRC32, SHA1 or SHA256.`);
}

interface Received {
  payloadHash: string;
  digests: Map<string, Digest>;
  trailers: Map<string, string>;
  sizeBytes: number;
}

function checkDigests(request: S3Request, { payloadHash, digests, trailers, sizeBytes }: Received): ReceivedBody {
  const md5 = Buffer.from(digests.get('md5')?.digest('hex') ?? '', 'hex');
  if (isSha256(payloadHash) && payloadHash !== digests.get('payload')?.digest('hex')) {
    throw new S3Error('XAmzContentSHA256Mismatch', "The provided 'x-amz-content-sha256' header does not match what was computed.");
  }
  const contentMd5 = headerOf(request, 'content-md5');
  if (contentMd5 !== null && contentMd5 !== md5.toString('base64')) throw badDigest('Content-MD5');
  const checksums: Record<string, string> = {};
  for (const [name, digest] of digests) {
    if (!name.startsWith(CHECKSUM_PREFIX)) continue;
    const computed = digest.digest('base64');
    if (computed !== (headerOf(request, name) ?? trailers.get(name))) throw badDigest(name);
    checksums[name] = computed;
  }
  return { sizeBytes, md5Hex: md5.toString('hex'), checksums };
}

/** The other values S3 knows are names in capitals, which say that the bytes are not signed. */
function isSha256(payloadHash: string): boolean {
  return /^[0-9a-f]{64}$/.test(payloadHash);
}

function badDigest(name: string): S3Error {
  return new S3Error('BadDigest', `The ${name} you specified did not match the calculated checksum.`);
}

/** Node's CRC-32 in the form of its hashes: four bytes, big-endian. */
class Crc32 implements Digest {
  #value = 0;

  update(data: Buffer): void {
    this.#value = crc32(data, this.#value);
  }

  digest(encoding: 'hex' | 'base64'): string {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(this.#value);
    return bytes.toString(encoding);
  }
}
