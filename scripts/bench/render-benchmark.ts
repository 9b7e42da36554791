/**
 * What a render costs beside the commands that people write by hand: a workload in; CPU seconds, time on the clock and memory out, of our worker's way, of the same with
 * constants made once (folded), of the usual command (naive) and of melt, all with the same encoder settings.
 */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { MediaFacts } from '#lib/composition/media-facts';
import { parseComposition } from '#lib/composition/parse';
import { listSources, mediaKey } from '#lib/composition/sources';
import { getFfmpegConfig } from '#lib/config';
import { getFontLibrary } from '#lib/fonts/get-font-library';
import { makeBenchMedia } from '#scripts/bench/media';
import { measure, type Cost } from '#scripts/bench/measure';
import type { CommandLine, Workload } from '#scripts/bench/workload';
import { findProgram } from '#worker/ffmpeg/sandbox';
import { probeLocalFile } from '#scripts/probe-local-file';
import { listQualityArgs, videoQualityOf } from '#worker/render/encoder';
import { planRender } from '#worker/render/plan';
import { renderPlan } from '#worker/render/render';
import type { RenderPlan } from '#worker/render/render-plan';
import { resolveTimeline } from '#worker/stages/resolve-timeline';

const run = promisify(execFile);
const ORIGIN = 'https://bench.test/';
/** Words of the programs are kept in memory until they end. */
const OUTPUT_BYTES_MAX = 64 * 1024 * 1024;

export const CONTENDERS = ['videogen', 'folded', 'naive', 'melt'] as const;
export type Contender = (typeof CONTENDERS)[number];
export type RenderRow = { workload: string } & Partial<Record<Contender, Cost>>;

/** Our own way: resolve, plan, render. Probing and fonts are not part of it: they are of the download, and of the worker's start. */
async function prepareOwn(workload: Workload, directory: string): Promise<{ plan: () => RenderPlan; render: () => Promise<void> }> {
  const parsed = parseComposition(workload.composition((name) => `${ORIGIN}${name}`));
  if (!parsed.ok) throw new Error(`${workload.name}: ${parsed.problems.map(({ path: where, message }) => `${where}: ${message}`).join('; ')}`);
  const facts = new Map<string, MediaFacts>();
  const sourcePaths = new Map<string, string>();
  for (const { source, kind } of listSources(parsed.composition)) {
    const media = await probeLocalFile(path.join(directory, source.slice(ORIGIN.length)), kind);
    facts.set(mediaKey(kind, source), media.facts);
    sourcePaths.set(mediaKey(kind, source), media.path);
  }
  const fonts = await (await getFontLibrary()).load(parsed.composition);
  const scratch = path.join(directory, `${workload.name}-own`);
  await mkdir(scratch, { recursive: true });
  const plan = (): RenderPlan => planRender(resolveTimeline(parsed.composition, facts, fonts), facts);
  return { plan, render: () => renderOwn(plan(), sourcePaths, scratch) };
}

async function renderOwn(plan: RenderPlan, sourcePaths: ReadonlyMap<string, string>, scratch: string): Promise<void> {
  const [outputPath, posterPath] = [path.join(scratch, 'output.mp4'), path.join(scratch, 'poster.jpg')];
  await renderPlan(plan, { sourcePaths, directory: scratch, outputPath, posterPath, signal: new AbortController().signal, onFrames: () => undefined });
}

interface Contest {
  workload: Workload;
  directory: string;
  /** Of our own way: what the others encode with as well. */
  plan: RenderPlan;
}

async function runCommand({ inputs, graph, sound }: CommandLine, { workload: { seconds }, directory, plan }: Contest): Promise<void> {
  const encoder = ['-r', '30', '-c:v', 'libx264', ...listQualityArgs(plan), '-profile:v', 'high', '-pix_fmt', 'yuv420p', '-g', '60'];
  const args = ['-v', 'error', '-nostdin', '-y', ...inputs, '-filter_complex', graph, '-map', '[v]', ...sound, ...encoder, '-t', String(seconds), '-movflags', '+faststart', 'command.mp4'];
  await run(getFfmpegConfig().ffmpegPath, args, { cwd: directory, maxBuffer: OUTPUT_BYTES_MAX });
}

