/**
 * The switches that keep a bucket private whatever its policy says: the XML of the API in, the settings kept out.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
 */
import { z } from 'zod';

const flagSchema = z.enum(['true', 'false']).default('false');

export const publicAccessBlockSchema = z.object({
  BlockPublicAcls: flagSchema,
  IgnorePublicAcls: flagSchema,
  /** Refuses a policy that would make something public. */
  BlockPublicPolicy: flagSchema,
  /** Makes a public policy give nothing to the public. */
  RestrictPublicBuckets: flagSchema,
});

export type PublicAccessBlock = z.infer<typeof publicAccessBlockSchema>;
