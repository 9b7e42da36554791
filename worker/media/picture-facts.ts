/**
 * The facts that pictures of videos and images share: ffprobe's stream and an orientation in, size, colour and alpha out.
 */
import type { Orientation, PictureFacts } from '#lib/composition/media-facts';
import { AppError } from '#lib/errors';
import type { InspectedStream } from '#worker/media/inspect-file';
import { PIXELS_MAX, SIDE_PX_MAX } from '#worker/media/limits';
import { isSideways } from '#worker/media/orientation';
import type { SourceFormat } from '#worker/media/sniff';

/** FFmpeg's pixel formats with an alpha plane or channel; a palette may have transparent entries. */
const ALPHA_PIXEL_FORMAT = /^(yuva|gbrap|ya\d|rgba|bgra|argb|abgr|ayuv|vuya|pal8)/;
const RGB_PIXEL_FORMAT = /^(rgb|bgr|gbr|argb|abgr|0rgb|0bgr|pal8|x2rgb|x2bgr)/;

/** FFmpeg's own decoders of VP8 and VP9 leave alpha out; libvpx's do not. */
const ALPHA_DECODERS: Readonly<Record<string, string>> = { vp8: 'libvpx', vp9: 'libvpx-vp9' };

const COLOR_MATRICES: Readonly<Record<string, PictureFacts['colorMatrix']>> = {
  bt709: 'bt709',
  smpte170m: 'bt601',
  bt470bg: 'bt601',
  fcc: 'bt601',
  bt2020nc: 'bt2020',
  bt2020c: 'bt2020',
  gbr: 'rgb',
};

/**
 * The facts of a picture stream. Square pixels are made by growing one side, as browsers do, never by losing lines;
 * images and GIFs are shown without regard to their pixel aspect, likewise. Throws SOURCE_TOO_MANY_PIXELS, and SOURCE_DAMAGED
 * when the stream has no size.
 */
export function toPictureFacts(stream: InspectedStream, format: SourceFormat, orientation: Orientation): PictureFacts {
  const { width: codedWidthPx, height: codedHeightPx, pix_fmt: pixelFormat } = stream;
  if (codedWidthPx <= 0 || codedHeightPx <= 0 || pixelFormat === undefined) throw new AppError('SOURCE_DAMAGED', { cause: 'no picture size' });
  const aspect = format.kinds.includes('image') ? 1 : parseAspect(stream.sample_aspect_ratio);
  const squareWidthPx = Math.round(codedWidthPx * Math.max(1, aspect));
  const squareHeightPx = Math.round(codedHeightPx * Math.max(1, 1 / aspect));
  checkSize(codedWidthPx, codedHeightPx);
  checkSize(squareWidthPx, squareHeightPx);
  const hasHiddenAlpha = stream.tags['alpha_mode'] === '1' || stream.tags['ALPHA_MODE'] === '1';
  return {
    codedWidthPx,
    codedHeightPx,
    widthPx: isSideways(orientation) ? squareHeightPx : squareWidthPx,
    heightPx: isSideways(orientation) ? squareWidthPx : squareHeightPx,
    orientation,
    hasAlpha: hasHiddenAlpha || ALPHA_PIXEL_FORMAT.test(pixelFormat),
    codec: stream.codec_name,
    decoder: hasHiddenAlpha ? (ALPHA_DECODERS[stream.codec_name] ?? null) : null,
    pixelFormat,
    colorMatrix: decideColorMatrix(stream, pixelFormat, format),
    colorRange: decideColorRange(stream, pixelFormat),
    streamIndex: stream.index,
    demuxer: format.demuxer,
  };
}

function checkSize(widthPx: number, heightPx: number): void {
  if (widthPx <= SIDE_PX_MAX && heightPx <= SIDE_PX_MAX && widthPx * heightPx <= PIXELS_MAX) return;
  throw new AppError('SOURCE_TOO_MANY_PIXELS', {
    message: `The source is ${widthPx} x ${heightPx} pixels; at most ${SIDE_PX_MAX} a side and ${PIXELS_MAX / 1_000_000} million in all are allowed`,
  });
}

/** "4:3" as a number; 1 when absent or senseless. */
function parseAspect(text: string | undefined): number {
  const [numerator = 0, denominator = 0] = (text ?? '').split(':').map(Number);
  return numerator > 0 && denominator > 0 ? numerator / denominator : 1;
}

/** Untagged images are bt601 (JFIF and WebP say so); untagged video is bt709 from 720 lines up, else bt601. */
function decideColorMatrix(stream: InspectedStream, pixelFormat: string, format: SourceFormat): PictureFacts['colorMatrix'] {
  if (RGB_PIXEL_FORMAT.test(pixelFormat)) return 'rgb';
  const tagged = COLOR_MATRICES[stream.color_space ?? ''];
  if (tagged !== undefined && tagged !== 'rgb') return tagged;
  return format.kinds.includes('video') && stream.height >= 720 ? 'bt709' : 'bt601';
}

/** RGB and grey use all values, as do the pixel formats of JPEG; other untagged pictures are of video range. */
function decideColorRange(stream: InspectedStream, pixelFormat: string): PictureFacts['colorRange'] {
  if (RGB_PIXEL_FORMAT.test(pixelFormat) || pixelFormat.startsWith('yuvj')) return 'pc';
  if (stream.color_range === 'pc' || stream.color_range === 'tv') return stream.color_range;
  return /^(gray|ya\d|mono)/.test(pixelFormat) ? 'pc' : 'tv';
}
