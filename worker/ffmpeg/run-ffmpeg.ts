/**
 * Runs one FFmpeg through fluent-ffmpeg, in the sandbox: inputs, graph and outputs in; its progress as frames, and how it ended, out.
 * It is killed at once when its signal aborts.
 */
import ffmpeg from 'fluent-ffmpeg';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { getFfmpegConfig } from '#lib/config';
import { recordMetric } from '#lib/metrics/record-metric';
import { FFMPEG_LIMITS, sandboxCommand, type SandboxedCommand } from '#worker/ffmpeg/sandbox';

export interface FfmpegInput {
  /** At most one input may be a stream; it becomes the standard input. */
  path: string | Readable;
  /** What stands before its `-i`. */
  args: readonly string[];
}

export interface FfmpegOutput {
  path: string;
  /** What stands before its path. */
  args: readonly string[];
}

export interface FfmpegOptions {
  inputs: readonly FfmpegInput[];
  /** Text of the filter graph; empty for none. */
  graph: string;
  /** Options of the whole command. */
  globalArgs: readonly string[];
  /** Written side by side; progress counts the frames of the first. */
  outputs: readonly FfmpegOutput[];
  /** The attempt's own folder, for the graph of this run. */
  directory: string;
  signal: AbortSignal;
  /** Called with the count of frames that are encoded, whenever FFmpeg tells it. */
  onFrames: (framesDone: number) => void;
}

export interface FfmpegRun {
  /** The program and its arguments, without the sandbox around it. */
  command: string[];
  /** null when it ended well; else what fluent-ffmpeg says of its end. */
  failure: string | null;
  /** The last lines it wrote, without progress; for the log and for finding the source at fault, never for the public. */
  stderr: string[];
}

/** Linux takes 128 KiB for one argument; longer graphs go by a file. */
const GRAPH_ARGUMENT_BYTES_MAX = 64 * 1024;
const STDERR_LINES_KEPT = 200;
const STDERR_LINE_LENGTH_MAX = 1000;

/** Not the terminal's input, words about errors alone, and progress as `key=value` lines among them. */
const TALK_ARGS = ['-nostdin', '-hide_banner', '-loglevel', 'error', '-nostats', '-progress', 'pipe:2'];

/** Runs to the end. Throws the signal's reason when aborted; what FFmpeg itself says of its end is in the result. */
export async function runFfmpeg(options: FfmpegOptions): Promise<FfmpegRun> {
  const { directory, signal } = options;
  const program = getFfmpegConfig().ffmpegPath;
  const sandbox = await sandboxCommand(program, [], FFMPEG_LIMITS);
  const graphArgs = await passGraph(options.graph, directory);
  signal.throwIfAborted();
  const command = ffmpeg({ cwd: directory });
  for (const { path, args } of options.inputs) {
    command.input(path);
    // Two arguments at least: a single one would be split at its space. Packets of a stream are whole frames: few are held.
    command.inputOptions(...args, '-thread_queue_size', typeof path === 'string' ? '64' : '2');
  }
  for (const [index, { path, args }] of options.outputs.entries()) {
    command.output(path).outputOptions(...(index === 0 ? [...TALK_ARGS, ...options.globalArgs, ...graphArgs] : []), ...args);
  }
  runIn(sandbox, command);
  withoutGuessing(command, [...options.inputs, ...options.outputs].flatMap(({ args }) => findFormats(args)));
  return { command: [program, ...command._getArguments()], ...(await runToEnd(command, options)) };
}

async function passGraph(graph: string, directory: string): Promise<string[]> {
  if (graph === '') return [];
  if (Buffer.byteLength(graph) <= GRAPH_ARGUMENT_BYTES_MAX) return ['-filter_complex', graph];
  const path = join(directory, 'filter-graph.txt');
  await writeFile(path, graph);
  return ['-filter_complex_script', path];
}

const findFormats = (args: readonly string[]): string[] => args.filter((_, index) => args[index - 1] === '-f');

/** What fluent-ffmpeg calls on itself to start the program; its types leave it out. */
interface Spawning {
  _spawnFfmpeg(args: string[], options: object, onProcess: (process: unknown) => void, onEnd: (error: unknown) => void): void;
}

/**
 * Puts the sandbox in front of this command alone: the library knows a program without arguments of its own, and keeps it in one variable for the whole
 * process. A system that has no room for another process makes `spawn` throw, where nobody would catch it.
 */
function runIn({ command: path, args: sandboxArgs }: SandboxedCommand, command: ffmpeg.FfmpegCommand): void {
  const { _spawnFfmpeg: spawnFfmpeg } = command as ffmpeg.FfmpegCommand & Spawning;
  const spawning: Spawning = {
    _spawnFfmpeg: (args, options, onProcess, onEnd) => {
      try {
        spawnFfmpeg.call(command, [...sandboxArgs, ...args], options, onProcess, onEnd);
      } catch (error) {
        onEnd(error);
      }
    },
  };
  Object.assign(command, spawning, { _getFfmpegPath: (callback: (error: null, path: string) => void) => callback(null, path) });
}

/** fluent-ffmpeg asks the program for its formats and encoders before it runs it, and misreads the answer of FFmpeg 7 and later: both are answered here. */
function withoutGuessing(command: ffmpeg.FfmpegCommand, formats: readonly string[]): void {
  const known = Object.fromEntries(formats.map((format) => [format, { canMux: true, canDemux: true }]));
  Object.assign(command, {
    availableFormats: (callback: (error: null, formats: unknown) => void) => callback(null, known),
    availableEncoders: (callback: (error: null, encoders: unknown) => void) => callback(null, {}),
  });
}

function runToEnd(command: ffmpeg.FfmpegCommand, { signal, onFrames }: FfmpegOptions): Promise<Pick<FfmpegRun, 'failure' | 'stderr'>> {
  const stderr: string[] = [];
  return new Promise((resolve, reject) => {
    const kill = (): void => void command.kill('SIGKILL');
    const end = (failure: string | null): void => {
      signal.removeEventListener('abort', kill);
      recordMetric('media_process_exits', { program: 'ffmpeg', result: signal.aborted ? 'killed' : failure === null ? 'ok' : 'failed' });
      if (signal.aborted) reject(signal.reason);
      else resolve({ failure, stderr });
    };
    // Its own `progress` event would run an ffprobe of its own choice on the first input, outside the sandbox.
    command.on('stderr', (line: string) => {
      const frames = /^frame=\s*(\d+)$/.exec(line)?.[1];
      if (frames !== undefined) onFrames(Number(frames));
      else if (!PROGRESS_LINE.test(line) && line !== '') keepTail(stderr, line);
    });
    command.on('start', () => (signal.aborted ? kill() : signal.addEventListener('abort', kill, { once: true })));
    command.on('end', () => end(null));
    command.on('error', (error: Error) => end(error.message));
    command.run();
  });
}

/** The other keys of a progress report. */
const PROGRESS_LINE = /^(fps|stream_\d+_\d+_\w+|bitrate|total_size|out_time(_us|_ms)?|dup_frames|drop_frames|speed|progress)=/;

function keepTail(lines: string[], line: string): void {
  lines.push(line.slice(0, STDERR_LINE_LENGTH_MAX));
  if (lines.length > STDERR_LINES_KEPT) lines.shift();
}
