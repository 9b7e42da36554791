/** Conformance of the embedded S3 server, by the AWS SDK: multipart uploads and lifecycle. */
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  AbortMultipartUploadCommand, CompleteMultipartUploadCommand, CreateBucketCommand, CreateMultipartUploadCommand, GetObjectCommand, HeadObjectCommand,
  ListMultipartUploadsCommand, ListPartsCommand, PutBucketLifecycleConfigurationCommand, PutObjectCommand, UploadPartCommand, type S3Client,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { BUCKET, startTestS3, type TestS3 } from '#tests/integration/storage/test-s3';

const PART_BYTES = 5 * 1024 * 1024;
let s3: TestS3;
let client: S3Client;
let directory: string;

beforeAll(async () => {
  s3 = await startTestS3();
  client = s3.client();
  directory = await mkdtemp(join(tmpdir(), 'videogen-multipart-'));
  await client.send(new CreateBucketCommand({ Bucket: BUCKET, CreateBucketConfiguration: { LocationConstraint: 'us-west-2' } }));
});
afterAll(async () => {
  await s3.close();
  await rm(directory, { recursive: true, force: true });
});

const begin = async (Key: string) => {
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket: BUCKET, Key, ContentType: 'video/mp4', Metadata: { a: 'b' } }));
  return { Bucket: BUCKET, Key, UploadId };
};
const uploadsUnderWay = async () => (await client.send(new ListMultipartUploadsCommand({ Bucket: BUCKET }))).Uploads ?? [];
const exists = (Key: string) => client.send(new HeadObjectCommand({ Bucket: BUCKET, Key })).then(() => true, () => false);

describe('a multipart upload', () => {
  it('of 60 MB through lib-storage comes back byte for byte', async () => {
    const content = randomBytes(60 * 1024 * 1024);
    const path = join(directory, 'large.bin');
    await writeFile(path, content);
    const upload = new Upload({ client, params: { Bucket: BUCKET, Key: 'large', Body: createReadStream(path), ContentType: 'video/mp4', Metadata: { a: 'b' } } });
    const done = await upload.done();
    const partMd5s = Array.from({ length: 12 }, (_, index) => createHash('md5').update(content.subarray(index * PART_BYTES, (index + 1) * PART_BYTES)).digest());
    expect(done.ETag).toBe(`"${createHash('md5').update(Buffer.concat(partMd5s)).digest('hex')}-12"`);
    const got = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'large' }));
    expect(got).toMatchObject({ ContentLength: content.length, ContentType: 'video/mp4', Metadata: { a: 'b' } });
    expect(Buffer.compare(await got.Body!.transformToByteArray(), content)).toBe(0);
    expect(await uploadsUnderWay()).toEqual([]);
  });

  it('shows its parts, takes a part again, and is nothing to read before it is completed', async () => {
    const names = await begin('parts');
    await client.send(new UploadPartCommand({ ...names, PartNumber: 2, Body: 'last' }));
    await client.send(new UploadPartCommand({ ...names, PartNumber: 1, Body: Buffer.alloc(PART_BYTES, 'a') }));
    const again = await client.send(new UploadPartCommand({ ...names, PartNumber: 1, Body: Buffer.alloc(PART_BYTES, 'b') }));
    const { Parts } = await client.send(new ListPartsCommand(names));
    expect(Parts?.map(({ PartNumber, Size }) => [PartNumber, Size])).toEqual([[1, PART_BYTES], [2, 4]]);
    expect(Parts?.[0]?.ETag).toBe(again.ETag);
    expect(await exists('parts')).toBe(false);
    await client.send(new CompleteMultipartUploadCommand({ ...names, MultipartUpload: { Parts } }));
    const got = await client.send(new GetObjectCommand({ Bucket: BUCKET, Key: 'parts', Range: `bytes=${PART_BYTES - 1}-` }));
    expect(await got.Body?.transformToString()).toBe('blast');
  });

  it('is refused with a part that is missing, wrong, too small or out of order, and can still be completed', async () => {
    const names = await begin('refused');
    const small = await client.send(new UploadPartCommand({ ...names, PartNumber: 1, Body: 'small' }));
    const last = await client.send(new UploadPartCommand({ ...names, PartNumber: 2, Body: 'last' }));
    const complete = (...Parts: Array<{ PartNumber: number; ETag: string | undefined }>) =>
      client.send(new CompleteMultipartUploadCommand({ ...names, MultipartUpload: { Parts } }));
    const [one, two] = [{ PartNumber: 1, ETag: small.ETag }, { PartNumber: 2, ETag: last.ETag }];
    await expect(complete(one, { PartNumber: 3, ETag: last.ETag })).rejects.toMatchObject({ name: 'InvalidPart' });
    await expect(complete({ PartNumber: 1, ETag: last.ETag })).rejects.toMatchObject({ name: 'InvalidPart' });
    await expect(complete(one, two)).rejects.toMatchObject({ name: 'EntityTooSmall' });
    await expect(complete(two, one)).rejects.toMatchObject({ name: 'InvalidPartOrder' });
    expect(await exists('refused')).toBe(false);
    await complete(two);
    expect(await exists('refused')).toBe(true);
    await expect(complete(two)).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });

  it('that is aborted leaves nothing behind', async () => {
    const before = (await s3.files()).sort();
    const names = await begin('aborted');
    await client.send(new UploadPartCommand({ ...names, PartNumber: 1, Body: 'part' }));
    await client.send(new AbortMultipartUploadCommand(names));
    expect(await exists('aborted')).toBe(false);
    expect(await uploadsUnderWay()).toEqual([]);
    expect((await s3.files()).sort()).toEqual(before);
    await expect(client.send(new UploadPartCommand({ ...names, PartNumber: 2, Body: 'late' }))).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });

  it('that is aborted while a part comes in leaves nothing behind', async () => {
    const before = (await s3.files()).sort();
    const names = await begin('aborted-under-way');
    const url = await getSignedUrl(client, new UploadPartCommand({ ...names, PartNumber: 1 }));
    const part = request(url, { method: 'PUT', headers: { 'content-length': 10 } });
    const answered = once(part, 'response');
    part.write('first');
    await expect.poll(async () => (await s3.files()).length).toBe(before.length + 2);
    await client.send(new AbortMultipartUploadCommand(names));
    part.end(' half');
    const [answer] = (await answered) as [IncomingMessage];
    expect(answer.statusCode).toBe(404);
    answer.resume();
    expect((await s3.files()).sort()).toEqual(before);
  });

  it('belongs to its key, and its id is never a path', async () => {
    const names = await begin('mine');
    await expect(client.send(new UploadPartCommand({ ...names, Key: 'other', PartNumber: 1, Body: 'x' }))).rejects.toMatchObject({ name: 'NoSuchUpload' });
    for (const UploadId of ['..', '../objects', `${names.UploadId}/../${names.UploadId}`]) {
      await expect(client.send(new AbortMultipartUploadCommand({ ...names, UploadId }))).rejects.toMatchObject({ name: 'NoSuchUpload' });
    }
    await client.send(new AbortMultipartUploadCommand(names));
  });

  it('survives a restart', async () => {
    const names = await begin('restarted');
    const part = await client.send(new UploadPartCommand({ ...names, PartNumber: 1, Body: 'before' }));
    await s3.reopen();
    await client.send(new CompleteMultipartUploadCommand({ ...names, MultipartUpload: { Parts: [{ PartNumber: 1, ETag: part.ETag }] } }));
    expect(await exists('restarted')).toBe(true);
  });
});

