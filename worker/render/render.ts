/**
 * Carries a plan out: a plan and the paths of its sources in, one FFmpeg for the whole composition, the finished video, its poster and a report out.
 */
import type { Readable } from 'node:stream';
import type { DrawnBitmap } from '#worker/canvas/draw-bitmaps';
import { Drawing } from '#worker/canvas/drawing';
import { runFfmpeg, type FfmpegInput, type FfmpegRun } from '#worker/ffmpeg/run-ffmpeg';
import { listBitmapArgs, listFrameArgs, listGlobalArgs, listInputArgs, listOutputArgs, listPosterArgs } from '#worker/render/encoder';
import { findFailure } from '#worker/render/ffmpeg-failure';
import { fitBitmaps } from '#worker/render/fit-bitmaps';
import { stringifyGraph } from '#worker/render/filter-graph';
import { buildGraph } from '#worker/render/graph';
import type { RenderPlan } from '#worker/render/render-plan';

export interface RenderOptions {
  /** Path of each medium, by `mediaKey`. */
  sourcePaths: ReadonlyMap<string, string>;
  /** The attempt's own folder, for what FFmpeg needs beside. */
  directory: string;
  outputPath: string;
  posterPath: string;
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
  // Ends what draws when FFmpeg ends, and FFmpeg when drawing fails.
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const drawing = plan.drawing === null ? null : new Drawing(plan, plan.drawing, { ...options, signal });
  try {
    const bitmaps = drawing === null ? [] : await drawing.drawBitmaps();
    const frames = drawing === null || plan.drawing?.frameInputIndex === null ? null : drawing.frames((error) => stop.abort(error));
    const run = await encode(fitBitmaps(plan, bitmaps), listInputs(plan, bitmaps, frames, options.sourcePaths), { ...options, signal });
    return { wallMs: Math.round(performance.now() - startedAt), ffmpegCommand: run.command, stderr: run.stderr };
  } finally {
    stop.abort(new Error('The render is over'));
    await drawing?.close();
  }
}

/** Runs the one FFmpeg that makes the video, and judges its end. */
async function encode(plan: RenderPlan, inputs: readonly FfmpegInput[], options: RenderOptions): Promise<FfmpegRun> {
  let framesDone = 0;
  const run = await runFfmpeg({
    inputs,
    graph: stringifyGraph(buildGraph(plan)),
    globalArgs: listGlobalArgs(plan),
    outputs: [
      { path: options.outputPath, args: listOutputArgs(plan) },
      { path: options.posterPath, args: listPosterArgs() },
    ],
    directory: options.directory,
    signal: options.signal,
    onFrames: (frames) => {
      const bounded = Math.min(frames, plan.frameCount);
      if (bounded <= framesDone) return;
      framesDone = bounded;
      options.onFrames(bounded);
    },
  });
  const inputPaths = inputs.map(({ path }) => (typeof path === 'string' ? path : 'pipe:0'));
  const failure = findFailure({ ...run, inputPaths }, plan);
  if (failure !== null) throw failure;
  if (framesDone < plan.frameCount) options.onFrames(plan.frameCount);
  return run;
}

/** Sources, bitmaps and drawn frames, by their numbers. */
function listInputs(plan: RenderPlan, bitmaps: readonly DrawnBitmap[], frames: Readable | null, sourcePaths: ReadonlyMap<string, string>): FfmpegInput[] {
  const inputs: FfmpegInput[] = [];
  const inputArgs = listInputArgs(plan);
  for (const [place, input] of plan.inputs.entries()) inputs[input.index] = { path: findPath(sourcePaths, input.mediaKey), args: inputArgs[place] ?? [] };
  for (const { inputIndex, path, box } of bitmaps) inputs[inputIndex] = { path, args: listBitmapArgs(box) };
  if (frames !== null) inputs[plan.drawing?.frameInputIndex ?? inputs.length] = { path: frames, args: listFrameArgs(plan) };
  return inputs;
}

function findPath(sourcePaths: ReadonlyMap<string, string>, mediaKey: string): string {
  const path = sourcePaths.get(mediaKey);
  if (path === undefined) throw new Error('A source of the plan has not been loaded');
  return path;
}
