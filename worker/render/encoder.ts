/**
 * FFmpeg's words around the graph: how each input is opened, and how the video and its poster are encoded.
 */
import type { Size } from '#lib/composition/units';
import { POSTER_LABEL, SOUND_LABEL, streamLink, VIDEO_LABEL } from '#worker/render/graph';
import type { PlannedCanvas, PlannedInput, RenderPlan } from '#worker/render/render-plan';

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
  return inputs.map((input) => [...listOpenArgs(input), ...(input.isSound ? [] : threads)]);
}

/** The options of one input alone. */
export function listOpenArgs({ demuxer, decoder, seekSeconds, isSound }: PlannedInput): string[] {
  const seek = seekSeconds === null ? [] : ['-noaccurate_seek', '-seek_timestamp', '1', '-ss', seekSeconds.toFixed(6)];
  const decode = decoder === null ? [] : ['-c:v', decoder];
  const picture = isSound ? ['-vn'] : ['-an', '-noautorotate', '-max_pixels', String(INPUT_PIXELS_MAX), ...decode];
  return ['-protocol_whitelist', 'file', '-format_whitelist', demuxer, '-f', demuxer, ...picture, ...seek];
}

/**
 * So that every example's finished video looks like the preview (SSIM 0.98 of each element): small moving words cost most. Over all of them, `veryfast` at 22 fails in
 * 24 of 69, at 18 in 4, and `superfast` at 20 in none. But that alone codes what stands still again and again: with macroblock trees over ten frames, held back by
 * `qcomp` so that what is short-lived keeps its share, stills and slideshows take half the bytes; a film would take an eighth more CPU time and bytes.
 */
const FILM_QUALITY = { preset: 'superfast', crf: '20' } as const;
const STILLS_QUALITY = { preset: 'superfast', crf: '17', mbtree: '1', 'rc-lookahead': '10', qcomp: '0.9' } as const;

/** The encoder's own options, as libx264 has them. */
export const videoQualityOf = ({ isFilmed }: Pick<RenderPlan, 'isFilmed'>): Readonly<Record<string, string>> => (isFilmed ? FILM_QUALITY : STILLS_QUALITY);

/** The same as FFmpeg's options. */
export const listQualityArgs = (plan: Pick<RenderPlan, 'isFilmed'>): string[] => Object.entries(videoQualityOf(plan)).flatMap(([option, value]) => [`-${option}`, value]);

/** Each scaling filter of a graph starts as many threads as the machine has cores; hundreds of pictures would be thousands of threads. */
const GRAPH_THREADS = 4;
const PICTURES_WITH_THREADS_MAX = 8;

/** Options of the whole command. */
export function listGlobalArgs({ pictures }: Pick<RenderPlan, 'pictures'>): string[] {
  return ['-copyts', '-filter_complex_threads', String(pictures.length <= PICTURES_WITH_THREADS_MAX ? GRAPH_THREADS : 1)];
}

/** A bitmap that has been drawn: one frame of raw, straight RGBA. */
export function listBitmapArgs({ widthPx, heightPx }: Size): string[] {
  return ['-protocol_whitelist', 'file', ...rawArgs('rgba', { widthPx, heightPx }), '-framerate', '1'];
}

/** The frames that are drawn, by the standard input: what they are is in the header, and need not be found out from several of each stream. */
export function listFrameArgs(): string[] {
  return ['-protocol_whitelist', 'pipe', '-format_whitelist', 'matroska', '-f', 'matroska', '-nofind_stream_info'];
}

const rawArgs = (pixelFormat: string, { widthPx, heightPx }: Size): string[] => ['-f', 'rawvideo', '-pixel_format', pixelFormat, '-video_size', `${widthPx}x${heightPx}`];

/** Nothing of the sources' tags, of this machine and of the time. */
const ANONYMOUS_ARGS = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact'];

/** Options of the video file. The graph gives all its frames and no more: `-frames:v` would end the sound before the encoder has taken the last of it. */
export function listOutputArgs(plan: RenderPlan): string[] {
  return [...listPictureArgs(plan), ...listSoundArgs(plan), ...listFileArgs(plan)];
}

/** Options of a part's file: it is read once, by ourselves. */
export function listPartArgs(part: PlannedCanvas): string[] {
  return [...listPictureArgs(part), ...ANONYMOUS_ARGS, '-f', 'mp4'];
}

/** The parts, by their list. */
export function listPartsArgs(): string[] {
  return ['-protocol_whitelist', 'file', '-format_whitelist', 'concat,mov', '-f', 'concat'];
}

/** Options of the video file that is made of parts. */
export function listJoinArgs(plan: RenderPlan, partsInputIndex: number): string[] {
  return ['-map', `${partsInputIndex}:v`, '-c:v', 'copy', ...listSoundArgs(plan), ...listFileArgs(plan)];
}

function listPictureArgs(part: PlannedCanvas): string[] {
  const { frameRate } = part;
  const keyFrames = Math.max(1, Math.round((KEY_FRAME_SECONDS * frameRate.numerator) / frameRate.denominator));
  return [
    '-map', `[${VIDEO_LABEL}]`,
    '-r', `${frameRate.numerator}/${frameRate.denominator}`,
    '-c:v', 'libx264', ...listQualityArgs(part), '-profile:v', 'high', '-pix_fmt', 'yuv420p', '-g', String(keyFrames),
    '-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv',
  ];
}

const listFileArgs = ({ outputFormat }: RenderPlan): string[] => [...ANONYMOUS_ARGS, '-map_chapters', '-1', '-flags:a', '+bitexact', '-movflags', '+faststart', '-f', outputFormat];

function listSoundArgs(plan: RenderPlan): string[] {
  const { audio, durationSeconds } = plan;
  switch (audio.kind) {
    case 'none':
      return [];
    case 'mix':
      return ['-map', `[${SOUND_LABEL}]`, '-c:a', 'aac', '-b:a', '192k'];
    case 'copy':
      return ['-map', streamLink(plan, audio.inputIndex), '-c:a', 'copy', '-t', durationSeconds.toFixed(6)];
    default:
      return audio satisfies never;
  }
}

/** Options of the poster's file. Quality 4 of 2 (best) to 31: no artefact shows at twice the size, in about 100 KB. */
export function listPosterArgs(): string[] {
  return ['-map', `[${POSTER_LABEL}]`, '-frames:v', '1', '-c:v', 'mjpeg', '-q:v', '4', ...ANONYMOUS_ARGS, '-f', 'mjpeg'];
}
