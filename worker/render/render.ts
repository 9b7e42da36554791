/**
 * Carries a plan out: a plan and the paths of its sources in, one FFmpeg for the whole composition, the finished file and a report out.
 */
import { runFfmpeg } from '#worker/ffmpeg/run-ffmpeg';
import { listGlobalArgs, listInputArgs, listOutputArgs } from '#worker/render/encoder';
import { findFailure } from '#worker/render/ffmpeg-failure';
import { stringifyGraph } from '#worker/render/filter-graph';
import { buildGraph } from '#worker/render/graph';
import type { RenderPlan } from '#worker/render/render-plan';

export interface RenderOptions {
  /** Path of each medium, by `mediaKey`. */
  sourcePaths: ReadonlyMap<string, string>;
  /** The attempt's own folder, for what FFmpeg needs beside. */
  directory: string;
  outputPath: string;
  signal: AbortSignal;
  /** Never goes back, never passes the plan's `frameCount`, and reaches it when the render is done. */
  onFrames: (framesDone: number) => void;
}

export interface RenderReport {
  wallMs: number;
  /** For the log: the program and its arguments. */
  ffmpegCommand: string[];
  /** Its last words; usually none. For the log. */
  stderr: string[];
}

/** Throws SOURCE_DAMAGED (naming the element where it can), DISK_FULL or RENDER_FAILED; the signal's reason when aborted. */
export async function renderPlan(plan: RenderPlan, options: RenderOptions): Promise<RenderReport> {
  const startedAt = performance.now();
  const inputPaths = plan.inputs.map(({ mediaKey }) => findPath(options.sourcePaths, mediaKey));
  let framesDone = 0;
  const run = await runFfmpeg({
    inputs: listInputArgs(plan).map((args, index) => ({ path: inputPaths[index] ?? '', args })),
    graph: stringifyGraph(buildGraph(plan)),
    globalArgs: listGlobalArgs(plan),
    outputArgs: listOutputArgs(plan),
    outputPath: options.outputPath,
    directory: options.directory,
    signal: options.signal,
    onFrames: (frames) => {
      const bounded = Math.min(frames, plan.frameCount);
      if (bounded <= framesDone) return;
      framesDone = bounded;
      options.onFrames(bounded);
    },
  });
  const failure = findFailure({ ...run, inputPaths }, plan);
  if (failure !== null) throw failure;
  if (framesDone < plan.frameCount) options.onFrames(plan.frameCount);
  return { wallMs: Math.round(performance.now() - startedAt), ffmpegCommand: run.command, stderr: run.stderr };
}

function findPath(sourcePaths: ReadonlyMap<string, string>, mediaKey: string): string {
  const path = sourcePaths.get(mediaKey);
  if (path === undefined) throw new Error('A source of the plan has not been loaded');
  return path;
}