describe('the lifecycle sweep', () => {
  const inDays = (days: number) => new Date(Date.now() + days * 24 * 3600 * 1000 + 1000);

  it('deletes what is old under the prefix and uploads never finished, and nothing else', async () => {
    for (const Key of ['processed/old', 'uploads/old']) await client.send(new PutObjectCommand({ Bucket: BUCKET, Key, Body: 'x' }));
    await begin('uploads/unfinished');
    const Rules = [
      { ID: 'e', Status: 'Enabled' as const, Filter: { Prefix: 'processed/' }, Expiration: { Days: 30 } },
      { ID: 'd', Status: 'Disabled' as const, Filter: { Prefix: 'uploads/' }, Expiration: { Days: 1 } },
      { ID: 'u', Status: 'Enabled' as const, Filter: { Prefix: '' }, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 40 } },
    ];
    await client.send(new PutBucketLifecycleConfigurationCommand({ Bucket: BUCKET, LifecycleConfiguration: { Rules } }));
    await s3.server.sweep(inDays(29));
    expect(await exists('processed/old')).toBe(true);
    await s3.server.sweep(inDays(30));
    expect([await exists('processed/old'), await exists('uploads/old')]).toEqual([false, true]);
    expect(await uploadsUnderWay()).toHaveLength(1);
    await s3.server.sweep(inDays(40));
    expect(await uploadsUnderWay()).toEqual([]);
    expect(await exists('uploads/old')).toBe(true);
  });

  it('refuses a rule it would not carry out', async () => {
    const Rules = [{ Status: 'Enabled' as const, Filter: { Tag: { Key: 'a', Value: 'b' } }, Expiration: { Days: 1 } }];
    await expect(client.send(new PutBucketLifecycleConfigurationCommand({ Bucket: BUCKET, LifecycleConfiguration: { Rules } }))).rejects.toMatchObject({ name: 'MalformedXML' });
  });
});
