/**
 * Media for the tests, made by FFmpeg when they run: a description in, the path of a file out.
 * The name's extension decides container and codec (mp4, mov, webm, mkv, gif, png, jpg, webp; wav, mp3, m4a, aac, ogg, opus, flac). Pictures are drawn here, pixel by pixel, and so
 * have exactly known colours; videos are of limited range, and tagged.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { makeFrame, type Picture } from '#tests/support/test-pictures';

export interface SoundSpec {
  /** 1 (default 2) or 6, which is 5.1 in the order FL FR FC LFE BL BR. */
  channels?: 1 | 2 | 6;
  /** Of the sine; default 440. */
  hz?: number;
  /** Peak, 1 = full scale; default 0.25. */
  amplitude?: number;
  sampleRateHz?: number;
  /** Sound in the first tenth of each second alone, as the picture 'flash' is white then. */
  isBeep?: boolean;
  /** Replaces the sine: FFmpeg's arithmetic of the time `t` and the sample's number `n`. */
  expression?: string;
  /** Sound in this channel alone. */
  onlyChannel?: number;
  /** Default: as long as the picture. */
  seconds?: number;
}

export interface MediaSpec {
  /** null: sound alone. */
  picture: Picture | null;
  /** Coded size, before `orientation`. */
  widthPx?: number;
  heightPx?: number;
  /** Default 1; an image has no length. */
  seconds?: number;
  /** "30", "30000/1001"; default 30. */
  frameRate?: string;
  /** Uneven frame times: frame n stands at `variableFrameTime(n, rate)`. */
  isVariableRate?: boolean;
  sound?: SoundSpec | null;
  /** EXIF orientation, written to the JPEG's EXIF or the MP4's display matrix; the stored pixels are `picture` as it is. */
  orientation?: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
  /** "4/3": shape of the stored pixels. */
  pixelAspect?: string;
  /** Time stamp of the first frame (mkv and webm keep it). */
  startSeconds?: number;
  gopFrames?: number;
  /** An MP4 of fragments, as recorders and streaming servers write them: no index, no edit list. */
  isFragmented?: boolean;
  /** Keep alpha (webm, mov as ProRes 4444, png, webp, gif). */
  hasAlpha?: boolean;
  /** Replaces the extension's video codec: 'libvpx' for VP8 in webm, 'libx264' in mkv ... */
  videoCodec?: string;
  /** Matrix and tag of a video: 'bt709' (the default) or 'smpte170m', which is bt601. */
  colorMatrix?: 'bt709' | 'smpte170m';
  /** Cuts the file off after this part of its bytes: 0.5 keeps the first half. */
  keepFraction?: number;
}

/** Time in seconds of frame `n` of a variable-rate clip: uneven steps, and a gap of five frames after every ten. */
export function variableFrameTime(n: number, frameRate: number): number {
  return (n + 0.5 * (n % 3 === 1 ? 1 : 0) + 5 * Math.floor(n / 10)) / frameRate;
}

/** Makes the file `directory/name`; returns its path. Throws with FFmpeg's words when it cannot. */
export async function makeMedia(directory: string, name: string, spec: MediaSpec): Promise<string> {
  const filePath = path.join(directory, name);
  const extension = path.extname(name).slice(1);
  const args = [...inputArgs(spec, isImage(extension)), ...videoArgs(spec, extension), ...soundArgs(spec, extension), ...outputArgs(spec, extension)];
  await runFfmpegWithFrames([...args, filePath], spec, isImage(extension));
  if (spec.orientation !== undefined) await writeOrientation(filePath, extension, spec.orientation);
  if (spec.keepFraction !== undefined) await truncate(filePath, Math.floor((await stat(filePath)).size * spec.keepFraction));
  return filePath;
}

const isImage = (extension: string): boolean => ['png', 'jpg', 'jpeg', 'webp'].includes(extension);

const sizeOf = (spec: MediaSpec) => ({ widthPx: spec.widthPx ?? 320, heightPx: spec.heightPx ?? 180 });

const toNumber = (rate: string): number => {
  const [numerator, denominator] = rate.split('/');
  return Number(numerator) / Number(denominator ?? 1);
};

function inputArgs(spec: MediaSpec, isStill: boolean): string[] {
  const { widthPx, heightPx } = sizeOf(spec);
  const rate = spec.frameRate ?? '30';
  const seconds = spec.seconds ?? 1;
  const args: string[] = [];
  if (spec.picture === 'testsrc') args.push('-f', 'lavfi', '-i', `testsrc2=size=${widthPx}x${heightPx}:rate=${rate}:duration=${isStill ? 1 : seconds}`);
  else if (spec.picture !== null) args.push('-f', 'rawvideo', '-pixel_format', 'rgba', '-video_size', `${widthPx}x${heightPx}`, '-framerate', rate, '-i', 'pipe:0');
  if (spec.sound) args.push('-f', 'lavfi', '-i', soundSource(spec.sound, spec.sound.seconds ?? seconds));
  return args;
}

