/**
 * FFmpeg's words around the graph: how each input is opened, and how the output is encoded.
 */
import { SOUND_LABEL, VIDEO_LABEL } from '#worker/render/graph';
import type { PlannedInput, RenderPlan } from '#worker/render/render-plan';

/** Seeking in a browser decodes from the last key frame: two seconds are quick, and cost 2 % of the size of ten. */
const KEY_FRAME_SECONDS = 2;

/** An input of more pixels than the probe lets through is not what was probed. 8192 x 8192. */
const INPUT_PIXELS_MAX = 67_108_864;

/**
 * Options before the input's `-i`. Time stamps stay absolute (`-copyts` on the whole command), so that picture and sound of a source share one
 * clock; a seek goes to a key frame at or before its time, and the graph drops the frames until then.
 */
export function listInputArgs({ demuxer, decoder, seekSeconds, isSound }: PlannedInput): string[] {
  const seek = seekSeconds === null ? [] : ['-noaccurate_seek', '-seek_timestamp', '1', '-ss', seekSeconds.toFixed(6)];
  const decode = decoder === null ? [] : ['-c:v', decoder];
  const picture = isSound ? ['-vn'] : ['-an', '-noautorotate', '-max_pixels', String(INPUT_PIXELS_MAX), ...decode];
  return ['-protocol_whitelist', 'file', '-format_whitelist', demuxer, '-f', demuxer, ...picture, ...seek];
}

/** Options of the output file. */
export function listOutputArgs(plan: RenderPlan): string[] {
  const { frameRate, frameCount, audio } = plan;
  const rate = `${frameRate.numerator}/${frameRate.denominator}`;
  const keyFrames = Math.max(1, Math.round((KEY_FRAME_SECONDS * frameRate.numerator) / frameRate.denominator));
  const sound = audio.kind === 'none' ? [] : ['-map', `[${SOUND_LABEL}]`, '-c:a', 'aac', '-b:a', '192k'];
  return [
    '-map', `[${VIDEO_LABEL}]`,
    '-r', rate,
    '-frames:v', String(frameCount),
    '-c:v', 'libx264', '-preset', 'veryfast', '-crf', '22', '-profile:v', 'high', '-pix_fmt', 'yuv420p', '-g', String(keyFrames),
    '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv',
    ...sound,
    '-map_metadata', '-1', '-map_chapters', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact',
    '-movflags', '+faststart',
    '-f', plan.outputFormat,
  ];
}
