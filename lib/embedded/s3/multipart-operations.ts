/**
 * CreateMultipartUpload, UploadPart, CompleteMultipartUpload, AbortMultipartUpload, ListParts and ListMultipartUploads.
 */
import { z } from 'zod';

import { payloadHashOf, sendEmpty, sendXml, type Exchange } from '#lib/embedded/s3/exchange';
import { keptHeaders } from '#lib/embedded/s3/object-headers';
import { receiveFile, receiveText } from '#lib/embedded/s3/receive-body';
import { S3Error } from '#lib/embedded/s3/s3-error';
import { objectNames } from '#lib/embedded/s3/s3-request';
import { parseXml } from '#lib/embedded/s3/xml';

const PART_NUMBER_MAX = 10_000;

const completeSchema = z.object({
  Part: z.array(z.object({ PartNumber: z.string().regex(/^\d{1,5}$/), ETag: z.string() })).min(1).max(PART_NUMBER_MAX),
});

export async function createMultipartUpload({ request, response, buckets }: Exchange): Promise<void> {
  const { bucket, key } = objectNames(request);
  const { uploadId } = await buckets.get(bucket).uploads.create(key, keptHeaders(request));
  sendXml(response, 'InitiateMultipartUploadResult', { Bucket: bucket, Key: key, UploadId: uploadId });
}

export async function uploadPart(exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const { bucket, key } = objectNames(request);
  const { objects, uploads } = exchange.buckets.get(bucket);
  if (request.headers['x-amz-copy-source'] !== undefined) throw new S3Error('NotImplemented', 'UploadPartCopy is not implemented.');
  const partNumber = Number(request.query.get('partNumber'));
  if (!Number.isInteger(partNumber) || partNumber < 1 || partNumber > PART_NUMBER_MAX) {
    throw new S3Error('InvalidArgument', `Part number must be an integer between 1 and ${PART_NUMBER_MAX}, inclusive`);
  }
  const { uploadId } = await uploads.get(request.query.get('uploadId') ?? '', key);
  const path = objects.newIncomingPath();
  const { sizeBytes, md5Hex, checksums } = await receiveFile(request, payloadHashOf(exchange), path);
  await uploads.putPart(uploadId, { partNumber, sizeBytes, md5Hex }, path);
  sendEmpty(response, 200, { etag: `"${md5Hex}"`, ...checksums });
}

export async function completeMultipartUpload(exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const { bucket, key } = objectNames(request);
  const { objects, uploads } = exchange.buckets.get(bucket);
  const { uploadId, headers } = await uploads.get(request.query.get('uploadId') ?? '', key);
  const text = await receiveText(request, payloadHashOf(exchange));
  const { Part } = parseXml(text, 'CompleteMultipartUpload', completeSchema);
  const path = objects.newIncomingPath();
  const wanted = Part.map((part) => ({ partNumber: Number(part.PartNumber), etag: part.ETag }));
  const { etag, sizeBytes } = await uploads.join(uploadId, wanted, path);
  await objects.commit({ key, sizeBytes, etag, modifiedAtMs: Date.now(), headers, checksums: {} }, path);
  await uploads.abort(uploadId);
  sendXml(response, 'CompleteMultipartUploadResult', { Location: `/${bucket}/${key}`, Bucket: bucket, Key: key, ETag: etag });
}

export async function abortMultipartUpload({ request, response, buckets }: Exchange): Promise<void> {
  const { bucket, key } = objectNames(request);
  const { uploads } = buckets.get(bucket);
  const { uploadId } = await uploads.get(request.query.get('uploadId') ?? '', key);
  await uploads.abort(uploadId);
  sendEmpty(response, 204);
}

export async function listParts({ request, response, buckets }: Exchange): Promise<void> {
  const { bucket, key } = objectNames(request);
  const { uploads } = buckets.get(bucket);
  const { uploadId } = await uploads.get(request.query.get('uploadId') ?? '', key);
  const parts = await uploads.listParts(uploadId);
  sendXml(response, 'ListPartsResult', {
    Bucket: bucket, Key: key, UploadId: uploadId, IsTruncated: false,
    Part: parts.map((part) => ({ PartNumber: part.partNumber, ETag: `"${part.md5Hex}"`, Size: part.sizeBytes })),
  });
}

export async function listMultipartUploads({ request, response, buckets }: Exchange): Promise<void> {
  const bucket = buckets.get(request.bucket);
  const prefix = request.query.get('prefix') ?? '';
  const uploads = (await bucket.uploads.list()).filter((upload) => upload.key.startsWith(prefix));
  sendXml(response, 'ListMultipartUploadsResult', {
    Bucket: bucket.name, Prefix: prefix, IsTruncated: false,
    Upload: uploads.map((upload) => ({ Key: upload.key, UploadId: upload.uploadId, Initiated: new Date(upload.startedAtMs).toISOString() })),
  });
}
