/**
 * What may be uploaded: the extension of a file's name in, its kind and media type out. A first sieve, so that people hear at once what will
 * not work; what a file really is, the worker reads from its bytes.
 */
import type { UploadKind } from '#lib/api/contract';

export interface UploadFormat {
  kind: UploadKind;
  /** What the object is stored and served as, whatever the browser called it. */
  contentType: string;
}

const format = (kind: UploadKind, contentType: string): UploadFormat => ({ kind, contentType });

/** By extension, in the order in which they are told. */
export const UPLOAD_FORMATS: Readonly<Record<string, UploadFormat>> = {
  mp4: format('video', 'video/mp4'),
  m4v: format('video', 'video/mp4'),
  mov: format('video', 'video/quicktime'),
  webm: format('video', 'video/webm'),
  mkv: format('video', 'video/x-matroska'),
  avi: format('video', 'video/x-msvideo'),
  ts: format('video', 'video/mp2t'),
  jpg: format('image', 'image/jpeg'),
  jpeg: format('image', 'image/jpeg'),
  png: format('image', 'image/png'),
  webp: format('image', 'image/webp'),
  gif: format('image', 'image/gif'),
  svg: format('image', 'image/svg+xml'),
  bmp: format('image', 'image/bmp'),
  mp3: format('audio', 'audio/mpeg'),
  wav: format('audio', 'audio/wav'),
  m4a: format('audio', 'audio/mp4'),
  aac: format('audio', 'audio/aac'),
  ogg: format('audio', 'audio/ogg'),
  oga: format('audio', 'audio/ogg'),
  opus: format('audio', 'audio/ogg'),
  flac: format('audio', 'audio/flac'),
  ttf: format('font', 'font/ttf'),
  otf: format('font', 'font/otf'),
  woff: format('font', 'font/woff'),
  woff2: format('font', 'font/woff2'),
};

/** Without the dot, in lower case; '' when the name has none. */
export function extensionOf(fileName: string): string {
  return /\.([a-z0-9]{1,10})$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

/** Major types that browsers and systems give to files of a kind; `application/...` is what they say of fonts and of what they do not know. */
const MAJOR_TYPES: Readonly<Record<UploadKind, readonly string[]>> = {
  video: ['video', 'application'],
  // A GIF may be used as either.
  image: ['image', 'application'],
  // The containers of sounds are those of videos.
  audio: ['audio', 'video', 'application'],
  font: ['font', 'application'],
};

/** False when the browser takes the file for something else than its name says. An empty type says nothing. */
export function agrees({ kind }: UploadFormat, contentType: string): boolean {
  const major = contentType.split('/')[0]?.toLowerCase() ?? '';
  return major === '' || MAJOR_TYPES[kind].includes(major);
}
