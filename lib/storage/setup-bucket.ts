/**
 * Makes the configured bucket ready: nothing in, one line for each step taken out. Safe to run again and again.
 * It changes its own rules alone, which carry its name; policies, lifecycles and CORS rules of others stay as they are.
 */
import {
  CreateBucketCommand, GetBucketCorsCommand, GetBucketLifecycleConfigurationCommand, GetBucketPolicyCommand, GetPublicAccessBlockCommand,
  HeadBucketCommand, PutBucketCorsCommand, PutBucketLifecycleConfigurationCommand, PutBucketPolicyCommand, PutPublicAccessBlockCommand,
  S3ServiceException, type BucketLocationConstraint, type CORSRule, type LifecycleRule, type S3Client,
} from '@aws-sdk/client-s3';
import { z } from 'zod';

import type { StorageConfig } from '#lib/config';
import { createS3Client } from '#lib/storage/client';
import { RESULT_PREFIX, UPLOAD_PREFIX } from '#lib/storage/object-key';
import { describeForOperator } from '#lib/storage/storage-error';

/** Of a new bucket the other parts of S3 learn a moment later: these requests are tried more often than others. */
const ATTEMPTS_MAX = 5;
const POLICY_SID = 'VideogenPublicRead';
const EXPIRY_RULE_ID = 'videogen-expire-results';
const UPLOAD_EXPIRY_RULE_ID = 'videogen-expire-uploads';
const UNFINISHED_RULE_ID = 'videogen-abort-unfinished-uploads';
const CORS_READ_ID = 'videogen-read';
const CORS_UPLOAD_ID = 'videogen-upload';

const policySchema = z.looseObject({ Statement: z.union([z.looseObject({}).transform((statement) => [statement]), z.array(z.looseObject({}))]) });

/** Throws an Error that names the step which failed and why. */
export async function setupBucket(config: StorageConfig): Promise<string[]> {
  const client = createS3Client(config, { maxAttempts: ATTEMPTS_MAX });
  const steps: ReadonlyArray<[string, (client: S3Client, config: StorageConfig) => Promise<string>]> = [
    ['bucket', ensureBucket],
    ['public access', allowPublicPolicy],
    ['policy', putPolicy],
    ['lifecycle', putLifecycle],
    ['CORS', putCors],
  ];
  const done: string[] = [];
  try {
    for (const [name, step] of steps) {
      done.push(`${name}: ${await step(client, config).catch((error: unknown) => {
        throw new Error(`Setting up the bucket "${config.bucket}" failed (${name}): ${describeForOperator(error)}`, { cause: error });
      })}`);
    }
    return done;
  } finally {
    client.destroy();
  }
}

async function ensureBucket(client: S3Client, { bucket, region }: StorageConfig): Promise<string> {
  const found = await orNullWhen(404, client.send(new HeadBucketCommand({ Bucket: bucket }))).catch((error: unknown) => {
    throw explainHead(error);
  });
  if (found !== null) return `"${bucket}" exists`;
  // us-east-1 is the one region that must not be named.
  const location = region === 'us-east-1' ? {} : { CreateBucketConfiguration: { LocationConstraint: region as BucketLocationConstraint } };
  await client.send(new CreateBucketCommand({ Bucket: bucket, ...location }));
  return `"${bucket}" created in ${region}`;
}

/** The answer to a HEAD carries no reason, but its status has few. */
function explainHead(error: unknown): unknown {
  const status = error instanceof S3ServiceException ? error.$metadata.httpStatusCode : null;
  if (status === 403) {
    return new Error('access is refused: check AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, and that S3_BUCKET_NAME is not taken by somebody else', { cause: error });
  }
  if (status === 301) return new Error('the bucket is in another region than AWS_REGION', { cause: error });
  return error;
}

