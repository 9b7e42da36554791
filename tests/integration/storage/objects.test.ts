/** Conformance of the embedded S3 server, by the AWS SDK and by raw bytes: objects, hostile keys, listings and bodies. */
import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

import {
  CreateBucketCommand, DeleteObjectCommand, DeleteObjectsCommand, GetObjectCommand, HeadBucketCommand, HeadObjectCommand, ListBucketsCommand,
  ListObjectsV2Command, PutObjectCommand, type S3Client,
} from '@aws-sdk/client-s3';
import { SignatureV4 } from '@smithy/signature-v4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { BUCKET, startTestS3, type TestS3 } from '#tests/integration/storage/test-s3';

let s3: TestS3;
let client: S3Client;

beforeAll(async () => {
  s3 = await startTestS3();
  client = s3.client();
  await client.send(new CreateBucketCommand({ Bucket: BUCKET, CreateBucketConfiguration: { LocationConstraint: 'us-west-2' } }));
});
afterAll(() => s3.close());

const put = (Key: string, Body: string | Readable = Key, more = {}) => client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body, ...more }));
const read = async (Key: string) => (await client.send(new GetObjectCommand({ Bucket: BUCKET, Key }))).Body?.transformToString();
const list = (more = {}) => client.send(new ListObjectsV2Command({ Bucket: BUCKET, ...more }));

describe('an object', () => {
  it('comes back as it was put, with its type, headers and metadata', async () => {
    const sent = await put('plain.txt', 'hello', { ContentType: 'text/plain', CacheControl: 'no-store', ContentDisposition: 'inline', Metadata: { 'job-id': '1' } });
    expect(sent.ETag).toBe(`"${createHash('md5').update('hello').digest('hex')}"`);
    const got = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'plain.txt' }));
    expect(await got.Body?.transformToString()).toBe('hello');
    expect(got).toMatchObject({ ETag: sent.ETag, ContentType: 'text/plain', CacheControl: 'no-store', ContentDisposition: 'inline', ContentLength: 5, Metadata: { 'job-id': '1' } });
    expect(got.ChecksumCRC32).toBe(sent.ChecksumCRC32);
    expect(Math.abs(got.LastModified!.getTime() - Date.now())).toBeLessThan(60_000);
  });

  it('can be streamed in chunks with a checksum behind them', async () => {
    const content = 'chunk '.repeat(100_000);
    const sent = await put('streamed.txt', Readable.from(Buffer.from(content)), { ContentLength: content.length });
    expect(sent.ChecksumCRC32).toBeDefined();
    expect(await read('streamed.txt')).toBe(content);
    expect((await client.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'streamed.txt' }))).ContentEncoding).toBeUndefined();
  });

  it('can be empty', async () => {
    await put('empty', '', { ContentLength: 0 });
    expect(await read('empty')).toBe('');
  });

  it('is replaced whole, and its old bytes are gone from the disk', async () => {
    await put('replaced', 'one');
    const before = (await s3.files()).length;
    await put('replaced', 'two');
    expect(await read('replaced')).toBe('two');
    expect((await s3.files()).length).toBe(before);
  });

  it('is gone after a delete, and deleting it again is no error', async () => {
    await put('deleted');
    for (let time = 0; time < 2; time += 1) await client.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: 'deleted' }));
    await expect(read('deleted')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('is not stored when a checksum is wrong', async () => {
    await expect(put('bad', 'x', { ChecksumCRC32: 'AAAAAA==' })).rejects.toMatchObject({ name: 'BadDigest' });
    await expect(put('bad', 'x', { ContentMD5: Buffer.alloc(16).toString('base64') })).rejects.toMatchObject({ name: 'BadDigest' });
    await expect(read('bad')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('survives a restart, with its metadata', async () => {
    await put('kept', 'kept bytes', { Metadata: { a: 'b' } });
    await s3.reopen();
    const got = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'kept' }));
    expect(await got.Body?.transformToString()).toBe('kept bytes');
    expect(got.Metadata).toEqual({ a: 'b' });
  });
});

