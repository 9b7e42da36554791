/** Conformance of the embedded S3 server: what everybody may do, by plain fetch: policy, ranges and CORS. */
import { GetObjectCommand, PutBucketPolicyCommand, PutObjectCommand, PutPublicAccessBlockCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createStorage } from '#lib/storage/storage';
import { BUCKET, startTestS3, type TestS3 } from '#tests/integration/storage/test-s3';

const CONTENT = Array.from({ length: 100 }, (_, index) => String.fromCharCode(33 + index % 90)).join('');
let s3: TestS3;
let publicObject: string;
let privateObject: string;

beforeAll(async () => {
  s3 = await startTestS3();
  await createStorage(s3.config(), async () => undefined).setupBucket();
  for (const Key of ['processed/v.mp4', 'uploads/v.mp4', 'processed-not/v.mp4']) {
    await s3.client().send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: CONTENT, ContentType: 'video/mp4', CacheControl: 'max-age=60', Metadata: { 'job-id': 'j' } }));
  }
  publicObject = `${s3.endpoint}/${BUCKET}/processed/v.mp4`;
  privateObject = `${s3.endpoint}/${BUCKET}/uploads/v.mp4`;
});
afterAll(() => s3.close());

const range = async (value: string) => {
  const answer = await fetch(publicObject, { headers: { range: value } });
  return { status: answer.status, contentRange: answer.headers.get('content-range'), text: await answer.text() };
};

