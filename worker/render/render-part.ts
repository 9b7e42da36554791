/**
 * Makes one part of a plan: its bitmaps drawn, then one FFmpeg with the frames that are drawn while it runs; the encoded file, and the poster where the
 * part has it, out.
 */
import type { Readable } from 'node:stream';
import type { DrawnBitmap } from '#worker/canvas/draw-bitmaps';
import { Drawing } from '#worker/canvas/drawing';
import { runFfmpeg, type FfmpegInput, type FfmpegOutput, type FfmpegRun } from '#worker/ffmpeg/run-ffmpeg';
import { listBitmapArgs, listFrameArgs, listGlobalArgs, listInputArgs, listPosterArgs } from '#worker/render/encoder';
import { findFailure } from '#worker/render/ffmpeg-failure';
import { fitBitmaps } from '#worker/render/fit-bitmaps';
import { stringifyGraph } from '#worker/render/filter-graph';
import { buildGraph } from '#worker/render/graph';
import type { PlannedPart } from '#worker/render/render-plan';

export interface PartOptions {
  /** Path of each medium, by `mediaKey`. */
  sourcePaths: ReadonlyMap<string, string>;
  /** The attempt's own folder, for what FFmpeg needs beside. */
  directory: string;
  output: FfmpegOutput;
  posterPath: string;
  signal: AbortSignal;
  /** As FFmpeg tells it. */
  onFrames: (framesDone: number) => void;
}

/** Throws SOURCE_DAMAGED (naming the element where it can), DISK_FULL or RENDER_FAILED; the signal's reason when aborted. */
export async function renderPart(part: PlannedPart, options: PartOptions): Promise<FfmpegRun> {
  // Ends what draws when FFmpeg ends, and FFmpeg when drawing fails.
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const drawing = part.drawing === null ? null : new Drawing(part, part.drawing, { ...options, signal });
  try {
    const bitmaps = drawing === null ? [] : await drawing.drawBitmaps();
    const frames = drawing === null || part.drawing?.frameInputIndex === null ? null : drawing.frames((error) => stop.abort(error));
    return await encode(fitBitmaps(part, bitmaps), listInputs(part, bitmaps, frames, options.sourcePaths), { ...options, signal });
  } finally {
    stop.abort(new Error('The render is over'));
    await drawing?.close();
  }
}

/** Runs the one FFmpeg, and judges its end. */
async function encode(part: PlannedPart, inputs: readonly FfmpegInput[], { directory, output, posterPath, signal, onFrames }: PartOptions): Promise<FfmpegRun> {
  const run = await runFfmpeg({
    inputs,
    graph: stringifyGraph(buildGraph(part)),
    globalArgs: listGlobalArgs(part),
    outputs: part.poster === null ? [output] : [output, { path: posterPath, args: listPosterArgs() }],
    directory,
    signal,
    onFrames,
  });
  const inputPaths = inputs.map(({ path }) => (typeof path === 'string' ? path : 'pipe:0'));
  const failure = findFailure({ ...run, inputPaths }, part);
  if (failure !== null) throw failure;
  return run;
}

/** Sources, bitmaps and drawn frames, by their numbers. */
function listInputs(part: PlannedPart, bitmaps: readonly DrawnBitmap[], frames: Readable | null, sourcePaths: ReadonlyMap<string, string>): FfmpegInput[] {
  const inputs = listSourceInputs(part, sourcePaths);
  for (const { inputIndex, path, box } of bitmaps) inputs[inputIndex] = { path, args: listBitmapArgs(box) };
  if (frames !== null) inputs[part.drawing?.frameInputIndex ?? inputs.length] = { path: frames, args: listFrameArgs() };
  return inputs;
}

/** Sources alone, by their numbers. */
export function listSourceInputs(part: Pick<PlannedPart, 'inputs' | 'pictures'>, sourcePaths: ReadonlyMap<string, string>): FfmpegInput[] {
  const inputs: FfmpegInput[] = [];
  const inputArgs = listInputArgs(part);
  for (const [place, { index, mediaKey }] of part.inputs.entries()) {
    const path = sourcePaths.get(mediaKey);
    if (path === undefined) throw new Error('A source of the plan has not been loaded');
    inputs[index] = { path, args: inputArgs[place] ?? [] };
  }
  return inputs;
}
