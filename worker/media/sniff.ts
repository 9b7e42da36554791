/**
 * Tells what a file is by its first bytes, against the list of what is let in: the head of a file in, its format with the
 * one demuxer that FFmpeg is allowed to use out. Names and content types of the server are never believed.
 */
import type { MediaKind } from '#lib/composition/sources';
import { AppError } from '#lib/errors';


export interface SourceFormat {
  /** For people and logs. */
  name: string;
  /** FFmpeg's name, to be forced; any other demuxer (playlists, scripts, lists of files) stays closed. */
  demuxer: string;
  /** What it may be used as, what it is of itself first: a GIF is an image by its first frame, a video an audio by its sound. */
  kinds: readonly [MediaKind, ...MediaKind[]];
  /** With the dot, for our own file name. */
  extension: string;
}

/** Within as many bytes every format shows itself: four packets of MPEG-TS, the first tag of an SVG after its prolog. */
export const SNIFF_BYTES = 1024;

export const PNG_FORMAT: SourceFormat = { name: 'PNG', demuxer: 'png_pipe', kinds: ['image'], extension: '.png' };
/** No picture yet: `prepare-media.ts` has one drawn, and no demuxer of FFmpeg ever sees it. */
export const SVG_FORMAT: SourceFormat = { name: 'SVG', demuxer: 'none', kinds: ['image'], extension: '.svg' };

interface Signature extends SourceFormat {
  matches: (head: Buffer) => boolean;
}

const VIDEO = ['video', 'audio'] as const;
const IMAGE = ['image'] as const;
const AUDIO = ['audio'] as const;

const hasText = (head: Buffer, text: string, offset = 0): boolean => head.toString('latin1', offset, offset + text.length) === text;
const isRiff = (head: Buffer, type: string): boolean => hasText(head, 'RIFF') && hasText(head, type, 8);

/** Major and compatible brands of an ISO base media file (ISO 14496-12 §4.3); empty when it is none. */
function readBrands(head: Buffer): string[] {
  if (!hasText(head, 'ftyp', 4)) return [];
  const end = Math.min(head.readUInt32BE(0), head.length);
  const brands = [head.toString('latin1', 8, 12)];
  // Four bytes after the major brand are its version.
  for (let offset = 16; offset + 4 <= end; offset += 4) brands.push(head.toString('latin1', offset, offset + 4));
  return brands;
}

