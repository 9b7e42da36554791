/**
 * What an installation needs once before its processes start, and after each update: `node scripts/prepare-installation.ts` migrates the database; with
 * `--bucket` it makes the bucket ready too, for which the key needs more rights than web and workers have. In: the environment. Out: a line a step.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { getConfig } from '#lib/config';
import { migrate } from '#lib/db/migrate';
import { PROJECT_ROOT } from '#scripts/project-root';
import { setupBucketCommand } from '#scripts/setup-bucket';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { bucket: { type: 'boolean', default: false } } });
  const applied = await migrate(getConfig().database.url, join(PROJECT_ROOT, 'supabase', 'migrations'));
  console.log(`Database migrations: ${applied.length === 0 ? 'nothing new' : `${applied.length} applied`}`);
  if (values.bucket) await setupBucketCommand();
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message || String(error) : error);
  process.exitCode = 1;
});
