/** What is left of a frame in the colours of the output: its chroma halved both ways and rounded, as in every H.264 file of 4:2:0, without an encoder's loss. */
import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { TO_RGB, type Frame } from '#tests/support/read-frame';
import { stringifyGraph } from '#worker/render/filter-graph';
import { RGB_TO_OUTPUT } from '#worker/render/picture-filters';

/** Of frames of one size. */
export async function halveChroma(frames: readonly Frame[]): Promise<Frame[]> {
  const [first] = frames;
  if (first === undefined) return [];
  const { widthPx, heightPx } = first;
  const filters = `${stringifyGraph([{ in: [], filters: RGB_TO_OUTPUT, out: [] }])},${TO_RGB}`;
  const raw = ['-f', 'rawvideo', '-pixel_format', 'rgb24', '-video_size', `${widthPx}x${heightPx}`];
  const child = spawn(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-v', 'error', ...raw, '-i', 'pipe:0', '-vf', filters, '-f', 'rawvideo', 'pipe:1'], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(Buffer.concat(frames.map(({ pixels }) => pixels)));
  const pixels = await buffer(child.stdout);
  const frameBytes = widthPx * heightPx * 3;
  return frames.map((_, index) => ({ widthPx, heightPx, pixels: pixels.subarray(index * frameBytes, (index + 1) * frameBytes) }));
}
