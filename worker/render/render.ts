/**
 * Carries a plan out: a plan and the paths of its sources in, one FFmpeg for the whole composition, or
 * one for each of its parts; the finished video, its poster and a report out.
 */
import { rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { FfmpegRun } from '#worker/ffmpeg/run-ffmpeg';
import { listOutputArgs, listPartArgs } from '#worker/render/encoder';
import { joinParts } from '#worker/render/join-parts';
import { renderPart } from '#worker/render/render-part';
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
  let framesDone = 0;
  const onFrames = (frames: number): void => {
    const bounded = Math.min(frames, plan.frameCount);
    if (bounded <= framesDone) return;
    framesDone = bounded;
    options.onFrames(bounded);
  };
  const run = isDivided(plan) ? await renderParts(plan, { ...options, onFrames }) : await renderPart(plan, { ...options, onFrames, output: { path: options.outputPath, args: listOutputArgs(plan) } });
  onFrames(plan.frameCount);
  return { wallMs: Math.round(performance.now() - startedAt), ffmpegCommand: run.command, stderr: run.stderr };
}

type DividedPlan = RenderPlan & { partsInputIndex: number };

const isDivided = (plan: RenderPlan): plan is DividedPlan => plan.partsInputIndex !== null;

/** One after the other: two at once would hold twice as much. */
async function renderParts(plan: DividedPlan, options: RenderOptions): Promise<FfmpegRun> {
  const partPaths: string[] = [];
  let framesBefore = 0;
  for (const [index, part] of plan.parts.entries()) {
    const path = join(options.directory, `part-${index}.mp4`);
    await renderPart(part, { ...options, output: { path, args: listPartArgs(part) }, onFrames: (frames) => options.onFrames(framesBefore + Math.min(frames, part.frameCount)) });
    partPaths.push(path);
    framesBefore += part.frameCount;
  }
  const listPath = join(options.directory, 'parts.txt');
  await writeFile(listPath, partPaths.map((path) => `file '${basename(path)}'\n`).join(''));
  const run = await joinParts(plan, { ...options, listPath });
  // A worker's disk holds the output twice, and no longer than it must.
  await Promise.all(partPaths.map((path) => rm(path)));
  return run;
}
