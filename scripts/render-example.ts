/**
 * Renders one example as the worker renders a job, with the sample media of public/samples. In: the example and the folder of the gallery.
 * Out: `<id>.mp4` and `<id>.jpg` in that folder, and what is to be known of them.
 */
import { copyFile, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Example } from '#lib/composition/examples/example';
import type { MediaFacts } from '#lib/composition/media-facts';
import { parseComposition } from '#lib/composition/parse';
import type { Composition } from '#lib/composition/schema/composition';
import { listSources, mediaKey } from '#lib/composition/sources';
import { getFontLibrary } from '#lib/fonts/get-font-library';
import { GALLERY_ORIGIN, hashExample, type GalleryEntry } from '#lib/gallery/gallery-manifest';
import { probeLocalFile } from '#scripts/probe-local-file';
import { PROJECT_ROOT } from '#scripts/project-root';
import { readLocalFonts } from '#scripts/read-local-fonts';
import { planRender } from '#worker/render/plan';
import { renderPlan } from '#worker/render/render';
import type { RenderPlan } from '#worker/render/render-plan';
import { verifyOutput } from '#worker/render/verify-output';
import { verifyPoster } from '#worker/canvas/verify-poster';
import { resolveTimeline } from '#worker/stages/resolve-timeline';

const RENDER_TIMEOUT_MS = 600_000;

/** Throws what a job would fail with. */
export async function renderExample(example: Example, galleryFolder: string): Promise<GalleryEntry> {
  const parsed = parseComposition(example.build(GALLERY_ORIGIN));
  if (!parsed.ok) throw new Error(parsed.problems.map(({ path: where, message }) => `${where} ${message}`).join('; '));
  const directory = await mkdtemp(path.join(tmpdir(), 'videogen-gallery-'));
  try {
    const { plan, sourcePaths } = await planExample(parsed.composition, directory);
    const [outputPath, posterPath] = [path.join(directory, 'output.mp4'), path.join(directory, 'poster.jpg')];
    const signal = AbortSignal.timeout(RENDER_TIMEOUT_MS);
    const { wallMs } = await renderPlan(plan, { sourcePaths, directory, outputPath, posterPath, signal, onFrames: () => undefined });
    const { sizeBytes, durationSeconds } = await verifyOutput(outputPath, plan, signal);
    await verifyPoster(posterPath, plan.poster);
    await copyFile(outputPath, path.join(galleryFolder, `${example.id}.mp4`));
    await copyFile(posterPath, path.join(galleryFolder, `${example.id}.jpg`));
    const { widthPx, heightPx } = plan;
    const { size: posterBytes } = await stat(posterPath);
    return { compositionHash: hashExample(example), widthPx, heightPx, durationSeconds, sizeBytes, posterBytes, engines: listEngines(plan), renderMs: wallMs };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

async function planExample(composition: Composition, directory: string): Promise<{ plan: RenderPlan; sourcePaths: Map<string, string> }> {
  const facts = new Map<string, MediaFacts>();
  const sourcePaths = new Map<string, string>();
  for (const [index, { source, kind }] of listSources(composition).entries()) {
    // A copy, as what is made of a source is laid beside it.
    const copyPath = path.join(directory, `source-${index}`, path.basename(new URL(source).pathname));
    await mkdir(path.dirname(copyPath));
    await copyFile(toSamplePath(source), copyPath);
    const media = await probeLocalFile(copyPath, kind);
    facts.set(mediaKey(kind, source), media.facts);
    sourcePaths.set(mediaKey(kind, source), media.path);
  }
  const fonts = await (await getFontLibrary()).load(composition, await readLocalFonts(composition, toSamplePath));
  return { plan: planRender(resolveTimeline(composition, facts, fonts), facts), sourcePaths };
}

const toSamplePath = (source: string): string => path.join(PROJECT_ROOT, 'public', new URL(source).pathname);

function listEngines({ spans }: RenderPlan): string[] {
  const frames = new Map<string, number>();
  for (const { engine, startFrame, endFrame } of spans) frames.set(engine, (frames.get(engine) ?? 0) + endFrame - startFrame);
  return [...frames].toSorted(([, first], [, second]) => second - first).map(([engine]) => engine);
}
