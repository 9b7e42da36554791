/** What setting a bucket up makes of it, against the embedded S3 server: its rules, done once or twice, and what it says where it cannot. */
import { GetBucketCorsCommand, GetBucketLifecycleConfigurationCommand, GetBucketPolicyCommand, PutBucketLifecycleConfigurationCommand, PutBucketPolicyCommand, type S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createStorage } from '#lib/storage/storage';
import { withFaultProxy } from '#tests/integration/storage/fault-proxy';
import { startTestS3, type TestS3 } from '#tests/integration/storage/test-s3';

let s3: TestS3;
let client: S3Client;

/** Setting up is of no job. */
const record = (): Promise<void> => Promise.reject(new Error('nothing is recorded'));

beforeAll(async () => {
  s3 = await startTestS3();
  client = s3.client();
  await createStorage(s3.config(), record).setupBucket();
});
afterAll(() => s3.close());

describe('setting the bucket up', () => {
  it('can be done twice, with the same end, and keeps the rules of others', async () => {
    const bucket = 'twice';
    const storage = createStorage(s3.config({ bucket, lifecycleDays: 7 }), record);
    expect(await storage.setupBucket()).toEqual([
      'bucket: "twice" created in us-west-2',
      'public access: a policy may open the bucket, ACLs stay as they were',
      'policy: everybody may read processed/*, and nothing else',
      'lifecycle: processed/* and uploads/* expire after 7 days, unfinished uploads after 1',
      'CORS: GET from anywhere, PUT by presigned URL',
    ]);
    const foreign = { Sid: 'Foreign', Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: `arn:aws:s3:::${bucket}/site/*` };
    await client.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy: JSON.stringify({ Version: '2012-10-17', Statement: [foreign] }) }));
    const Rules = [{ ID: 'foreign', Status: 'Enabled' as const, Filter: { Prefix: 'logs/' }, Expiration: { Days: 3 } }];
    await client.send(new PutBucketLifecycleConfigurationCommand({ Bucket: bucket, LifecycleConfiguration: { Rules } }));
    for (let time = 0; time < 2; time += 1) expect((await storage.setupBucket())[0]).toBe('bucket: "twice" exists');

    const policy = JSON.parse((await client.send(new GetBucketPolicyCommand({ Bucket: bucket }))).Policy!) as { Statement: Array<{ Sid: string; Resource: string }> };
    expect(policy.Statement.map(({ Sid, Resource }) => [Sid, Resource])).toEqual([['Foreign', `arn:aws:s3:::${bucket}/site/*`], ['VideogenPublicRead', `arn:aws:s3:::${bucket}/processed/*`]]);
    const lifecycle = await client.send(new GetBucketLifecycleConfigurationCommand({ Bucket: bucket }));
    expect(lifecycle.Rules?.map(({ ID, Filter, Expiration, AbortIncompleteMultipartUpload }) => [ID, Filter?.Prefix, Expiration?.Days ?? AbortIncompleteMultipartUpload?.DaysAfterInitiation])).toEqual([
      ['foreign', 'logs/', 3], ['videogen-expire-results', 'processed/', 7], ['videogen-expire-uploads', 'uploads/', 7], ['videogen-abort-unfinished-uploads', '', 1],
    ]);
    expect((await client.send(new GetBucketCorsCommand({ Bucket: bucket }))).CORSRules?.map(({ ID }) => ID)).toEqual(['videogen-read', 'videogen-upload']);
  });

  it('goes on where a server has no public access block and no CORS settings', async () => {
    const steps = await withFaultProxy(s3.endpoint, (request) => (/[?&](publicAccessBlock|cors)/.test(request) ? 'status 501' : null), ({ endpoint }) => createStorage(s3.config({ endpoint }), record).setupBucket());
    expect(steps[1]).toBe('public access: not a setting of this server');
    expect(steps[4]).toBe('CORS: not a setting of this server');
  });

  it('names the step that fails and what to check', async () => {
    await expect(createStorage(s3.config({ secretAccessKey: 'wrong' }), record).setupBucket()).rejects.toThrow(/^Setting up the bucket "videogen-test" failed \(bucket\): .*AWS_SECRET_ACCESS_KEY/);
  });
});
