/**
 * Runs ffprobe in the sandbox: arguments in, its parsed JSON (or its lines, one by one) out.
 * It is killed when it takes too long, says too much or is no longer wanted.
 */
import { getFfmpegConfig } from '#lib/config';
import { runSandboxed, type SandboxedRun } from '#worker/ffmpeg/run-sandboxed';
import { FFPROBE_LIMITS } from '#worker/ffmpeg/sandbox';

export interface FfprobeOptions {
  /** Everything but the output format. */
  args: readonly string[];
  timeoutMs: number;
  signal: AbortSignal;
  /** Default: the configured one. */
  ffprobePath?: string;
}

/** Thrown when ffprobe could not read the file: a statement about the file, not about this machine. */
export class FfprobeError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'FfprobeError';
  }
}

/**
 * ffprobe's answer as JSON, not yet checked for its shape. Throws FfprobeError when ffprobe fails or is too slow for
 * the file, the signal's reason when aborted, and whatever `spawn` throws when there is no ffprobe.
 */
export async function runFfprobe(options: FfprobeOptions): Promise<unknown> {
  return (await runFfprobeWithLog(options)).answer;
}

/** The same, with what ffprobe complained about: it often succeeds with half an answer. */
export async function runFfprobeWithLog(options: FfprobeOptions): Promise<{ answer: unknown; log: string }> {
  const { stdout, stderr } = await run({ ...options, args: ['-of', 'json=c=1', ...options.args] });
  try {
    return { answer: JSON.parse(stdout), log: stderr };
  } catch (error) {
    throw new FfprobeError(`ffprobe did not answer in JSON: ${String(error)}`);
  }
}

/** Hands over the lines of a long answer (`section entries as key=value|key=value`) as they come; nothing is kept. */
export async function readFfprobeLines(options: FfprobeOptions, onLine: (line: string) => void): Promise<void> {
  let rest = '';
  const onStdout = (chunk: Buffer): void => {
    const lines = (rest + chunk.toString('latin1')).split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(onLine);
  };
  await run({ ...options, args: ['-of', 'compact=p=0', ...options.args] }, onStdout);
  if (rest !== '') onLine(rest);
}

async function run({ args, timeoutMs, signal, ffprobePath }: FfprobeOptions, onStdout?: (chunk: Buffer) => void): Promise<SandboxedRun> {
  const program = ffprobePath ?? getFfmpegConfig().ffprobePath;
  const result = await runSandboxed({ program, args: ['-hide_banner', '-loglevel', 'error', ...args], limits: FFPROBE_LIMITS, timeoutMs, signal, onStdout });
  if (result.outcome !== 'exited') throw new FfprobeError(`ffprobe was stopped: ${result.outcome}`);
  if (result.exitCode !== 0) throw new FfprobeError(`ffprobe failed (${result.exitCode ?? 'killed'}): ${result.stderr}`);
  return result;
}
