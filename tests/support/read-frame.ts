/**
 * Looks into rendered videos: decodes frames to RGB (as bt709, limited range, whatever the file says) and sound to samples.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { COUNTER_BITS } from '#tests/support/test-pictures';

const run = promisify(execFile);

export type Rgb = readonly [red: number, green: number, blue: number];

export interface Frame {
  widthPx: number;
  heightPx: number;
  /** 3 bytes a pixel, row by row. */
  pixels: Buffer;
}

const FFMPEG = () => process.env['FFMPEG_PATH'] ?? 'ffmpeg';
const FFPROBE = () => process.env['FFPROBE_PATH'] ?? 'ffprobe';
const OUTPUT_BYTES_MAX = 2 ** 31 - 1;
/** How a player shows our videos, exactly rounded. */
export const TO_RGB = 'scale=in_color_matrix=bt709:in_range=tv:out_range=pc:flags=accurate_rnd+full_chroma_int+full_chroma_inp,format=rgb24';

/** Every frame of the video as its file stores it, in order. Keep the video small: all of it is held in memory. */
export async function readFrames(filePath: string): Promise<Frame[]> {
  return decode(filePath, 'null');
}

/** Frame `frameIndex` (0 = first) of the video. */
export async function readFrame(filePath: string, frameIndex: number): Promise<Frame> {
  const [frame] = await decode(filePath, `select=eq(n\\,${frameIndex})`);
  if (frame === undefined) throw new Error(`${filePath} has no frame ${frameIndex}`);
  return frame;
}

/** The given frames (0 = first) of the video, in rising order: each index once. */
export async function readFramesAt(filePath: string, frameIndexes: readonly number[]): Promise<Frame[]> {
  const frames = await decode(filePath, `select=${frameIndexes.map((index) => `eq(n\\,${index})`).join('+')}`);
  if (frames.length !== frameIndexes.length) throw new Error(`${filePath} has ${frames.length} of the frames ${frameIndexes.join(', ')}`);
  return frames;
}

/** The colour of the pixel at (x, y). */
export function colourAt(frame: Frame, x: number, y: number): Rgb {
  const offset = (y * frame.widthPx + x) * 3;
  return [frame.pixels[offset]!, frame.pixels[offset + 1]!, frame.pixels[offset + 2]!];
}

/** The number a `counter` picture shows that fills the given part of the frame (default: all of it). */
export function readCounter(frame: Frame, box = { xPx: 0, yPx: 0, widthPx: frame.widthPx, heightPx: frame.heightPx }): number {
  let value = 0;
  for (let bit = 0; bit < COUNTER_BITS; bit += 1) {
    const x = Math.floor(box.xPx + ((bit + 0.5) * box.widthPx) / COUNTER_BITS);
    const [, green] = colourAt(frame, x, Math.floor(box.yPx + box.heightPx / 2));
    value = value * 2 + (green > 127 ? 1 : 0);
  }
  return value;
}

/** All samples of the video's sound, one array a channel, 1 = full scale; null when it has no sound. */
export async function readSamples(filePath: string, sampleRateHz = 48000): Promise<Float32Array[] | null> {
  const { streams } = await probe(filePath);
  const sound = streams.find((stream) => stream['codec_type'] === 'audio');
  if (sound === undefined) return null;
  const channels = Number(sound['channels']);
  const args = ['-v', 'error', '-i', filePath, '-map', '0:a:0', '-ar', String(sampleRateHz), '-f', 'f32le', 'pipe:1'];
  const { stdout } = await run(FFMPEG(), args, { encoding: 'buffer', maxBuffer: OUTPUT_BYTES_MAX });
  const count = Math.floor(stdout.length / 4 / channels);
  return Array.from({ length: channels }, (_, channel) => Float32Array.from({ length: count }, (__, n) => stdout.readFloatLE((n * channels + channel) * 4)));
}

/** Root mean square of the samples between two times; a sine of peak 1 has 0.707. */
export function loudness(samples: Float32Array, fromSeconds: number, toSeconds: number, sampleRateHz = 48000): number {
  const part = samples.subarray(Math.round(fromSeconds * sampleRateHz), Math.round(toSeconds * sampleRateHz));
  return Math.sqrt(part.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, part.length));
}

/** What ffprobe says of the file. */
export async function probe(filePath: string): Promise<{ streams: Record<string, unknown>[]; format: Record<string, unknown> }> {
  const { stdout } = await run(FFPROBE(), ['-v', 'error', '-show_streams', '-show_format', '-count_packets', '-of', 'json', filePath]);
  return JSON.parse(stdout) as { streams: Record<string, unknown>[]; format: Record<string, unknown> };
}

async function decode(filePath: string, filter: string): Promise<Frame[]> {
  const { streams } = await probe(filePath);
  const video = streams.find((stream) => stream['codec_type'] === 'video');
  const widthPx = Number(video?.['width']);
  const heightPx = Number(video?.['height']);
  const args = ['-v', 'error', '-noautorotate', '-i', filePath, '-map', '0:v:0', '-vf', `${filter},${TO_RGB}`, '-fps_mode', 'passthrough', '-f', 'rawvideo', 'pipe:1'];
  const { stdout } = await run(FFMPEG(), args, { encoding: 'buffer', maxBuffer: OUTPUT_BYTES_MAX });
  const frameBytes = widthPx * heightPx * 3;
  return Array.from({ length: Math.floor(stdout.length / frameBytes) }, (_, n) => ({ widthPx, heightPx, pixels: stdout.subarray(n * frameBytes, (n + 1) * frameBytes) }));
}
