/**
 * `npm run plan -- composition.json [media-folder]`: prints what would be rendered, without rendering it.
 * Sources are fetched by the worker's own door; with a folder, the file there with the last part of a source's name is taken instead.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { MediaFacts } from '#lib/composition/media-facts';
import { parseComposition } from '#lib/composition/parse';
import { resolve } from '#lib/composition/resolve';
import { listSources, mediaKey, type MediaSource } from '#lib/composition/sources';
import { toAppError } from '#lib/errors';
import { probeLocalFile } from '#scripts/probe-local-file';
import { loadSource } from '#worker/media/load-source';
import { listGlobalArgs, listInputArgs, listOutputArgs } from '#worker/render/encoder';
import { stringifyGraph } from '#worker/render/filter-graph';
import { buildGraph } from '#worker/render/graph';
import { planRender } from '#worker/render/plan';

const DOWNLOAD_SECONDS_MAX = 120;
const DOWNLOAD_BYTES_MAX = 100 * 1024 * 1024;

/** Prints the plan, the graph and FFmpeg's arguments; throws with every problem of the composition or its media. */
async function printPlan(compositionPath: string, mediaFolder: string | null): Promise<void> {
  const parsed = parseComposition(JSON.parse(await readFile(compositionPath, 'utf8')));
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  const downloads = await mkdtemp(join(tmpdir(), 'videogen-plan-'));
  try {
    const facts = new Map<string, MediaFacts>();
    for (const media of listSources(parsed.composition)) facts.set(mediaKey(media.kind, media.source), await findFacts(media, mediaFolder, downloads));
    const resolved = resolve(parsed.composition, facts);
    if (!resolved.ok) throw new Error(resolved.problems.map(({ message }) => message).join('\n'));
    const plan = planRender(resolved.timeline, facts);
    console.log(JSON.stringify(plan, null, 2));
    console.log(`\nFilter graph:\n${stringifyGraph(buildGraph(plan))}`);
    console.log(`\nInputs:\n${listInputArgs(plan).map((args, index) => `${index}: ${args.join(' ')}`).join('\n')}`);
    console.log(`\nOutput:\n${[...listGlobalArgs(plan), ...listOutputArgs(plan)].join(' ')}`);
  } finally {
    await rm(downloads, { recursive: true, force: true });
  }
}

async function findFacts({ source, kind }: MediaSource, mediaFolder: string | null, downloads: string): Promise<MediaFacts> {
  if (mediaFolder !== null) return probeLocalFile(join(mediaFolder, basename(new URL(source).pathname)), kind);
  const { facts } = await loadSource({
    source, expectedKind: kind, directory: downloads, timeoutSeconds: DOWNLOAD_SECONDS_MAX, sizeBytesMax: DOWNLOAD_BYTES_MAX, allowHosts: [],
    signal: new AbortController().signal, onBytes: () => undefined,
  });
  return facts;
}

const [compositionPath, mediaFolder] = process.argv.slice(2);
if (compositionPath === undefined) {
  console.error('Usage: npm run plan -- composition.json [media-folder]');
  process.exit(1);
}
await printPlan(compositionPath, mediaFolder ?? null).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : toAppError(error).message);
  process.exitCode = 1;
});
