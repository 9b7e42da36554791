/**
 * The lifecycle configuration of a bucket: its XML in, checked rules out. `sweep-lifecycle.ts` carries them out.
 * Known are expiry after days under a prefix, and the end of unfinished uploads; rules that ask for more are refused.
 */
import { z } from 'zod';

const daysSchema = z.string().regex(/^[1-9]\d*$/);
/** An empty element is the text ''. */
const filterSchema = z.union([z.literal(''), z.strictObject({ Prefix: z.string() })]);

const ruleSchema = z.strictObject({
  ID: z.string().max(255).optional(),
  Status: z.enum(['Enabled', 'Disabled']),
  /** The older place of the prefix; `Filter` is today's. */
  Prefix: z.string().optional(),
  Filter: filterSchema.optional(),
  Expiration: z.strictObject({ Days: daysSchema }).optional(),
  AbortIncompleteMultipartUpload: z.strictObject({ DaysAfterInitiation: daysSchema }).optional(),
});

/** The document of PutBucketLifecycleConfiguration; kept in its own words, so that it is given back as it came. */
export const lifecycleConfigurationSchema = z.object({ Rule: z.array(ruleSchema).min(1).max(1000) });

export type LifecycleRule = z.infer<typeof ruleSchema>;

/** The beginning of the keys a rule is for; '' for all. */
export function prefixOf(rule: LifecycleRule): string {
  return (rule.Filter === '' ? undefined : rule.Filter?.Prefix) ?? rule.Prefix ?? '';
}
