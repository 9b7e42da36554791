/**
 * Makes one preview by one FFmpeg in its sandbox: a checked file, a graph and an output in, the file that was written out.
 */
import { stat } from 'node:fs/promises';
import type { PictureFacts } from '#lib/composition/media-facts';
import { runFfmpeg } from '#worker/ffmpeg/run-ffmpeg';
import { listOpenArgs } from '#worker/render/encoder';
import { filter, stringifyGraph, type Filter } from '#worker/render/filter-graph';
import { canvasFilters, STILL_SCALER } from '#worker/render/picture-filters';
import { isSideways } from '#worker/render/source-geometry';

export interface PreviewInput {
  /** The checked file. */
  path: string;
  directory: string;
  signal: AbortSignal;
}

export interface PreviewOutput<Found> {
  path: string;
  contentType: string;
  found: Found;
}

export interface PreviewRun {
  stream: { demuxer: string; decoder: string | null; streamIndex: number; isSound: boolean; seekSeconds: number | null };
  /** More options before the input. */
  inputArgs?: readonly string[];
  filters: readonly Filter[];
  outputPath: string;
  outputArgs: readonly string[];
}

const OUTPUT_LABEL = 'preview';

/** Throws when FFmpeg fails or writes nothing, or the signal's reason. */
export async function writePreview({ path, directory, signal }: PreviewInput, { stream, inputArgs = [], filters, outputPath, outputArgs }: PreviewRun): Promise<void> {
  const input = { ...stream, index: 0, mediaKey: '', elementIds: [] };
  const end = await runFfmpeg({
    inputs: [{ path, args: [...inputArgs, ...listOpenArgs(input)] }],
    graph: stringifyGraph([{ in: [`0:${stream.streamIndex}`], filters, out: [OUTPUT_LABEL] }]),
    // Time stamps stay those of the file, in which the facts are told.
    globalArgs: ['-copyts', '-y'],
    outputs: [{ path: outputPath, args: ['-map', `[${OUTPUT_LABEL}]`, '-map_metadata', '-1', ...outputArgs] }],
    directory,
    signal,
    onFrames: () => undefined,
  });
  const size = (await stat(outputPath).catch(() => null))?.size ?? 0;
  if (end.failure !== null || size === 0) throw new Error(`no preview: ${[end.failure, ...end.stderr].join('\n')}`);
}

/** From the stored picture to an upright one of that size, in RGBA. */
export function smallPictureFilters(facts: PictureFacts, size: { widthPx: number; heightPx: number }): Filter[] {
  const { codedWidthPx, codedHeightPx, orientation } = facts;
  const isTurned = isSideways(orientation);
  return canvasFilters({
    ...facts,
    crop: { xPx: 0, yPx: 0, widthPx: codedWidthPx, heightPx: codedHeightPx },
    scaledWidthPx: isTurned ? size.heightPx : size.widthPx,
    scaledHeightPx: isTurned ? size.widthPx : size.heightPx,
  });
}

/** As a poster of a result: a JPEG is bt601 of full range to every reader. */
export const TO_JPEG_COLOURS: readonly Filter[] = [
  filter('format', { pix_fmts: 'gbrp' }),
  filter('scale', { out_color_matrix: 'bt601', out_range: 'pc', flags: STILL_SCALER }),
  filter('format', { pix_fmts: 'yuvj420p' }),
];

/** Options of a JPEG's file: no artefact shows at the size it is made for. */
export const JPEG_ARGS = ['-frames:v', '1', '-c:v', 'mjpeg', '-q:v', '5', '-f', 'mjpeg'] as const;