describe('a hostile key', () => {
  const KEYS = [
    '../escaped', '../../../../tmp/escaped', 'a/../b', '/absolute', 'a//b', './dot', 'dir/', ' spaces ', 'per%2ecent', '%2e%2e/x', 'plus+and=&?#', 'quote"\'<>&amp;',
    'ümläut-日本-😀', 'back\\slash', 'new\nline', 'nul\0byte', 'con.json', '__proto__', 'x'.repeat(1024),
  ];

  it('is kept apart from every other, comes back unchanged, and never leaves the folder', async () => {
    for (const key of KEYS) await put(key, `content of ${key}`);
    for (const key of KEYS) expect(await read(key), JSON.stringify(key)).toBe(`content of ${key}`);
    expect((await s3.files()).every((name) => /^[0-9a-f]{64}\.|^bucket\.json$/.test(name))).toBe(true);
    const listed = await list();
    expect(listed.Contents?.map(({ Key }) => Key)).toEqual(expect.arrayContaining(KEYS.filter((key) => !/[\n\0]/.test(key))));
  });

  it('can be deleted with others in one request', async () => {
    const wanted = KEYS.filter((key) => !key.includes('\0'));
    await client.send(new DeleteObjectsCommand({ Bucket: BUCKET, Delete: { Objects: wanted.map((Key) => ({ Key })) } }));
    for (const key of wanted) await expect(read(key), JSON.stringify(key)).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('longer than 1024 bytes is refused, and so is a bucket name that is a path', async () => {
    await expect(put('ü'.repeat(513))).rejects.toMatchObject({ name: 'KeyTooLongError' });
    for (const url of ['..', '.', 'a%2f..', '%2e%2e%2f%2e%2e']) {
      expect((await fetch(`${s3.endpoint}/${url}/x`)).status).toBeGreaterThanOrEqual(400);
    }
  });
});

describe('a listing', () => {
  it('goes in pages, in the order of the bytes, and folds at the delimiter', async () => {
    for (const key of ['list/b/1', 'list/a', 'list/b/2', 'list/c', 'list/\u{10000}', 'list/\uFFFD']) await put(key);
    const all: string[] = [];
    let token: string | undefined;
    do {
      const page = await list({ Prefix: 'list/', MaxKeys: 2, ContinuationToken: token });
      expect(page.KeyCount).toBeLessThanOrEqual(2);
      all.push(...(page.Contents ?? []).map(({ Key }) => Key!));
      token = page.NextContinuationToken;
    } while (token !== undefined);
    expect(all).toEqual(['list/a', 'list/b/1', 'list/b/2', 'list/c', 'list/\uFFFD', 'list/\u{10000}']);

    const folded = await list({ Prefix: 'list/', Delimiter: '/', MaxKeys: 2 });
    expect(folded.Contents?.map(({ Key }) => Key)).toEqual(['list/a']);
    expect(folded.CommonPrefixes).toEqual([{ Prefix: 'list/b/' }]);
    const rest = await list({ Prefix: 'list/', Delimiter: '/', ContinuationToken: folded.NextContinuationToken });
    expect(rest.Contents?.map(({ Key }) => Key)).toEqual(['list/c', 'list/\uFFFD', 'list/\u{10000}']);
    expect((await list({ Prefix: 'nothing/' })).KeyCount).toBe(0);
  });

  it('names the buckets, and a bucket that is not there is 404', async () => {
    expect((await client.send(new ListBucketsCommand({}))).Buckets?.map(({ Name }) => Name)).toEqual([BUCKET]);
    await expect(client.send(new HeadBucketCommand({ Bucket: 'missing' }))).rejects.toMatchObject({ $metadata: { httpStatusCode: 404 } });
    await expect(client.send(new PutObjectCommand({ Bucket: 'missing', Key: 'x', Body: 'x' }))).rejects.toMatchObject({ name: 'NoSuchBucket' });
  });
});

/** A signed PUT whose body is written by the test itself, byte for byte. Resolves with the answer, '' when there is none. */
async function sendRaw(key: string, { headers, body, isCut = false }: { headers: Record<string, string>; body: string; isCut?: boolean }): Promise<string> {
  const url = new URL(`/${BUCKET}/${key}`, s3.endpoint);
  const credentials = { accessKeyId: s3.config().accessKeyId, secretAccessKey: s3.config().secretAccessKey };
  const signer = new SignatureV4({ credentials, region: s3.config().region, service: 's3', sha256: (client.config as unknown as { sha256: never }).sha256, uriEscapePath: false });
  const signed = await signer.sign({
    method: 'PUT', protocol: 'http:', hostname: url.hostname, path: url.pathname, query: {},
    headers: { host: url.host, 'content-length': String(Buffer.byteLength(body) + (isCut ? 1 : 0)), ...headers },
  });
  const socket = connect(Number(url.port), url.hostname);
  const head = Object.entries({ ...signed.headers, connection: 'close' }).map(([name, value]) => `${name}: ${value}\r\n`).join('');
  socket.write(`PUT ${url.pathname} HTTP/1.1\r\n${head}\r\n${body}`);
  if (isCut) setTimeout(() => socket.destroy(), 100);
  return text(socket).catch(() => '');
}

describe('a body', () => {
  const chunked = (body: string, decodedLength: number, trailer = 'x-amz-checksum-crc32') => ({
    headers: { 'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER', 'x-amz-decoded-content-length': String(decodedLength), 'x-amz-trailer': trailer },
    body,
  });
  const isStored = async (key: string) => (await list({ Prefix: key })).KeyCount === 1;

  it('in chunks is put together, whatever their sizes', async () => {
    const answer = await sendRaw('raw/chunks', chunked('1\r\nh\r\n4;ext=1\r\nello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n', 5));
    expect(answer).toMatch(/^HTTP\/1.1 200/);
    expect(await read('raw/chunks')).toBe('hello');
  });

  it('in chunks is refused when its checksum, its length or its form is wrong, or its checksum is missing', async () => {
    const cases: Array<[string, number, string]> = [
      ['5\r\nhello\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n', 5, 'BadDigest'],
      ['5\r\nhello\r\n0\r\n\r\n', 5, 'BadDigest'],
      ['5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n', 6, 'IncompleteBody'],
      ['5\r\nhello\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n', 4, 'IncompleteBody'],
      ['5\r\nhello', 5, 'IncompleteBody'],
      ['zz\r\nhello\r\n0\r\n\r\n', 5, 'IncompleteBody'],
      ['4\r\nhello\r\n0\r\n\r\n', 5, 'IncompleteBody'],
      [`${'5'.repeat(5000)}\r\n`, 5, 'IncompleteBody'],
    ];
    for (const [body, length, code] of cases) expect(await sendRaw('raw/refused', chunked(body, length)), body.slice(0, 60)).toContain(`<Code>${code}</Code>`);
    expect(await isStored('raw/refused')).toBe(false);
  });

  it('may be unsigned, and a form of signing that is not supported is refused', async () => {
    expect(await sendRaw('raw/unsigned', { headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }, body: 'free' })).toMatch(/^HTTP\/1.1 200/);
    expect(await read('raw/unsigned')).toBe('free');
    expect(await sendRaw('raw/x', { headers: { 'x-amz-content-sha256': 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD' }, body: '' })).toContain('NotImplemented');
    expect(await sendRaw('raw/x', { headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD', 'content-length': String(6 * 1024 ** 3) }, body: '' })).toContain('EntityTooLarge');
  });

  it('that is cut off leaves nothing behind', async () => {
    const before = await s3.files();
    expect(await sendRaw('raw/cut', { headers: { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' }, body: 'half', isCut: true })).toBe('');
    await expect.poll(async () => (await s3.files()).sort()).toEqual(before.sort());
    expect(await isStored('raw/cut')).toBe(false);
  });
});
