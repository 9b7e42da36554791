/** What tests may take from the shell they run in: the machine's programs and folders, never a configuration that points elsewhere. */

const NAMES = ['PATH', 'HOME', 'USER', 'LANG', 'TMPDIR', 'LOG_LEVEL', 'FFMPEG_PATH', 'FFPROBE_PATH'];

export function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(NAMES.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])));
}
