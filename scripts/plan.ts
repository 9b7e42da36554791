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
import { resolve } from '#lib/composition/resolve';
import type { Composition } from '#lib/composition/schema/composition';
import { listSources, mediaKey } from '#lib/composition/sources';
import { getConfig } from '#lib/config';
import { getFontLibrary } from '#lib/fonts/get-font-library';
import type { LoadedFont } from '#lib/text/font-library';
import { probeLocalFile } from '#scripts/probe-local-file';
import { readLocalFonts } from '#scripts/read-local-fonts';
import { loadSource } from '#worker/media/load-source';
import { listGlobalArgs, listInputArgs, listOutputArgs } from '#worker/render/encoder';
import { stringifyGraph } from '#worker/render/filter-graph';
import { buildGraph } from '#worker/render/graph';
import { planRender } from '#worker/render/plan';
import { estimateCpuSeconds } from '#worker/render/render-cost';
import type { PlannedDrawing, PlannedPart, RenderPlan } from '#worker/render/render-plan';
import { downloadFonts } from '#worker/stages/download-fonts';

const SOURCE_TIMEOUT_SECONDS = 60;

async function readComposition(filePath: string): Promise<Composition> {
  const parsed = parseComposition(JSON.parse(await readFile(filePath, 'utf8')));
  if (parsed.ok) return parsed.composition;
  throw new Error(parsed.problems.map(({ path: where, message }) => `${where === '' ? 'the composition' : where}: ${message}`).join('\n'));
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

async function loadFonts(composition: Composition, mediaFolder: string | null): Promise<LoadedFont[]> {
  if ((composition.fonts ?? []).length === 0) return [];
  if (mediaFolder !== null) return readLocalFonts(composition, (source) => path.join(mediaFolder, path.basename(new URL(source).pathname)));
  const directory = await mkdtemp(path.join(tmpdir(), 'videogen-plan-'));
  try {
    return await downloadFonts(composition, { sources: getConfig().sources, lane: 'long', directory, signal: AbortSignal.timeout(SOURCE_TIMEOUT_SECONDS * 1000) });
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function listEverything(plan: RenderPlan): string[] {
  const commands = plan.parts.length === 0 ? describeCommand(plan, 'FFmpeg') : plan.parts.flatMap((part, index) => describeCommand(part, `FFmpeg of part ${index}`));
  return [JSON.stringify(plan, null, 2), ...commands, `Output: ${[...listGlobalArgs(plan), ...listOutputArgs(plan)].join(' ')}`];
}

function describeCommand(part: PlannedPart, title: string): string[] {
  return [
    `Filter graph of ${title}:\n${stringifyGraph(buildGraph(part))}`,
    ...listInputArgs(part).map((args, place) => `Input ${part.inputs[place]?.index} of ${title}: ${args.join(' ')}`),
  ];
}

function describe(plan: RenderPlan): string[] {
  const { widthPx, heightPx, frameCount, durationSeconds, memoryBytes, spans, audio, isFilmed } = plan;
  const engines = spans.map(({ startFrame, endFrame, engine, reason }) => `  ${`${startFrame}-${endFrame - 1}`.padEnd(12)} ${engine.padEnd(7)} ${reason}`);
  const drawn = (plan.parts.length === 0 ? [plan] : plan.parts).flatMap(({ drawing }) => (drawing === null ? [] : describeDrawing(drawing)));
  return [
    `${widthPx} x ${heightPx}, ${frameCount} frames, ${durationSeconds} s; ${(memoryBytes / 1024 ** 3).toFixed(2)} GiB of memory, at least ${estimateCpuSeconds(plan).toFixed(0)} s of CPU; sound: ${audio.kind}; encoded as ${isFilmed ? 'film' : 'what mostly stands still'}`,
    'Spans (frames, engine, reason):',
    ...engines,
    ...(drawn.length === 0 ? [] : ['Drawn on canvases:', ...drawn]),
    ...(plan.parts.length === 0 ? [] : [`Made in ${plan.parts.length} parts of ${plan.parts.map((part) => part.frameCount).join(', ')} frames, which are joined`]),
  ];
}

function describeDrawing({ bitmaps, decodes, layers, streams }: PlannedDrawing): string[] {
  return [
    ...bitmaps.map(({ id, items }) => `  bitmap ${id}: ${items.map(({ layer }) => layer.elementId).join(', ')}`),
    ...streams.flatMap(({ pieces }) => pieces).map(({ startFrame, endFrame, box, layers: places }) => `  frames ${startFrame}-${endFrame - 1}, ${box.widthPx} x ${box.heightPx} at ${box.xPx}, ${box.yPx}: ${places.map((place) => layers[place]?.elementId).join(', ')}`),
    ...decodes.map((decode) => `  picture of ${decode.elementId}: ${decode.widthPx} x ${decode.heightPx}${decode.frames === null ? '' : `, ${decode.frames.frameCount} frames from ${decode.frames.startFrame} on`}`),
  ];
}

async function run(args: readonly string[]): Promise<void> {
  const [filePath, mediaFolder] = args.filter((arg) => !arg.startsWith('--'));
  if (filePath === undefined) throw new Error('Say which composition: npm run plan -- file.json [media-folder] [--json]');
  const composition = await readComposition(filePath);
  const facts = await loadFacts(composition, mediaFolder ?? null);
  const fonts = await (await getFontLibrary()).load(composition, await loadFonts(composition, mediaFolder ?? null));
  const resolved = resolve(composition, facts, fonts);
  if (!resolved.ok) throw new Error(resolved.problems.map(({ message }) => message).join('\n'));
  const plan = planRender(resolved.timeline, facts);
  console.log((args.includes('--json') ? listEverything(plan) : describe(plan)).join('\n'));
}

await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
