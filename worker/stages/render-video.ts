/** Renders a timeline into checked files: timeline and media in, the paths of video and poster and the video's measures out. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Timeline } from '#lib/composition/timeline';
import { verifyPoster } from '#worker/canvas/verify-poster';
import type { JobContext } from '#worker/job-context';
import { checkMemory } from '#worker/render/limits';
import { findRenderMemoryBytes } from '#worker/render/memory-share';
import { planRender } from '#worker/render/plan';
import { checkCost } from '#worker/render/render-cost';
import { renderPlan } from '#worker/render/render';
import { verifyOutput } from '#worker/render/verify-output';
import type { DownloadedSources } from '#worker/stages/download-sources';

export interface RenderedVideo {
  path: string;
  posterPath: string;
  sizeBytes: number;
  durationSeconds: number;
  renderMs: number;
}

/** Throws AppError RENDER_*, SOURCE_DAMAGED, OUTPUT_TOO_COMPLEX or DISK_FULL, or the signal's reason. */
export async function renderVideo(context: JobContext, timeline: Timeline, { files, facts }: DownloadedSources): Promise<RenderedVideo> {
  const { directory, signal, progress, log } = context;
  const plan = planRender(timeline, facts);
  checkMemory(plan.memoryBytes, findRenderMemoryBytes());
  checkCost(plan, { timeoutSeconds: context.config.jobs.processingTimeoutSeconds, cores: availableParallelism() });
  const outputPath = join(directory, `output.${timeline.outputFormat}`);
  const posterPath = join(directory, 'poster.jpg');
  const report = await renderPlan(plan, {
    sourcePaths: new Map([...files].map(([key, media]) => [key, media.path])),
    directory,
    outputPath,
    posterPath,
    signal,
    onFrames: (framesDone) => progress.advance(framesDone / timeline.frameCount),
  });
  const [{ sizeBytes, durationSeconds }] = await Promise.all([verifyOutput(outputPath, plan, signal), verifyPoster(posterPath, plan.poster)]);
  log.info({ renderMs: report.wallMs, frames: timeline.frameCount, sizeBytes }, 'rendered');
  return { path: outputPath, posterPath, sizeBytes, durationSeconds, renderMs: Math.round(report.wallMs) };
}
