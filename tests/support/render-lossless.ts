/** A plan carried out like a render, but encoded without loss and without sound: for comparing pixels before the encoder has changed them. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { DrawnBitmap } from '#worker/canvas/draw-bitmaps';
import { Drawing } from '#worker/canvas/drawing';
import { runFfmpeg, type FfmpegInput } from '#worker/ffmpeg/run-ffmpeg';
import { listBitmapArgs, listFrameArgs, listGlobalArgs, listInputArgs, listPosterArgs } from '#worker/render/encoder';
import { stringifyGraph } from '#worker/render/filter-graph';
import { fitBitmaps } from '#worker/render/fit-bitmaps';
import { buildGraph, VIDEO_LABEL } from '#worker/render/graph';
import type { RenderPlan } from '#worker/render/render-plan';
import { planComposition, type PlannedComposition } from '#tests/support/render-composition';

/** The path of a Matroska file of the same frames. */
export async function renderLossless(directory: string, name: string, composition: unknown): Promise<string> {
  return renderPlannedLossless(directory, name, await planComposition(directory, composition));
}

/** As above, from a plan. */
export async function renderPlannedLossless(directory: string, name: string, { plan: withSound, sourcePaths }: Pick<PlannedComposition, 'plan' | 'sourcePaths'>): Promise<string> {
  const plan: RenderPlan = { ...withSound, audio: { kind: 'none' } };
  const scratch = path.join(directory, `${name}-lossless`);
  await mkdir(scratch, { recursive: true });
  const stop = new AbortController();
  const signal = AbortSignal.any([stop.signal, AbortSignal.timeout(110_000)]);
  const drawing = plan.drawing === null ? null : new Drawing(plan, plan.drawing, { sourcePaths, directory: scratch, signal });
  try {
    const bitmaps = drawing === null ? [] : await drawing.drawBitmaps();
    const frames = drawing === null || plan.drawing?.frameInputIndex === null ? null : drawing.frames((error) => stop.abort(error));
    const outputPath = path.join(scratch, 'output.mkv');
    const { failure, stderr } = await runFfmpeg({
      inputs: listInputs(plan, bitmaps, frames, sourcePaths),
      graph: stringifyGraph(buildGraph(fitBitmaps(plan, bitmaps))),
      globalArgs: listGlobalArgs(plan),
      outputs: [{ path: outputPath, args: listLosslessArgs(plan) }, { path: path.join(scratch, 'poster.jpg'), args: listPosterArgs() }],
      directory: scratch,
      signal,
      onFrames: () => undefined,
    });
    if (failure !== null) throw new Error([failure, ...stderr].join('\n'));
    return outputPath;
  } finally {
    stop.abort(new Error('The render is over'));
    await drawing?.close();
  }
}

function listLosslessArgs({ frameRate }: RenderPlan): string[] {
  return ['-map', `[${VIDEO_LABEL}]`, '-r', `${frameRate.numerator}/${frameRate.denominator}`, '-c:v', 'libx264', '-preset', 'ultrafast', '-qp', '0', '-f', 'matroska'];
}

function listInputs(plan: RenderPlan, bitmaps: readonly DrawnBitmap[], frames: Readable | null, sourcePaths: ReadonlyMap<string, string>): FfmpegInput[] {
  const inputs: FfmpegInput[] = [];
  const inputArgs = listInputArgs(plan);
  for (const [place, { index, mediaKey }] of plan.inputs.entries()) inputs[index] = { path: sourcePaths.get(mediaKey) ?? '', args: inputArgs[place] ?? [] };
  for (const { inputIndex, path: bitmapPath, box } of bitmaps) inputs[inputIndex] = { path: bitmapPath, args: listBitmapArgs(box) };
  if (frames !== null) inputs[plan.drawing?.frameInputIndex ?? inputs.length] = { path: frames, args: listFrameArgs() };
  return inputs;
}