describe('without a signature', () => {
  it('a result can be read, with its type, its metadata and no guessing of its type', async () => {
    const answer = await fetch(publicObject);
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'video/mp4', 'content-length': '100', 'cache-control': 'max-age=60', 'x-amz-meta-job-id': 'j',
      'accept-ranges': 'bytes', 'x-content-type-options': 'nosniff',
    });
    expect(await answer.text()).toBe(CONTENT);
    expect((await fetch(publicObject, { method: 'HEAD' })).headers.get('content-length')).toBe('100');
  });

  it('a result can be read in ranges: first, middle, open and last bytes', async () => {
    expect(await range('bytes=0-9')).toEqual({ status: 206, contentRange: 'bytes 0-9/100', text: CONTENT.slice(0, 10) });
    expect(await range('bytes=40-59')).toEqual({ status: 206, contentRange: 'bytes 40-59/100', text: CONTENT.slice(40, 60) });
    expect(await range('bytes=90-')).toEqual({ status: 206, contentRange: 'bytes 90-99/100', text: CONTENT.slice(90) });
    expect(await range('bytes=90-5000')).toEqual({ status: 206, contentRange: 'bytes 90-99/100', text: CONTENT.slice(90) });
    expect(await range('bytes=-7')).toEqual({ status: 206, contentRange: 'bytes 93-99/100', text: CONTENT.slice(93) });
    expect(await range('bytes=-700')).toEqual({ status: 206, contentRange: 'bytes 0-99/100', text: CONTENT });
  });

  it('a range behind the end is 416, and a malformed one is ignored', async () => {
    expect((await range('bytes=100-')).status).toBe(416);
    expect((await range('bytes=-0')).status).toBe(416);
    for (const malformed of ['bytes=9-2', 'bytes=-', 'bytes=a-b', 'bytes=0-1,4-5', 'lines=0-1']) expect((await range(malformed)).status).toBe(200);
  });

  it('an unchanged result is 304', async () => {
    const { headers } = await fetch(publicObject);
    expect((await fetch(publicObject, { headers: { 'if-none-match': headers.get('etag')! } })).status).toBe(304);
    expect((await fetch(publicObject, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    expect((await fetch(publicObject, { headers: { 'if-modified-since': headers.get('last-modified')! } })).status).toBe(304);
    expect((await fetch(publicObject, { headers: { 'if-modified-since': new Date(0).toUTCString() } })).status).toBe(200);
  });

  it('nothing outside processed/ can be read, not even by a name that begins alike or a path that leads back', async () => {
    const paths = ['uploads/v.mp4', 'processed-not/v.mp4', 'processed/../uploads/v.mp4', 'processed/%2e%2e/uploads/v.mp4', 'processed%2f..%2fuploads/v.mp4'];
    for (const path of paths) expect((await fetch(`${s3.endpoint}/${BUCKET}/${path}`)).status, path).toBe(403);
    expect((await fetch(privateObject, { method: 'HEAD' })).status).toBe(403);
  });

  it('nothing can be listed, written or deleted, and no setting read or changed', async () => {
    const bucket = `${s3.endpoint}/${BUCKET}`;
    for (const url of [`${s3.endpoint}/`, bucket, `${bucket}?list-type=2&prefix=processed/`, `${bucket}?policy`, `${bucket}?uploads`, `${publicObject}?uploadId=1`, `${publicObject}?acl`]) {
      const status = (await fetch(url)).status;
      expect([403, 501], url).toContain(status);
    }
    for (const url of [publicObject, `${bucket}?policy`, `${bucket}?publicAccessBlock`, `${s3.endpoint}/new-bucket`, `${publicObject}?partNumber=1&uploadId=1`]) {
      expect((await fetch(url, { method: 'PUT', body: 'x' })).status, url).toBe(403);
      expect([403, 501], url).toContain((await fetch(url, { method: 'DELETE' })).status);
    }
    expect((await fetch(`${publicObject}?uploads`, { method: 'POST' })).status).toBe(403);
    expect((await fetch(`${bucket}?delete`, { method: 'POST', body: '<Delete/>' })).status).toBe(403);
    expect(await (await fetch(publicObject)).text()).toBe(CONTENT);
  });

  it('a missing result is 403, as on AWS: only the owner may learn which keys there are', async () => {
    expect((await fetch(`${s3.endpoint}/${BUCKET}/processed/missing.mp4`)).status).toBe(403);
    await expect(s3.client().send(new GetObjectCommand({ Bucket: BUCKET, Key: 'processed/missing.mp4' }))).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('the answer cannot be made another type by the query', async () => {
    expect((await fetch(`${publicObject}?response-content-type=text/html`)).status).toBe(400);
  });
});

describe('CORS', () => {
  const preflight = (url: string, method: string, headers: string) =>
    fetch(url, { method: 'OPTIONS', headers: { origin: 'http://localhost:3000', 'access-control-request-method': method, 'access-control-request-headers': headers } });

  it('lets a page PUT an upload with its type, and play a result in ranges', async () => {
    const upload = await preflight(privateObject, 'PUT', 'content-type');
    expect(upload.status).toBe(200);
    expect(upload.headers.get('access-control-allow-origin')).toBe('*');
    expect(upload.headers.get('access-control-allow-methods')).toContain('PUT');
    expect(upload.headers.get('access-control-allow-headers')).toBe('content-type');
    expect((await preflight(publicObject, 'GET', 'range')).status).toBe(200);
    const played = await fetch(publicObject, { headers: { origin: 'http://localhost:3000', range: 'bytes=0-1' } });
    expect(played.headers.get('access-control-allow-origin')).toBe('*');
    expect(played.headers.get('access-control-expose-headers')).toContain('Content-Range');
  });

  it('refuses what no rule allows', async () => {
    expect((await preflight(privateObject, 'DELETE', '')).status).toBe(403);
    expect((await preflight(privateObject, 'PUT', 'x-amz-meta-other')).status).toBe(403);
  });
});

describe('the bucket owner', () => {
  it('can close the bucket again, whatever its policy says', async () => {
    const block = (RestrictPublicBuckets: boolean) =>
      s3.client().send(new PutPublicAccessBlockCommand({ Bucket: BUCKET, PublicAccessBlockConfiguration: { RestrictPublicBuckets } }));
    await block(true);
    expect((await fetch(publicObject)).status).toBe(403);
    await block(false);
    expect((await fetch(publicObject)).status).toBe(200);
  });

  it('is refused a policy that this server would not carry out', async () => {
    const put = (statement: object) => s3.client().send(new PutBucketPolicyCommand({ Bucket: BUCKET, Policy: JSON.stringify({ Statement: [statement] }) }));
    const allowed = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `arn:aws:s3:::${BUCKET}/processed/*` };
    for (const change of [{ Effect: 'Deny' }, { Action: 's3:PutObject' }, { Condition: {} }, { Principal: { AWS: 'arn:aws:iam::1:root' } }, { Resource: 'arn:aws:s3:::other/*' }, { Resource: `arn:aws:s3:::${BUCKET}/a*b` }]) {
      await expect(put({ ...allowed, ...change })).rejects.toMatchObject({ name: 'MalformedPolicy' });
    }
    await expect(put(allowed)).resolves.toBeDefined();
  });
});
