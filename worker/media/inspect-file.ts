/**
 * What ffprobe says about one file of a known format: a path and its demuxer in, checked JSON out.
 * Every look at a source goes through here, so that none of them forgets the rules for untrusted files.
 */
import { z } from 'zod';
import { AppError } from '#lib/errors';
import { FfprobeError, runFfprobeWithLog } from '#worker/ffmpeg/run-ffprobe';
import { PIXELS_MAX, PROBE_TIMEOUT_MS } from '#worker/media/limits';
import type { SourceFormat } from '#worker/media/sniff';

export interface SourceFile {
  /** Absolute. */
  path: string;
  format: SourceFormat;
  signal: AbortSignal;
}

const sideDataSchema = z.looseObject({ displaymatrix: z.string().optional() });
const tagsSchema = z.record(z.string(), z.string()).default({});

const streamSchema = z.object({
  index: z.number().int(),
  codec_type: z.string().optional(),
  codec_name: z.string().default('unknown'),
  profile: z.string().optional(),
  width: z.number().int().default(0),
  height: z.number().int().default(0),
  pix_fmt: z.string().optional(),
  sample_aspect_ratio: z.string().optional(),
  color_space: z.string().optional(),
  color_range: z.string().optional(),
  avg_frame_rate: z.string().default('0/0'),
  start_time: z.coerce.number().optional(),
  duration: z.coerce.number().optional(),
  sample_rate: z.coerce.number().int().default(0),
  channels: z.number().int().default(0),
  disposition: z.record(z.string(), z.number()).default({}),
  tags: tagsSchema,
  side_data_list: z.array(sideDataSchema).default([]),
});

const frameSchema = z.object({
  best_effort_timestamp_time: z.coerce.number().optional(),
  nb_samples: z.number().int().default(0),
  tags: tagsSchema,
  side_data_list: z.array(sideDataSchema).default([]),
});

const inspectionSchema = z.object({
  streams: z.array(streamSchema).default([]),
  frames: z.array(frameSchema).default([]),
  format: z.object({ start_time: z.coerce.number().optional(), duration: z.coerce.number().optional() }).default({}),
});

export type InspectedStream = z.infer<typeof streamSchema>;
export type InspectedFrame = z.infer<typeof frameSchema>;
export type Inspection = z.infer<typeof inspectionSchema>;

/**
 * The options that precede every source: only local files, only this demuxer, also for what the file itself refers to,
 * and no decoding of pictures beyond the cap. The path is ours and absolute, so it cannot be taken for an option.
 */
export function toInputArgs({ path, format }: SourceFile): string[] {
  return ['-protocol_whitelist', 'file', '-format_whitelist', format.demuxer, '-f', format.demuxer, '-max_pixels', String(PIXELS_MAX), path];
}

/** Runs ffprobe on the file. Throws SOURCE_DAMAGED or SOURCE_TOO_MANY_PIXELS when it cannot be read. */
export async function inspectFile(file: SourceFile, args: readonly string[]): Promise<Inspection> {
  const options = { args: [...args, ...toInputArgs(file)], timeoutMs: PROBE_TIMEOUT_MS, signal: file.signal };
  const { answer, log } = await runFfprobeWithLog(options).catch((error: unknown) => {
    throw toSourceError(error);
  });
  if (hasTooManyPixels(log)) throw new AppError('SOURCE_TOO_MANY_PIXELS', { cause: log });
  const parsed = inspectionSchema.safeParse(answer);
  if (!parsed.success) throw new AppError('SOURCE_DAMAGED', { cause: parsed.error });
  return parsed.data;
}

/** What a failure of ffprobe says about the source; other errors are not the source's and stay as they are. */
export function toSourceError(error: unknown): unknown {
  if (!(error instanceof FfprobeError)) return error;
  return new AppError(hasTooManyPixels(error.message) ? 'SOURCE_TOO_MANY_PIXELS' : 'SOURCE_DAMAGED', { cause: error });
}

/** FFmpeg has no code of its own for this; were the words to change, the source would only be called damaged instead. */
function hasTooManyPixels(log: string): boolean {
  return /Picture size \d+x\d+ (exceeds|is invalid)/.test(log);
}
