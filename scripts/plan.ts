/**
 * `npm run plan -- file.json [media-folder] [--json]`: prints how a composition would be rendered: each span, its engine and why, and what is drawn;
 * with `--json` the whole plan, its graph and FFmpeg's arguments. Sources are fetched and probed as for a job; with a folder, the file there with
 * the last part of a source's name is taken instead.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { MediaFacts, MediaFactsBySource } from '#lib/composition/media-facts';
import { parseComposition } from '#lib/composition/parse';
import type { Composition } from '#lib/composition/schema/composition';
import { listSources, mediaKey } from '#lib/composition/sources';
import { getConfig } from '#lib/config';
import { getFontLibrary } from '#lib/fonts/get-font-library';
import { probeLocalFile } from '#scripts/probe-local-file';
import { loadSource } from '#worker/media/load-source';
import { listGlobalArgs, listInputArgs, listOutputArgs } from '#worker/render/encoder';
import { stringifyGraph } from '#worker/render/filter-graph';
import { buildGraph } from '#worker/render/graph';
import { planRender } from '#worker/render/plan';
import type { RenderPlan } from '#worker/render/render-plan';
import { resolveTimeline } from '#worker/stages/resolve-timeline';

const SOURCE_TIMEOUT_SECONDS = 60;

async function readComposition(filePath: string): Promise<Composition> {
  const parsed = parseComposition(JSON.parse(await readFile(filePath, 'utf8')));
  if (parsed.ok) return parsed.composition;
  throw new Error(parsed.problems.map(({ path: where, message }) => `${where}: ${message}`).join('\n'));
}

async function loadFacts(composition: Composition, mediaFolder: string | null): Promise<MediaFactsBySource> {
  const directory = await mkdtemp(path.join(tmpdir(), 'videogen-plan-'));
  try {
    const facts = new Map<string, MediaFacts>();
    for (const { source, kind } of listSources(composition)) {
      const media =
        mediaFolder === null
          ? await loadSource({
              ...getConfig().sources, source, expectedKind: kind, directory, timeoutSeconds: SOURCE_TIMEOUT_SECONDS,
              signal: AbortSignal.timeout(SOURCE_TIMEOUT_SECONDS * 1000), onBytes: () => undefined,
            })
          : await probeLocalFile(path.join(mediaFolder, path.basename(new URL(source).pathname)), kind);
      facts.set(mediaKey(kind, source), media.facts);
    }
    return facts;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function listEverything(plan: RenderPlan): string[] {
  return [
    JSON.stringify(plan, null, 2),
    `Filter graph:\n${stringifyGraph(buildGraph(plan))}`,
    ...listInputArgs(plan).map((args, place) => `Input ${plan.inputs[place]?.index}: ${args.join(' ')}`),
    `Output: ${[...listGlobalArgs(plan), ...listOutputArgs(plan)].join(' ')}`,
  ];
}

function describe(plan: RenderPlan): string[] {
  const { widthPx, heightPx, frameCount, durationSeconds, memoryBytes, spans, drawing, audio } = plan;
  const engines = spans.map(({ startFrame, endFrame, engine, reason }) => `  ${`${startFrame}-${endFrame - 1}`.padEnd(12)} ${engine.padEnd(7)} ${reason}`);
  const bitmaps = (drawing?.bitmaps ?? []).map(({ id, items }) => `  bitmap ${id}: ${items.map(({ layer }) => layer.elementId).join(', ')}`);
  const decodes = (drawing?.decodes ?? []).map((decode) => `  picture of ${decode.elementId}: ${decode.widthPx} x ${decode.heightPx}${decode.frames === null ? '' : `, ${decode.frames.frameCount} frames from ${decode.frames.startFrame} on`}`);
  return [
    `${widthPx} x ${heightPx}, ${frameCount} frames, ${durationSeconds} s; ${(memoryBytes / 1024 ** 3).toFixed(2)} GiB of memory; sound: ${audio.kind}`,
    'Spans (frames, engine, reason):',
    ...engines,
    ...(bitmaps.length + decodes.length === 0 ? [] : ['Drawn on canvases:', ...bitmaps, ...decodes]),
  ];
}

async function run(args: readonly string[]): Promise<void> {
  const [filePath, mediaFolder] = args.filter((arg) => !arg.startsWith('--'));
  if (filePath === undefined) throw new Error('Say which composition: npm run plan -- file.json [media-folder] [--json]');
  const composition = await readComposition(filePath);
  const facts = await loadFacts(composition, mediaFolder ?? null);
  const plan = planRender(resolveTimeline(composition, facts, await (await getFontLibrary()).load(composition)), facts);
  console.log((args.includes('--json') ? listEverything(plan) : describe(plan)).join('\n'));
}

await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
