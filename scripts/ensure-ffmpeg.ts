/**
 * Finds FFmpeg 5 or newer, or installs it by the system's package manager where that needs no question. Out: the paths of ffmpeg and ffprobe.
 * Throws StartProblem with what to type when it can do neither.
 */
import path from 'node:path';
import { findProgram } from '#scripts/find-program';
import { installPackage } from '#scripts/install-package';
import { runProgram } from '#scripts/run-program';
import { StartProblem } from '#scripts/start-problem';

const MAJOR_VERSION_MIN = 5;
const HELP = 'install it (Debian, Ubuntu: sudo apt-get install ffmpeg; macOS: brew install ffmpeg; else https://ffmpeg.org/download.html) or set FFMPEG_PATH to one';

export interface Ffmpeg {
  ffmpegPath: string;
  ffprobePath: string;
  /** As FFmpeg itself names it, like "5.1.9-0+deb12u1". */
  version: string;
}

export async function ensureFfmpeg(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Ffmpeg> {
  const given = env['FFMPEG_PATH'];
  if (given) {
    const ffmpeg = await inspect(given, env['FFPROBE_PATH'], signal);
    if (typeof ffmpeg === 'string') throw new StartProblem(`FFMPEG_PATH (${given}): ${ffmpeg}`);
    return ffmpeg;
  }
  const found = await inspectPath(env, signal);
  if (typeof found !== 'string') return found;
  const installing = await installPackage({ apt: 'ffmpeg', brew: 'ffmpeg' }, signal);
  const installed = installing === null ? await inspectPath(env, signal) : installing;
  if (typeof installed !== 'string') return installed;
  throw new StartProblem(`FFmpeg ${MAJOR_VERSION_MIN} or newer is needed (${found}; ${installed}): ${HELP}`);
}

async function inspectPath(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Ffmpeg | string> {
  const found = findProgram(['ffmpeg'], env);
  return found === null ? 'none was found' : inspect(found, env['FFPROBE_PATH'], signal);
}

/** The FFmpeg at this path with its ffprobe, or what is wrong with it. */
async function inspect(ffmpegPath: string, givenFfprobe: string | undefined, signal: AbortSignal): Promise<Ffmpeg | string> {
  const { code, output } = await runProgram([ffmpegPath, '-hide_banner', '-version'], { signal });
  const version = /^ffmpeg version (\S+)/m.exec(output)?.[1];
  if (code !== 0 || version === undefined) return 'it does not run';
  const major = Number(/^n?(\d+)/.exec(version)?.[1] ?? Number.NaN);
  // Builds from FFmpeg's repository carry a revision ("N-118000-g...") instead of a number; they are newer than any release.
  if (major < MAJOR_VERSION_MIN) return `version ${version} is too old`;
  const ffprobePath = givenFfprobe || path.join(path.dirname(ffmpegPath), 'ffprobe');
  const probe = await runProgram([ffprobePath, '-hide_banner', '-version'], { signal });
  if (probe.code !== 0) return `there is no ffprobe at ${ffprobePath} (set FFPROBE_PATH)`;
  return { ffmpegPath, ffprobePath, version };
}
