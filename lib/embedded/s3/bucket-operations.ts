/**
 * Operations on buckets: list, create, look, and delete many objects at once.
 */
import { z } from 'zod';

import { payloadHashOf, sendEmpty, sendXml, type Exchange } from '#lib/embedded/s3/exchange';
import { receiveText } from '#lib/embedded/s3/receive-body';
import { S3Error } from '#lib/embedded/s3/s3-error';
import { headerOf } from '#lib/embedded/s3/s3-request';
import { parseXml } from '#lib/embedded/s3/xml';

const locationSchema = z.object({ LocationConstraint: z.string() });

const deleteSchema = z.object({
  Object: z.array(z.object({ Key: z.string().min(1) })).min(1).max(1000),
  Quiet: z.enum(['true', 'false']).default('false'),
});

export async function listBuckets({ response, buckets }: Exchange): Promise<void> {
  const Bucket = buckets.list().map(({ name, settings }) => ({ Name: name, CreationDate: new Date(settings.createdAtMs).toISOString() }));
  sendXml(response, 'ListAllMyBucketsResult', { Owner: { ID: 'videogen' }, Buckets: { Bucket } });
}

/** The region in the body must be the server's; us-east-1 is named by no body at all. */
export async function createBucket(exchange: Exchange): Promise<void> {
  const { request, response, buckets, credentials } = exchange;
  const text = (request.headers['content-length'] ?? '0') === '0' ? '' : await receiveText(request, payloadHashOf(exchange));
  const region = text === '' ? 'us-east-1' : parseXml(text, 'CreateBucketConfiguration', locationSchema).LocationConstraint;
  if (region !== credentials.region) {
    throw new S3Error('IllegalLocationConstraintException', `The ${region} location constraint is incompatible for the region this request was sent to.`);
  }
  await buckets.create(request.bucket ?? '');
  sendEmpty(response, 200, { location: `/${request.bucket}` });
}

export async function headBucket({ request, response, buckets, credentials }: Exchange): Promise<void> {
  buckets.get(request.bucket);
  sendEmpty(response, 200, { 'x-amz-bucket-region': credentials.region });
}

export async function deleteObjects(exchange: Exchange): Promise<void> {
  const { request, response } = exchange;
  const { objects } = exchange.buckets.get(request.bucket);
  const hasChecksum = Object.keys(request.headers).some((name) => name === 'content-md5' || name.startsWith('x-amz-checksum-'));
  if (!hasChecksum && headerOf(request, 'x-amz-trailer') === null) throw new S3Error('InvalidRequest', 'Missing required header for this request: Content-MD5');
  const text = await receiveText(request, payloadHashOf(exchange));
  const wanted = parseXml(text, 'Delete', deleteSchema);
  for (const { Key } of wanted.Object) await objects.delete(Key);
  sendXml(response, 'DeleteResult', { Deleted: wanted.Quiet === 'true' ? [] : wanted.Object });
}
