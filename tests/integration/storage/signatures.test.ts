/** Conformance of the embedded S3 server: whose requests are refused, signed by header and by presigned URL. */
import { CreateBucketCommand, GetObjectCommand, HeadObjectCommand, ListObjectsV2Command, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createStorage } from '#lib/storage/storage';
import { ACCESS_KEY_ID, BUCKET, SECRET_ACCESS_KEY, startTestS3, type TestS3 } from '#tests/integration/storage/test-s3';

let s3: TestS3;

beforeAll(async () => {
  s3 = await startTestS3();
  await createStorage(s3.config(), async () => undefined).setupBucket();
  await s3.client().send(new PutObjectCommand({ Bucket: BUCKET, Key: 'private/a.txt', Body: 'secret text' }));
});
afterAll(() => s3.close());

const get = (key = 'private/a.txt') => new GetObjectCommand({ Bucket: BUCKET, Key: key });
const put = (key: string) => new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: 'x' });
const statusOf = async (url: string, init?: RequestInit) => (await fetch(url, init)).status;
const presignPut = (sizeBytes = 5) =>
  createStorage(s3.config(), async () => undefined).presignUpload({ key: 'uploads/p.mp4', contentType: 'video/mp4', sizeBytes, expiresSeconds: 60 });

describe('a signed request', () => {
  it('is accepted with the right credentials', async () => {
    const answer = await s3.client().send(get());
    expect(await answer.Body?.transformToString()).toBe('secret text');
  });

  it('is refused with a wrong secret, to read, to write and to list', async () => {
    const client = s3.client({ credentials: { accessKeyId: ACCESS_KEY_ID, secretAccessKey: 'wrong' } });
    await expect(client.send(get())).rejects.toMatchObject({ name: 'SignatureDoesNotMatch', $metadata: { httpStatusCode: 403 } });
    await expect(client.send(put('private/b.txt'))).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
    await expect(client.send(new ListObjectsV2Command({ Bucket: BUCKET }))).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
    await expect(s3.client().send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'private/b.txt' }))).rejects.toMatchObject({ name: 'NotFound' });
  });

  it('is refused with an unknown key id', async () => {
    const client = s3.client({ credentials: { accessKeyId: 'somebody', secretAccessKey: SECRET_ACCESS_KEY } });
    await expect(client.send(get())).rejects.toMatchObject({ name: 'InvalidAccessKeyId' });
  });

  it('is refused for another region', async () => {
    await expect(s3.client({ region: 'eu-central-1' }).send(get())).rejects.toMatchObject({ name: 'AuthorizationHeaderMalformed' });
  });

  it('is refused when it was signed more than 15 minutes ago or ahead', async () => {
    for (const minutes of [-16, 16]) {
      await expect(s3.client({ systemClockOffset: minutes * 60_000 }).send(get())).rejects.toMatchObject({ name: 'RequestTimeTooSkewed' });
    }
    await expect(s3.client({ systemClockOffset: -14 * 60_000 }).send(get())).resolves.toBeDefined();
  });

  it('is refused when its body is not the one that was signed', async () => {
    const client = s3.client();
    client.middlewareStack.add((next) => (args) => {
      (args.request as { body: unknown }).body = 'y';
      return next(args);
    }, { step: 'finalizeRequest', priority: 'low' });
    await expect(client.send(put('private/changed.txt'))).rejects.toMatchObject({ name: 'XAmzContentSHA256Mismatch' });
  });

  it('is refused when a header of S3 is added that was not signed', async () => {
    const client = s3.client();
    client.middlewareStack.add((next) => (args) => {
      (args.request as { headers: Record<string, string> }).headers['x-amz-meta-added'] = 'later';
      return next(args);
    }, { step: 'finalizeRequest', priority: 'low' });
    await expect(client.send(put('private/added.txt'))).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('is refused with an ACL, as by new buckets of AWS', async () => {
    const command = new PutObjectCommand({ Bucket: BUCKET, Key: 'processed/acl.txt', Body: 'x', ACL: 'public-read' });
    await expect(s3.client().send(command)).rejects.toMatchObject({ name: 'AccessControlListNotSupported' });
  });

  it('cannot make a bucket in another region', async () => {
    const command = new CreateBucketCommand({ Bucket: 'elsewhere', CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' } });
    await expect(s3.client().send(command)).rejects.toMatchObject({ name: 'IllegalLocationConstraintException' });
  });
});

describe('a presigned URL', () => {
  it('reads a private object until it expires', async () => {
    const url = await getSignedUrl(s3.client(), get(), { expiresIn: 60 });
    expect(await (await fetch(url)).text()).toBe('secret text');
    const expired = await getSignedUrl(s3.client(), get(), { expiresIn: 60, signingDate: new Date(Date.now() - 61_000) });
    const answer = await fetch(expired);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain('Request has expired');
  });

  it('is refused when anything of it is changed', async () => {
    const url = new URL(await getSignedUrl(s3.client(), get(), { expiresIn: 60 }));
    const changed = (change: (copy: URL) => void): string => {
      const copy = new URL(url);
      change(copy);
      return copy.href;
    };
    expect(await statusOf(url.href)).toBe(200);
    expect(await statusOf(changed((copy) => copy.searchParams.set('X-Amz-Expires', '600')))).toBe(403);
    expect(await statusOf(changed((copy) => { copy.pathname = `/${BUCKET}/private/b.txt`; }))).toBe(403);
    expect(await statusOf(changed((copy) => copy.searchParams.set('response-content-type', 'text/html')))).toBe(403);
    expect(await statusOf(changed((copy) => copy.searchParams.delete('X-Amz-Signature')))).toBe(403);
    expect(await statusOf(url.href, { method: 'DELETE' })).toBe(403);
  });

  it('keeps a download name that was signed into it', async () => {
    const command = new GetObjectCommand({ Bucket: BUCKET, Key: 'private/a.txt', ResponseContentDisposition: 'attachment; filename="my video.txt"' });
    const answer = await fetch(await getSignedUrl(s3.client(), command));
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="my video.txt"');
  });

  it('for an upload takes a plain PUT of exactly the signed type and size', async () => {
    const url = await presignPut();
    expect(await statusOf(url, { method: 'PUT', body: 'video', headers: { 'content-type': 'video/mp4' } })).toBe(200);
    const stored = await s3.client().send(get('uploads/p.mp4'));
    expect(stored.ContentType).toBe('video/mp4');
    expect(await stored.Body?.transformToString()).toBe('video');
  });

  it('for an upload refuses another type, another size and another key', async () => {
    const url = await presignPut();
    expect(await statusOf(url, { method: 'PUT', body: 'video', headers: { 'content-type': 'text/html' } })).toBe(403);
    expect(await statusOf(url, { method: 'PUT', body: 'longer than signed', headers: { 'content-type': 'video/mp4' } })).toBe(403);
    expect(await statusOf(url.replace('p.mp4', 'q.mp4'), { method: 'PUT', body: 'video', headers: { 'content-type': 'video/mp4' } })).toBe(403);
    await expect(createStorage(s3.config(), async () => undefined).presignUpload({ key: 'processed/x.mp4', contentType: 'video/mp4', sizeBytes: 1, expiresSeconds: 60 })).rejects.toThrow(RangeError);
  });
});
