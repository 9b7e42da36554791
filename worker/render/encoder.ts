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
 * With many videos open at once, each with as many decoder threads as the machine has cores, the threads' pictures fill the memory: fifty
 * clips of 1080p took 2.4 GB at three threads each, 2.0 GB in the same time at two, and 1.6 GB in 1.4 times the time at one.
 */
const FREE_DECODERS_MAX = 4;
const DECODER_THREADS_OF_MANY = 2;

/**
 * Options before each input's `-i`. Time stamps stay absolute (`-copyts` on the whole command), so that picture and sound of a source share one
 * clock; a seek goes to a key frame at or before its time, and the graph drops the frames until then.
 */
export function listInputArgs({ inputs, pictures }: Pick<RenderPlan, 'inputs' | 'pictures'>): string[][] {
  const videoCount = pictures.filter(({ kind }) => kind === 'video').length;
  const threads = videoCount > FREE_DECODERS_MAX ? ['-threads', String(DECODER_THREADS_OF_MANY)] : [];
  return inputs.map((input) => [...openArgs(input), ...(input.isSound ? [] : threads)]);
}

function openArgs({ demuxer, decoder, seekSeconds, isSound }: PlannedInput): string[] {
  const seek = seekSeconds === null ? [] : ['-noaccurate_seek', '-seek_timestamp', '1', '-ss', seekSeconds.toFixed(6)];
  const decode = decoder === null ? [] : ['-c:v', decoder];
  const picture = isSound ? ['-vn'] : ['-an', '-noautorotate', '-max_pixels', String(INPUT_PIXELS_MAX), ...decode];
  return ['-protocol_whitelist', 'file', '-format_whitelist', demuxer, '-f', demuxer, ...picture, ...seek];
}

/** The eye sees no loss (SSIM 0.990 on noisy 720p); 20 costs half as many bytes again for 0.002 more, 26 is seen on flat colours. */
const QUALITY = ['-preset', 'veryfast', '-crf', '22'];

/** Each scaling filter of a graph starts as many threads as the machine has cores; hundreds of pictures would be thousands of threads. */
const GRAPH_THREADS = 4;
const PICTURES_WITH_THREADS_MAX = 8;

/** Options of the whole command. */
export function listGlobalArgs({ pictures }: Pick<RenderPlan, 'pictures'>): string[] {
  return ['-copyts', '-filter_complex_threads', String(pictures.length <= PICTURES_WITH_THREADS_MAX ? GRAPH_THREADS : 1)];
}

/** Options of the output file. Its length is the graph's: FFmpeg would end the sound too where `-frames:v` ends the picture. */
export function listOutputArgs(plan: RenderPlan): string[] {
  const { frameRate, audio } = plan;
  const rate = `${frameRate.numerator}/${frameRate.denominator}`;
  const keyFrames = Math.max(1, Math.round((KEY_FRAME_SECONDS * frameRate.numerator) / frameRate.denominator));
  const sound = audio.kind === 'none' ? [] : ['-map', `[${SOUND_LABEL}]`, '-c:a', 'aac', '-b:a', '192k'];
  return [
    '-map', `[${VIDEO_LABEL}]`,
    '-r', rate,
    '-c:v', 'libx264', ...QUALITY, '-profile:v', 'high', '-pix_fmt', 'yuv420p', '-g', String(keyFrames),
    '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv',
    ...sound,
    '-map_metadata', '-1', '-map_chapters', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-flags:a', '+bitexact',
    '-movflags', '+faststart',
    '-f', plan.outputFormat,
  ];
}