/** Brands of still or moving pictures in HEIF boxes: the mov demuxer opens them, and decodes but a part (a tile, say). */
const HEIF_BRANDS = ['mif1', 'msf1', 'heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'avif', 'avis'];
/** First boxes of QuickTime files older than `ftyp`. */
const QUICKTIME_BOXES = ['moov', 'mdat', 'wide', 'free', 'skip', 'pnot'];
/** Sizes of the headers that bitmaps have had. */
const BMP_HEADER_SIZES = [12, 40, 52, 56, 64, 108, 124];

const isHeif = (head: Buffer): boolean => HEIF_BRANDS.includes(readBrands(head)[0] ?? '');
const isIsoVideo = (head: Buffer): boolean =>
  readBrands(head).length > 0 ? !isHeif(head) : QUICKTIME_BOXES.some((box) => hasText(head, box, 4));
const isBitmap = (head: Buffer): boolean => hasText(head, 'BM') && head.length >= 18 && BMP_HEADER_SIZES.includes(head.readUInt32LE(14));
const isTransportStream = (head: Buffer): boolean => head.length >= 4 * 188 && [0, 188, 376, 564].every((offset) => head[offset] === 0x47);

/** An XML prolog, comments or a DOCTYPE of SVG, and then its first tag; what comes before it in other XML or in a web page does not match. */
const SVG_START = /^\s*(<\?xml\b|<!--|<!DOCTYPE\s+svg\b|<(svg:)?svg[\s>])/;
const isSvg = (head: Buffer): boolean => {
  const text = head.toString('utf8').replace(/^\uFEFF/, '');
  return SVG_START.test(text) && /<(svg:)?svg[\s>]/.test(text);
};

/** A frame header of MPEG audio (ISO 11172-3 §2.4.1.3), layer III, with none of the values that are forbidden or free. */
function isMp3Frame(head: Buffer): boolean {
  const [first = 0, second = 0, third = 0] = head;
  const isLayer3 = first === 0xff && (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08;
  const bitRateIndex = third >> 4;
  return isLayer3 && bitRateIndex > 0 && bitRateIndex < 15 && (third & 0x0c) !== 0x0c;
}

/** A frame header of AAC outside a container (ISO 13818-7 §6.2), with a sample rate there is. */
const isAdtsFrame = (head: Buffer): boolean => head[0] === 0xff && ((head[1] ?? 0) & 0xf6) === 0xf0 && ((head[2] ?? 0) & 0x3c) >> 2 < 13;

const SIGNATURES: readonly Signature[] = [
  { name: 'MP4 or QuickTime', demuxer: 'mov', kinds: VIDEO, extension: '.mp4', matches: isIsoVideo },
  { name: 'WebM or Matroska', demuxer: 'matroska', kinds: VIDEO, extension: '.mkv', matches: (head) => hasText(head, '\x1a\x45\xdf\xa3') },
  { name: 'AVI', demuxer: 'avi', kinds: VIDEO, extension: '.avi', matches: (head) => isRiff(head, 'AVI ') },
  { name: 'MPEG transport stream', demuxer: 'mpegts', kinds: VIDEO, extension: '.ts', matches: isTransportStream },
  { name: 'GIF', demuxer: 'gif', kinds: ['video', 'image'], extension: '.gif', matches: (head) => hasText(head, 'GIF87a') || hasText(head, 'GIF89a') },
  { name: 'WAV', demuxer: 'wav', kinds: AUDIO, extension: '.wav', matches: (head) => isRiff(head, 'WAVE') },
  { name: 'FLAC', demuxer: 'flac', kinds: AUDIO, extension: '.flac', matches: (head) => hasText(head, 'fLaC') },
  { name: 'Ogg', demuxer: 'ogg', kinds: AUDIO, extension: '.ogg', matches: (head) => hasText(head, 'OggS') },
  { name: 'MP3', demuxer: 'mp3', kinds: AUDIO, extension: '.mp3', matches: (head) => hasText(head, 'ID3') || isMp3Frame(head) },
  { name: 'AAC', demuxer: 'aac', kinds: AUDIO, extension: '.aac', matches: isAdtsFrame },
  { name: 'JPEG', demuxer: 'jpeg_pipe', kinds: IMAGE, extension: '.jpg', matches: (head) => hasText(head, '\xff\xd8\xff') },
  { ...PNG_FORMAT, matches: (head) => hasText(head, '\x89PNG\r\n\x1a\n') },
  { name: 'WebP', demuxer: 'webp_pipe', kinds: IMAGE, extension: '.webp', matches: (head) => isRiff(head, 'WEBP') },
  { ...SVG_FORMAT, matches: isSvg },
  { name: 'BMP', demuxer: 'bmp_pipe', kinds: IMAGE, extension: '.bmp', matches: isBitmap },
];

const WITH_ARTICLE: Readonly<Record<MediaKind, string>> = { video: 'a video', image: 'an image', audio: 'a sound' };

/**
 * The format of a file that starts with `head` (up to SNIFF_BYTES); a null `expectedKind` lets in whatever is of the list. Throws SOURCE_NOT_MEDIA when it is none of the list, and
 * SOURCE_WRONG_KIND when it cannot be used as `expectedKind`.
 */
export function sniffSource(head: Buffer, expectedKind: MediaKind | null): SourceFormat {
  if (isHeif(head)) throw new AppError('SOURCE_NOT_MEDIA', { message: 'AVIF and HEIC pictures are not supported; use JPEG, PNG or WebP' });
  const signature = SIGNATURES.find(({ matches }) => matches(head));
  if (signature === undefined) throw new AppError('SOURCE_NOT_MEDIA');
  const { matches: _matches, ...format } = signature;
  if (expectedKind !== null && !format.kinds.includes(expectedKind)) {
    throw new AppError('SOURCE_WRONG_KIND', {
      message: `The source is ${WITH_ARTICLE[format.kinds[0]]} (${format.name}), but the element is of type ${expectedKind}`,
    });
  }
  // Bit 1 of the extended header's flags. FFmpeg has no decoder for it.
  const isAnimatedWebp = format.demuxer === 'webp_pipe' && hasText(head, 'VP8X', 12) && ((head[20] ?? 0) & 2) !== 0;
  if (isAnimatedWebp) throw new AppError('SOURCE_NOT_MEDIA', { message: 'Animated WebP is not supported; use a GIF or a video' });
  return format;
}