function soundSource(sound: SoundSpec, seconds: number): string {
  const channels = sound.channels ?? 2;
  const gate = sound.isBeep ? '*lt(mod(t,1),0.1)' : '';
  const sine = sound.expression ?? `${sound.amplitude ?? 0.25}*sin(2*PI*${sound.hz ?? 440}*t)${gate}`;
  const expressions = Array.from({ length: channels }, (_, channel) => (sound.onlyChannel === undefined || sound.onlyChannel === channel ? sine : '0'));
  const layout = { 1: 'mono', 2: 'stereo', 6: '5.1' }[channels];
  return `aevalsrc=exprs='${expressions.join('|')}':channel_layout=${layout}:sample_rate=${sound.sampleRateHz ?? 48000}:duration=${seconds}`;
}

function videoArgs(spec: MediaSpec, extension: string): string[] {
  if (spec.picture === null) return [];
  const filters: string[] = [];
  const seconds = spec.seconds ?? 1;
  const rate = spec.frameRate ?? '30';
  if (isStill(spec) && !isImage(extension)) filters.push(`loop=loop=-1:size=1`, `setpts=N/(${rate})/TB`, `trim=duration=${seconds}`);
  if (spec.isVariableRate) filters.push('settb=1/30000', `setpts=(N+0.5*eq(mod(N\\,3)\\,1)+5*floor(N/10))/(${rate})/TB`);
  filters.push(...colourFilters(spec, extension));
  if (spec.pixelAspect !== undefined) filters.push(`setsar=${spec.pixelAspect}`);
  const args = ['-map', '0:v', '-vf', filters.join(',')];
  if (spec.isVariableRate) args.push('-fps_mode', 'passthrough', '-enc_time_base', '1:30000', '-video_track_timescale', '30000');
  return [...args, ...codecArgs(spec, extension)];
}

/** One drawn frame is enough where nothing moves. */
const isStill = (spec: MediaSpec): boolean => spec.picture !== 'counter' && spec.picture !== 'flash' && spec.picture !== 'testsrc';

function colourFilters(spec: MediaSpec, extension: string): string[] {
  if (extension === 'png' || extension === 'webp') return [`format=${spec.hasAlpha ? 'rgba' : 'rgb24'}`];
  if (extension === 'gif') return ['split[a][b];[a]palettegen[p];[b][p]paletteuse'];
  if (extension === 'jpg' || extension === 'jpeg') return ['scale=out_color_matrix=bt601:out_range=pc:flags=accurate_rnd+full_chroma_int', 'format=yuvj444p'];
  const matrix = spec.colorMatrix ?? 'bt709';
  // Both as filter and as options: which of them reaches the file depends on the encoder.
  return [`scale=out_color_matrix=${matrix}:out_range=tv:flags=accurate_rnd+full_chroma_int`, `format=${moviePixelFormat(spec, extension)}`, `setparams=range=tv:colorspace=${matrix}:color_primaries=${matrix}:color_trc=${matrix}`];
}

function moviePixelFormat(spec: MediaSpec, extension: string): string {
  if (extension === 'mov' && spec.hasAlpha) return 'yuva444p10le';
  if (spec.hasAlpha) return 'yuva420p';
  // 4:2:0 has no odd sizes with x264.
  const { widthPx, heightPx } = sizeOf(spec);
  return widthPx % 2 === 0 && heightPx % 2 === 0 ? 'yuv420p' : 'yuv444p';
}

