/** Runs a script of ours that renders, with what rendering needs made ready: FFmpeg and the fonts. In: the script and its arguments. Out: its exit code. */
import { ensureFfmpeg } from '#scripts/ensure-ffmpeg';
import { ensureFonts } from '#scripts/ensure-fonts';
import { runScript } from '#scripts/run-script';
import { findRunningEnvironment } from '#scripts/run-worker';

export async function runRenderingScript(script: string, args: readonly string[], signal: AbortSignal): Promise<number> {
  const { ffmpegPath, ffprobePath } = await ensureFfmpeg(process.env, signal);
  await ensureFonts();
  const env = await findRunningEnvironment([]);
  return runScript(script, args, { ...env, FFMPEG_PATH: ffmpegPath, FFPROBE_PATH: ffprobePath });
}
