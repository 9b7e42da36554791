/**
 * Bucket policies of the one kind that is needed: public read of objects under a prefix. The JSON document in, decisions out.
 * A policy that says anything else is refused, never kept and ignored.
 */
import { z } from 'zod';

import { S3Error } from '#lib/embedded/s3/s3-error';

const oneOrMore = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema).min(1)]);

const statementSchema = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.literal('Allow'),
  Principal: z.union([z.literal('*'), z.strictObject({ AWS: oneOrMore(z.literal('*')) })]),
  Action: oneOrMore(z.literal('s3:GetObject')),
  Resource: oneOrMore(z.string()),
});

const policySchema = z.strictObject({
  Version: z.string().optional(),
  Id: z.string().optional(),
  Statement: z.union([statementSchema, z.array(statementSchema)]),
});

export type BucketPolicy = z.infer<typeof policySchema>;

/** Throws MalformedPolicy for what is not JSON, names another bucket, or asks for more than this server evaluates. */
export function parsePolicy(text: string, bucket: string): BucketPolicy {
  const parsed = policySchema.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new S3Error('MalformedPolicy', 'This server evaluates statements that allow "s3:GetObject" to "*", and nothing else.');
  }
  for (const resource of resourcesOf(parsed.data)) {
    if (!resource.startsWith(`arn:aws:s3:::${bucket}/`) || /[*?]/.test(resource.slice(0, -1)) || resource.endsWith('?')) {
      throw new S3Error('MalformedPolicy', 'A resource must be an object of this bucket, or a prefix followed by one "*".');
    }
  }
  return parsed.data;
}

/** True when the policy lets everyone read the object. */
export function allowsPublicRead(policy: BucketPolicy | null, bucket: string, key: string): boolean {
  if (policy === null) return false;
  const arn = `arn:aws:s3:::${bucket}/${key}`;
  return resourcesOf(policy).some((resource) => (resource.endsWith('*') ? arn.startsWith(resource.slice(0, -1)) : arn === resource));
}

function resourcesOf(policy: BucketPolicy): string[] {
  return [policy.Statement].flat().flatMap((statement) => statement.Resource);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
