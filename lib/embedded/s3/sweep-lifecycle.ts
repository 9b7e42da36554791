/**
 * Carries out the lifecycle rules of a bucket: the rules and the time in, what is old enough gone.
 * An object expires `Days` times 24 hours after its last change; AWS rounds that up to the next midnight.
 */
import type { Bucket } from '#lib/embedded/s3/bucket-store';
import { prefixOf } from '#lib/embedded/s3/lifecycle';

const DAY_MS = 24 * 3600 * 1000;

/** Deletes what the bucket's rules call expired at `now`. */
export async function sweepBucket(bucket: Bucket, now: Date): Promise<void> {
  for (const rule of bucket.settings.lifecycleRules ?? []) {
    if (rule.Status !== 'Enabled') continue;
    const prefix = prefixOf(rule);
    const isOlder = (sinceMs: number, days: string) => now.getTime() - sinceMs >= Number(days) * DAY_MS;
    if (rule.Expiration !== undefined) {
      const { Days } = rule.Expiration;
      const expired = bucket.objects.list(prefix).filter((record) => isOlder(record.modifiedAtMs, Days));
      for (const record of expired) await bucket.objects.delete(record.key);
    }
    if (rule.AbortIncompleteMultipartUpload !== undefined) {
      const { DaysAfterInitiation } = rule.AbortIncompleteMultipartUpload;
      const stale = (await bucket.uploads.list()).filter((upload) => upload.key.startsWith(prefix) && isOlder(upload.startedAtMs, DaysAfterInitiation));
      for (const upload of stale) await bucket.uploads.abort(upload.uploadId);
    }
  }
}