/** ACLs stay blocked; only a policy may open the bucket, and only after this. */
async function allowPublicPolicy(client: S3Client, { bucket }: StorageConfig): Promise<string> {
  const current = await orNullWhen(404, orNullWhen(501, client.send(new GetPublicAccessBlockCommand({ Bucket: bucket }))));
  const block = { ...current?.PublicAccessBlockConfiguration, BlockPublicPolicy: false, RestrictPublicBuckets: false };
  const answer = await orNullWhen(501, client.send(new PutPublicAccessBlockCommand({ Bucket: bucket, PublicAccessBlockConfiguration: block })));
  return answer === null ? 'not a setting of this server' : 'a policy may open the bucket, ACLs stay as they were';
}

async function putPolicy(client: S3Client, { bucket }: StorageConfig): Promise<string> {
  const current = await orNullWhen(404, client.send(new GetBucketPolicyCommand({ Bucket: bucket })));
  const policy = policySchema.parse(JSON.parse(current?.Policy ?? '{"Version":"2012-10-17","Statement":[]}'));
  const statement = { Sid: POLICY_SID, Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `arn:aws:s3:::${bucket}/${RESULT_PREFIX}*` };
  const others = policy.Statement.filter(({ Sid }) => Sid !== POLICY_SID);
  await client.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy: JSON.stringify({ ...policy, Statement: [...others, statement] }) }));
  return `everybody may read ${RESULT_PREFIX}*, and nothing else`;
}

async function putLifecycle(client: S3Client, { bucket, lifecycleDays }: StorageConfig): Promise<string> {
  const current = await orNullWhen(404, client.send(new GetBucketLifecycleConfigurationCommand({ Bucket: bucket })));
  const rules: LifecycleRule[] = [
    { ID: EXPIRY_RULE_ID, Status: 'Enabled', Filter: { Prefix: RESULT_PREFIX }, Expiration: { Days: lifecycleDays } },
    { ID: UPLOAD_EXPIRY_RULE_ID, Status: 'Enabled', Filter: { Prefix: UPLOAD_PREFIX }, Expiration: { Days: lifecycleDays } },
    { ID: UNFINISHED_RULE_ID, Status: 'Enabled', Filter: { Prefix: '' }, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } },
  ];
  await client.send(new PutBucketLifecycleConfigurationCommand({ Bucket: bucket, LifecycleConfiguration: { Rules: mergeRules(current?.Rules, rules) } }));
  return `${RESULT_PREFIX}* and ${UPLOAD_PREFIX}* expire after ${lifecycleDays} days, unfinished uploads after 1`;
}

/** Pages anywhere may play results; a presigned upload carries its right in its signature, not in its origin. */
async function putCors(client: S3Client, { bucket }: StorageConfig): Promise<string> {
  const current = await orNullWhen(404, orNullWhen(501, client.send(new GetBucketCorsCommand({ Bucket: bucket }))));
  const rules: CORSRule[] = [
    {
      ID: CORS_READ_ID, AllowedOrigins: ['*'], AllowedMethods: ['GET', 'HEAD'], AllowedHeaders: ['*'], MaxAgeSeconds: 3600,
      ExposeHeaders: ['Accept-Ranges', 'Content-Length', 'Content-Range', 'Content-Type', 'ETag'],
    },
    { ID: CORS_UPLOAD_ID, AllowedOrigins: ['*'], AllowedMethods: ['PUT'], AllowedHeaders: ['Content-Type'], ExposeHeaders: ['ETag'], MaxAgeSeconds: 3600 },
  ];
  const cors = { CORSRules: mergeRules(current?.CORSRules, rules) };
  const answer = await orNullWhen(501, client.send(new PutBucketCorsCommand({ Bucket: bucket, CORSConfiguration: cors })));
  return answer === null ? 'not a setting of this server' : 'GET from anywhere, PUT by presigned URL';
}

/** Ours by their IDs, behind those of others. */
function mergeRules<T extends { ID?: string | undefined }>(current: readonly T[] | undefined, ours: readonly T[]): T[] {
  const ids = new Set(ours.map(({ ID }) => ID));
  return [...(current ?? []).filter(({ ID }) => !ids.has(ID)), ...ours];
}

/** 404: there is none yet. 501: the server lacks the whole function, as S3-compatible ones may. */
async function orNullWhen<T>(status: 404 | 501, request: Promise<T>): Promise<T | null> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === status) return null;
    throw error;
  }
}
