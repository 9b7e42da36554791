/**
 * `npm run gallery [-- --all] [-- --only id]`: renders the examples into public/gallery, each as a video, its poster and its line in manifest.json.
 * Only examples whose composition has changed are rendered again, all with `--all`; what belongs to no example is removed.
 */
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Example } from '#lib/composition/examples/example';
import { EXAMPLES } from '#lib/composition/examples/examples';
import { formatGalleryManifest, GALLERY_FOLDER, hashExample, readGalleryManifest, type GalleryManifest } from '#lib/gallery/gallery-manifest';
import { printStep } from '#scripts/print-step';
import { renderExample } from '#scripts/render-example';

const MANIFEST_NAME = 'manifest.json';

function chooseExamples(args: readonly string[], manifest: GalleryManifest): readonly Example[] {
  if (args.includes('--all')) return EXAMPLES;
  const only = args.indexOf('--only');
  if (only === -1) return EXAMPLES.filter((example) => manifest[example.id]?.compositionHash !== hashExample(example));
  const ids = args.slice(only + 1);
  const unknown = ids.filter((id) => !EXAMPLES.some((example) => example.id === id));
  if (ids.length === 0 || unknown.length > 0) throw new Error(`Say which example: there is no "${unknown.join(', ')}"`);
  return EXAMPLES.filter((example) => ids.includes(example.id));
}

/** In the order of the examples, without those that are no more. */
async function writeManifest(manifest: GalleryManifest): Promise<void> {
  const entries = EXAMPLES.flatMap(({ id }) => (manifest[id] === undefined ? [] : [[id, manifest[id]] as const]));
  await writeFile(path.join(GALLERY_FOLDER, MANIFEST_NAME), formatGalleryManifest(Object.fromEntries(entries)));
}

async function removeStrangers(): Promise<void> {
  const wanted = new Set([MANIFEST_NAME, ...EXAMPLES.flatMap(({ id }) => [`${id}.mp4`, `${id}.jpg`])]);
  for (const name of await readdir(GALLERY_FOLDER)) if (!wanted.has(name)) await rm(path.join(GALLERY_FOLDER, name));
}

async function run(args: readonly string[]): Promise<void> {
  await mkdir(GALLERY_FOLDER, { recursive: true });
  const manifest = await readGalleryManifest();
  const chosen = chooseExamples(args, manifest);
  let failureCount = 0;
  for (const example of chosen) {
    const rendering = printStep(example.id, async () => {
      const entry = await renderExample(example, GALLERY_FOLDER);
      manifest[example.id] = entry;
      // After each, so that nothing is rendered twice when this is ended early.
      await writeManifest(manifest);
      return `${Math.ceil(entry.sizeBytes / 1024)} KB, ${entry.engines.join(' and ')}`;
    });
    await rendering.catch((error: unknown) => {
      failureCount += 1;
      console.error(error);
    });
  }
  await writeManifest(manifest);
  await removeStrangers();
  console.log(`${chosen.length - failureCount} of ${EXAMPLES.length} examples rendered${failureCount === 0 ? '' : `, ${failureCount} failed`}`);
  if (failureCount > 0) process.exitCode = 1;
}

await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
