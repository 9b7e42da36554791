/**
 * `npm run plan file.json [--json]`: prints how a composition would be rendered: each span, its engine and why, and what is drawn. The sources are
 * fetched and probed as for a job; with `--json` the whole plan is printed.
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
import { loadSource } from '#worker/media/load-source';
import { planRender } from '#worker/render/plan';
import type { RenderPlan } from '#worker/render/render-plan';
import { resolveTimeline } from '#worker/stages/resolve-timeline';

const SOURCE_TIMEOUT_SECONDS = 60;

async function readComposition(filePath: string): Promise<Composition> {
  const parsed = parseComposition(JSON.parse(await readFile(filePath, 'utf8')));
  if (parsed.ok) return parsed.composition;
  throw new Error(parsed.problems.map(({ path: where, message }) => `${where}: ${message}`).join('\n'));
}

async function loadFacts(composition: Composition): Promise<MediaFactsBySource> {
  const { sizeBytesMax, allowHosts } = getConfig().sources;
  const directory = await mkdtemp(path.join(tmpdir(), 'videogen-plan-'));
  try {
    const facts = new Map<string, MediaFacts>();
    for (const { source, kind } of listSources(composition)) {
      const signal = AbortSignal.timeout(SOURCE_TIMEOUT_SECONDS * 1000);
      const media = await loadSource({ source, expectedKind: kind, directory, timeoutSeconds: SOURCE_TIMEOUT_SECONDS, sizeBytesMax, allowHosts, signal, onBytes: () => undefined });
      facts.set(mediaKey(kind, source), media.facts);
    }
    return facts;
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
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
  const filePath = args.find((arg) => !arg.startsWith('--'));
  if (filePath === undefined) throw new Error('Say which composition: npm run plan file.json');
  const composition = await readComposition(filePath);
  const facts = await loadFacts(composition);
  const plan = planRender(resolveTimeline(composition, facts, await (await getFontLibrary()).load(composition)), facts);
  console.log(args.includes('--json') ? JSON.stringify(plan, null, 2) : describe(plan).join('\n'));
}

await run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
