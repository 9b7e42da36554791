/**
 * The worker's way from a composition to a file, without queue and network: sources are files of the test's folder.
 */
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { MediaFacts } from '#lib/composition/media-facts';
import { parseComposition } from '#lib/composition/parse';
import { resolve } from '#lib/composition/resolve';
import { listSources, mediaKey, type MediaKind } from '#lib/composition/sources';
import type { Timeline } from '#lib/composition/timeline';
import { getFontLibrary } from '#lib/fonts/get-font-library';
import { probeLocalFile } from '#scripts/probe-local-file';
import { readLocalFonts } from '#scripts/read-local-fonts';
import type { PreparedMedia } from '#worker/media/prepare-media';
import { planRender } from '#worker/render/plan';
import { renderPlan, type RenderReport } from '#worker/render/render';
import type { RenderPlan } from '#worker/render/render-plan';
import { verifyOutput } from '#worker/render/verify-output';
import { verifyPoster } from '#worker/canvas/verify-poster';

export interface Rendered {
  path: string;
  posterPath: string;
  plan: RenderPlan;
  report: RenderReport;
  /** Each count that was told, in order. */
  frames: number[];
}

export interface RenderTestOptions {
  signal?: AbortSignal;
  onFrames?: (framesDone: number) => void;
}

/** A folder for one test file's media and outputs. */
export async function makeRenderDirectory(): Promise<{ directory: string; remove: () => Promise<void> }> {
  const directory = await mkdtemp(path.join(tmpdir(), 'videogen-render-'));
  return { directory, remove: () => rm(directory, { recursive: true, force: true }) };
}

export const MEDIA_HOST = 'https://media.test/';

/** The address by which a composition names the file `name` of the test's folder. */
export const sourceOf = (name: string): string => `${MEDIA_HOST}${name}`;

export interface PlannedComposition {
  timeline: Timeline;
  plan: RenderPlan;
  /** By `mediaKey`, both. */
  sourcePaths: Map<string, string>;
  facts: Map<string, MediaFacts>;
}

/** Throws when the composition is invalid. `change` gives the timeline what no composition says. */
export async function planComposition(directory: string, composition: unknown, change = (timeline: Timeline): Timeline => timeline): Promise<PlannedComposition> {
  const parsed = parseComposition(composition);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const facts = new Map<string, MediaFacts>();
  const sourcePaths = new Map<string, string>();
  for (const { source, kind } of listSources(parsed.composition)) {
    const filePath = path.join(directory, source.slice(MEDIA_HOST.length));
    const key = mediaKey(kind, source);
    const media = await probeOnce(filePath, kind);
    facts.set(key, media.facts);
    sourcePaths.set(key, media.path);
  }
  const ownFonts = await readLocalFonts(parsed.composition, (source) => path.join(directory, source.slice(MEDIA_HOST.length)));
  const resolved = resolve(parsed.composition, facts, await (await getFontLibrary()).load(parsed.composition, ownFonts));
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  const timeline = change(resolved.timeline);
  return { timeline, plan: planRender(timeline, facts), sourcePaths, facts };
}

const probed = new Map<string, Promise<PreparedMedia>>();

/** Examples share their media: a file is probed again only when it has been written anew. */
async function probeOnce(filePath: string, kind: MediaKind): Promise<PreparedMedia> {
  const { mtimeMs, size } = await stat(filePath);
  const key = [kind, filePath, mtimeMs, size].join(' ');
  const media = probed.get(key) ?? probeLocalFile(filePath, kind);
  probed.set(key, media);
  return media;
}

/** Renders and verifies, in a folder of its own. */
export async function renderComposition(directory: string, name: string, composition: unknown, options: RenderTestOptions = {}): Promise<Rendered> {
  return renderPlanned(directory, name, await planComposition(directory, composition), options);
}

/** As above, from a plan. */
export async function renderPlanned(directory: string, name: string, planned: { plan: RenderPlan; sourcePaths: ReadonlyMap<string, string> }, options: RenderTestOptions = {}): Promise<Rendered> {
  const { plan, sourcePaths } = planned;
  const scratch = path.join(directory, `${name}-output`);
  await mkdir(scratch, { recursive: true });
  const outputPath = path.join(scratch, 'output.mp4');
  const posterPath = path.join(scratch, 'poster.jpg');
  const frames: number[] = [];
  const signal = options.signal ?? AbortSignal.timeout(110_000);
  const onFrames = (count: number): void => {
    frames.push(count);
    options.onFrames?.(count);
  };
  const report = await renderPlan(plan, { sourcePaths, directory: scratch, outputPath, posterPath, signal, onFrames });
  await verifyOutput(outputPath, plan, signal);
  await verifyPoster(posterPath, plan.poster);
  return { path: outputPath, posterPath, plan, report, frames };
}
