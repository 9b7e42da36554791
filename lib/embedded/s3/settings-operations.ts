/**
 * Get, put and delete of a bucket's settings: policy, public access block, CORS and lifecycle.
 */
import { payloadHashOf, sendEmpty, sendJson, sendXml, type Exchange } from '#lib/embedded/s3/exchange';
import type { BucketSettings } from '#lib/embedded/s3/bucket-store';
import { corsConfigurationSchema } from '#lib/embedded/s3/cors';
import { lifecycleConfigurationSchema } from '#lib/embedded/s3/lifecycle';
import { parsePolicy } from '#lib/embedded/s3/policy';
import { publicAccessBlockSchema } from '#lib/embedded/s3/public-access-block';
import { receiveText } from '#lib/embedded/s3/receive-body';
import { S3Error } from '#lib/embedded/s3/s3-error';
import { parseXml } from '#lib/embedded/s3/xml';

export async function getPolicy({ request, response, buckets }: Exchange): Promise<void> {
  const { policy } = buckets.get(request.bucket).settings;
  if (policy === null) throw new S3Error('NoSuchBucketPolicy', 'The bucket policy does not exist');
  sendJson(response, policy);
}

export async function putPolicy(exchange: Exchange): Promise<void> {
  const bucket = exchange.buckets.get(exchange.request.bucket);
  const policy = parsePolicy(await receiveText(exchange.request, payloadHashOf(exchange)), bucket.name);
  // Every policy this server knows makes something public.
  if (bucket.settings.publicAccessBlock.BlockPublicPolicy === 'true') {
    throw new S3Error('AccessDenied', 'Public policies are prevented by the BlockPublicPolicy setting of the bucket.');
  }
  await change(exchange, { policy });
}

export const deletePolicy = (exchange: Exchange): Promise<void> => change(exchange, { policy: null });

export async function getPublicAccessBlock({ request, response, buckets }: Exchange): Promise<void> {
  sendXml(response, 'PublicAccessBlockConfiguration', buckets.get(request.bucket).settings.publicAccessBlock);
}

export async function putPublicAccessBlock(exchange: Exchange): Promise<void> {
  const text = await receiveText(exchange.request, payloadHashOf(exchange));
  await change(exchange, { publicAccessBlock: parseXml(text, 'PublicAccessBlockConfiguration', publicAccessBlockSchema) });
}

export async function getCors({ request, response, buckets }: Exchange): Promise<void> {
  const { corsRules } = buckets.get(request.bucket).settings;
  if (corsRules === null) throw new S3Error('NoSuchCORSConfiguration', 'The CORS configuration does not exist');
  sendXml(response, 'CORSConfiguration', { CORSRule: corsRules });
}

export async function putCors(exchange: Exchange): Promise<void> {
  const text = await receiveText(exchange.request, payloadHashOf(exchange));
  await change(exchange, { corsRules: parseXml(text, 'CORSConfiguration', corsConfigurationSchema).CORSRule });
}

export const deleteCors = (exchange: Exchange): Promise<void> => change(exchange, { corsRules: null });

export async function getLifecycle({ request, response, buckets }: Exchange): Promise<void> {
  const { lifecycleRules } = buckets.get(request.bucket).settings;
  if (lifecycleRules === null) throw new S3Error('NoSuchLifecycleConfiguration', 'The lifecycle configuration does not exist');
  sendXml(response, 'LifecycleConfiguration', { Rule: lifecycleRules });
}

export async function putLifecycle(exchange: Exchange): Promise<void> {
  const text = await receiveText(exchange.request, payloadHashOf(exchange));
  await change(exchange, { lifecycleRules: parseXml(text, 'LifecycleConfiguration', lifecycleConfigurationSchema).Rule });
}

export const deleteLifecycle = (exchange: Exchange): Promise<void> => change(exchange, { lifecycleRules: null });

async function change({ request, response, buckets }: Exchange, settings: Partial<BucketSettings>): Promise<void> {
  await buckets.changeSettings(buckets.get(request.bucket).name, settings);
  sendEmpty(response, request.method === 'DELETE' ? 204 : 200);
}