async function runMelt(melt: string, args: readonly string[], { workload: { canvas: { widthPx, heightPx } }, directory, plan }: Contest): Promise<void> {
  const profile = { description: 'bench', frame_rate_num: 30, frame_rate_den: 1, width: widthPx, height: heightPx, progressive: 1, sample_aspect_num: 1, sample_aspect_den: 1, display_aspect_num: widthPx, display_aspect_den: heightPx, colorspace: 709 };
  await writeFile(path.join(directory, 'bench.profile'), Object.entries(profile).map(([key, value]) => `${key}=${value}`).join('\n'));
  const quality = Object.entries(videoQualityOf(plan)).map(([option, value]) => `${option}=${value}`);
  const consumer = ['-consumer', 'avformat:melt.mp4', 'vcodec=libx264', ...quality, 'g=60', 'pix_fmt=yuv420p', 'vprofile=high', 'acodec=aac', 'real_time=-1', 'threads=0', 'terminate_on_pause=1'];
  await run(melt, ['-profile', 'bench.profile', ...args, ...consumer], { cwd: directory, maxBuffer: OUTPUT_BYTES_MAX, env: { ...process.env, SDL_AUDIODRIVER: 'dummy', QT_QPA_PLATFORM: 'offscreen' } });
}

/** How each contender does it; those that cannot are missing. */
async function prepareContenders(workload: Workload, directory: string): Promise<Map<Contender, () => Promise<void>>> {
  const { naive, folded, melt } = workload;
  const meltPath = await findProgram('melt');
  const own = await prepareOwn(workload, directory);
  const contest = { workload, directory, plan: own.plan() };
  const works = new Map<Contender, () => Promise<void>>([['videogen', own.render]]);
  if (folded !== null) works.set('folded', () => runCommand(folded, contest));
  if (naive !== null) works.set('naive', () => runCommand(naive, contest));
  if (melt !== null && meltPath !== null) works.set('melt', () => runMelt(meltPath, melt, contest));
  return works;
}

/** In turns, so that what else the machine does falls on all of them alike. */
export async function benchWorkload(workload: Workload, { runs, contenders, directory }: { runs: number; contenders: readonly Contender[]; directory: string }): Promise<RenderRow> {
  await makeBenchMedia(directory, workload.media, getFfmpegConfig().ffmpegPath);
  const works = await prepareContenders(workload, directory);
  const row: RenderRow = { workload: workload.name };
  for (let turn = 0; turn < runs; turn += 1) {
    for (const name of contenders) {
      const work = works.get(name);
      if (work !== undefined) row[name] = cheaper(row[name], await measure(work, { isOwn: name === 'videogen' }));
    }
  }
  return row;
}

function cheaper(known: Cost | undefined, cost: Cost): Cost {
  return known === undefined || cost.cpuSeconds < known.cpuSeconds ? cost : known;
}

export function describeRow(row: RenderRow, { title }: Workload): string {
  const base = row.folded ?? row.naive;
  const lines = CONTENDERS.flatMap((name) => {
    const cost = row[name];
    if (cost === undefined) return [];
    const ratio = base === undefined ? '' : `${(cost.cpuSeconds / base.cpuSeconds).toFixed(2)} x`;
    return [`  ${name.padEnd(10)}${cost.cpuSeconds.toFixed(1).padStart(8)} s CPU ${ratio.padStart(8)}${cost.wallSeconds.toFixed(1).padStart(9)} s${cost.peakMib.toFixed(0).padStart(7)} MiB`];
  });
  return [`${row.workload}: ${title}`, ...lines].join('\n');
}
