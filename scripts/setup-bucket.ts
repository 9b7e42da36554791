/**
 * `npm run setup:bucket`: makes the configured bucket ready, and prints one line a step.
 */
import { getConfig } from '#lib/config';
import { createStorage } from '#lib/storage/storage';

/** Throws ConfigError when the environment is not complete, and an Error that names the step when one fails. */
export async function setupBucketCommand(): Promise<void> {
  // The bucket's settings belong to no job: nothing is recorded.
  const storage = createStorage(getConfig().storage, async () => undefined);
  for (const step of await storage.setupBucket()) console.log(step);
}