function codecArgs(spec: MediaSpec, extension: string): string[] {
  const tags = ['-colorspace', spec.colorMatrix ?? 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'];
  const gop = ['-g', String(spec.gopFrames ?? 250)];
  if (extension === 'jpg' || extension === 'jpeg') return ['-frames:v', '1', '-q:v', '1', '-qmin', '1'];
  if (extension === 'webp') return ['-frames:v', '1', '-c:v', 'libwebp', '-lossless', '1'];
  if (isImage(extension)) return ['-frames:v', '1'];
  if (extension === 'gif') return [];
  if (extension === 'mov' && spec.hasAlpha) return ['-c:v', 'prores_ks', '-profile:v', '4444', ...tags];
  const codec = spec.videoCodec ?? (extension === 'webm' ? 'libvpx-vp9' : 'libx264');
  if (codec.startsWith('libvpx')) {
    return ['-c:v', codec, ...gop, '-b:v', '4M', '-crf', '4', '-deadline', 'realtime', '-cpu-used', '8', '-auto-alt-ref', '0', ...tags];
  }
  return ['-c:v', codec, ...gop, '-crf', '4', '-preset', 'veryfast', ...tags];
}

function soundArgs(spec: MediaSpec, extension: string): string[] {
  if (!spec.sound) return ['-an'];
  const codec = { webm: 'libopus', opus: 'libopus', ogg: 'libvorbis', wav: 'pcm_s16le', mov: 'pcm_s16le', flac: 'flac', mp3: 'libmp3lame' }[extension] ?? 'aac';
  return ['-map', spec.picture === null ? '0:a' : '1:a', '-c:a', codec, ...(['aac', 'libopus', 'libmp3lame'].includes(codec) ? ['-b:a', '256k'] : [])];
}

function outputArgs(spec: MediaSpec, extension: string): string[] {
  const start = spec.startSeconds === undefined ? [] : ['-output_ts_offset', String(spec.startSeconds)];
  return [...start, ...(extension === 'mp4' || extension === 'mov' ? ['-movflags', spec.isFragmented ? 'frag_keyframe+empty_moov' : '+faststart'] : [])];
}

/** Runs FFmpeg, drawing the frames into its standard input. */
async function runFfmpegWithFrames(args: string[], spec: MediaSpec, isStillFile: boolean): Promise<void> {
  const child = spawn(process.env['FFMPEG_PATH'] ?? 'ffmpeg', ['-nostdin', '-hide_banner', '-loglevel', 'error', '-y', ...args], { stdio: ['pipe', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  // FFmpeg closes its input when it has enough; what went wrong is in its exit code.
  child.stdin.on('error', () => {});
  const exited = once(child, 'close');
  const { picture } = spec;
  if (picture !== null && picture !== 'testsrc') {
    const frameRate = toNumber(spec.frameRate ?? '30');
    const frameCount = isStillFile || isStill(spec) ? 1 : Math.round((spec.seconds ?? 1) * frameRate);
    for (let n = 0; n < frameCount && child.stdin.writable; n += 1) {
      const frame = makeFrame(picture, { ...sizeOf(spec), frameIndex: n, timeSeconds: n / frameRate });
      if (!child.stdin.write(frame)) await Promise.race([once(child.stdin, 'drain'), exited]);
    }
  }
  child.stdin.end();
  const [code] = (await exited) as [number | null];
  if (code !== 0) throw new Error(`FFmpeg failed to make a test medium: ffmpeg ${args.join(' ')}\n${stderr}`);
}

/** [a, b, c, d] of the display matrix that turns the stored picture upright: x' = ax + cy, y' = bx + dy. */
const DISPLAY_MATRICES = {
  1: [1, 0, 0, 1], 2: [-1, 0, 0, 1], 3: [-1, 0, 0, -1], 4: [1, 0, 0, -1],
  5: [0, 1, 1, 0], 6: [0, 1, -1, 0], 7: [0, -1, -1, 0], 8: [0, -1, 1, 0],
} as const;

async function writeOrientation(filePath: string, extension: string, orientation: keyof typeof DISPLAY_MATRICES): Promise<void> {
  if (extension === 'jpg' || extension === 'jpeg') {
    const jpeg = await readFile(filePath);
    await writeFile(filePath, Buffer.concat([jpeg.subarray(0, 2), exifSegment(orientation), jpeg.subarray(2)]));
    return;
  }
  if (extension !== 'mp4' && extension !== 'mov') throw new Error(`No orientation can be written to .${extension}`);
  // By hand rather than by FFmpeg's options, which changed their names and their meaning between versions. The first track is the video.
  const bytes = await readFile(filePath);
  const content = bytes.indexOf('tkhd') + 4;
  const matrixOffset = content + (bytes[content] === 1 ? 52 : 40);
  const [a, b, c, d] = DISPLAY_MATRICES[orientation];
  const matrix = Buffer.alloc(20);
  [a, b, 0, c, d].forEach((value, index) => matrix.writeInt32BE(value * 65536, index * 4));
  const file = await open(filePath, 'r+');
  await file.write(matrix, 0, matrix.length, matrixOffset).finally(() => file.close());
}

/** An APP1 segment that holds one EXIF entry: the orientation. */
function exifSegment(orientation: number): Buffer {
  const tiff = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]);
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const header = Buffer.from([0xff, 0xe1, 0, 0]);
  header.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([header, content]);
}
