/**
 * Joins the parts of a plan: their encoded files in; one video with the sound of the whole, no frame of it encoded again, out.
 */
import { runFfmpeg, type FfmpegRun } from '#worker/ffmpeg/run-ffmpeg';
import { listGlobalArgs, listJoinArgs, listPartsArgs } from '#worker/render/encoder';
import { findFailure } from '#worker/render/ffmpeg-failure';
import { stringifyGraph } from '#worker/render/filter-graph';
import { buildSoundGraph } from '#worker/render/graph';
import { listSourceInputs } from '#worker/render/render-part';
import type { RenderPlan } from '#worker/render/render-plan';

export interface JoinOptions {
  sourcePaths: ReadonlyMap<string, string>;
  /** The attempt's own folder. */
  directory: string;
  /** Names of the parts, for FFmpeg's `concat`; they are looked for beside it. */
  listPath: string;
  outputPath: string;
  signal: AbortSignal;
}

/** Throws as a render does. */
export async function joinParts(plan: RenderPlan & { partsInputIndex: number }, { sourcePaths, directory, listPath, outputPath, signal }: JoinOptions): Promise<FfmpegRun> {
  const inputs = listSourceInputs(plan, sourcePaths);
  inputs[plan.partsInputIndex] = { path: listPath, args: listPartsArgs() };
  const run = await runFfmpeg({
    inputs,
    graph: stringifyGraph(buildSoundGraph(plan)),
    globalArgs: listGlobalArgs(plan),
    outputs: [{ path: outputPath, args: listJoinArgs(plan, plan.partsInputIndex) }],
    directory,
    signal,
    onFrames: () => undefined,
  });
  const failure = findFailure({ ...run, inputPaths: inputs.map(({ path }) => String(path)) }, plan);
  if (failure !== null) throw failure;
  return run;
}
