/**
 * Reads the frames that one FFmpeg writes to its standard output, in the sandbox: an input, a graph and the size of a frame in, the frames'
 * bytes out, one after the other. It works only as far ahead as a pipe holds, and is killed when it is no longer wanted.
 */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { getFfmpegConfig } from '#lib/config';
import { recordMetric } from '#lib/metrics/record-metric';
import type { FfmpegInput, FfmpegRun } from '#worker/ffmpeg/run-ffmpeg';
import { FFMPEG_LIMITS, sandboxCommand } from '#worker/ffmpeg/sandbox';

export interface RawFramesOptions {
  input: FfmpegInput & { path: string };
  /** Text of the filter graph, from `[0:...]` to `[frames]`. */
  graph: string;
  /** What stands before the output. */
  outputArgs: readonly string[];
  frameBytes: number;
  signal: AbortSignal;
  /** How it ended, when it did so of itself; may throw. */
  onEnd: (end: Pick<FfmpegRun, 'failure' | 'stderr'>) => void;
}

export const FRAMES_LABEL = 'frames';

const GLOBAL_ARGS = ['-nostdin', '-hide_banner', '-loglevel', 'error', '-copyts'];
const STDERR_LINES_KEPT = 200;

/** A frame's bytes stay as they are until the frame after the next one is asked for. Throws the signal's reason when aborted. */
export async function* readRawFrames(options: RawFramesOptions): AsyncGenerator<Buffer, void, void> {
  const { input, graph, outputArgs, frameBytes, signal } = options;
  const args = [...GLOBAL_ARGS, ...input.args, '-i', input.path, '-filter_complex', graph, '-map', `[${FRAMES_LABEL}]`, ...outputArgs, '-f', 'rawvideo', 'pipe:1'];
  const sandboxed = await sandboxCommand(getFfmpegConfig().ffmpegPath, args, FFMPEG_LIMITS);
  signal.throwIfAborted();
  const child = spawn(sandboxed.command, sandboxed.args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = watchEnd(child);
  const kill = (): void => void child.kill('SIGKILL');
  signal.addEventListener('abort', kill, { once: true });
  try {
    yield* cutFrames(child.stdout, frameBytes);
    const end = await ended;
    signal.throwIfAborted();
    options.onEnd(end);
  } finally {
    kill();
    signal.removeEventListener('abort', kill);
    await ended.catch(() => undefined);
  }
}

async function* cutFrames(stdout: Readable, frameBytes: number): AsyncGenerator<Buffer, void, void> {
  let buffer = Buffer.allocUnsafe(frameBytes);
  let spare = Buffer.allocUnsafe(frameBytes);
  let filled = 0;
  for await (const chunk of stdout as AsyncIterable<Buffer>) {
    for (let offset = 0; offset < chunk.length; ) {
      const taken = chunk.copy(buffer, filled, offset);
      offset += taken;
      filled += taken;
      if (filled < frameBytes) continue;
      filled = 0;
      yield buffer;
      [buffer, spare] = [spare, buffer];
    }
  }
}

/** Settles when the process and its pipes are gone. */
async function watchEnd(child: ChildProcessByStdio<null, Readable, Readable>): Promise<Pick<FfmpegRun, 'failure' | 'stderr'>> {
  let text = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    text = (text + part).split('\n').slice(-STDERR_LINES_KEPT).join('\n');
  });
  const [code, endSignal] = (await once(child, 'close')) as [number | null, string | null];
  // Mostly by ourselves, when no more frames are wanted.
  const result = endSignal === 'SIGKILL' ? 'killed' : code === 0 ? 'ok' : 'failed';
  recordMetric('media_process_exits', { program: 'ffmpeg', result });
  const failure = code === 0 ? null : `ffmpeg ended with ${code ?? endSignal}`;
  return { failure, stderr: text.split('\n').filter((line) => line !== '') };
}
