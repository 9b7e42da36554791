/**
 * What a probe found out about a source, as plain data: the only way in which a file's nature enters the core.
 * The worker fills it in; the resolver and the planner read it and never touch the file.
 */

/** A rate as an exact fraction: 30000/1001 for 29.97. */
export interface Rational {
  numerator: number;
  denominator: number;
}

/** EXIF's eight orientations: 1 upright, 3 half a turn, 6 a quarter clockwise, 8 a quarter counter-clockwise, even ones mirrored (2, 4, 5, 7). The turn that makes the stored picture upright. */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface PictureFacts {
  /** As stored, before orientation and pixel aspect. */
  codedWidthPx: number;
  codedHeightPx: number;
  /** As people see it: upright, with square pixels. */
  widthPx: number;
  heightPx: number;
  orientation: Orientation;
  hasAlpha: boolean;
  /** FFmpeg's name of the codec, and the decoder to force (libvpx-vp9 where the native one drops alpha); null for the default. */
  codec: string;
  decoder: string | null;
  pixelFormat: string;
  /** Decided at the probe, so that no later step guesses: untagged video is bt709 from 720 lines up, else bt601. */
  colorMatrix: 'bt601' | 'bt709' | 'bt2020' | 'rgb';
  colorRange: 'tv' | 'pc';
  /** Index of the stream in its file. */
  streamIndex: number;
  /** FFmpeg's demuxer, forced at the render so that no other is tried. */
  demuxer: string;
}

export interface ImageFacts extends PictureFacts {
  kind: 'image';
}

export interface SoundFacts {
  codec: string;
  /** FFmpeg's name of the codec's profile ("LC" of AAC); null when it has none. */
  profile: string | null;
  channels: number;
  sampleRateHz: number;
  startSeconds: number;
  durationSeconds: number;
  /** What lies in the file before `startSeconds` and is not heard: for a decoder to get going, or cut off by an edit list. */
  primingSeconds: number;
  streamIndex: number;
}

export interface VideoFacts extends PictureFacts {
  kind: 'video';
  /** Length of the picture, from its first frame. */
  durationSeconds: number;
  /** Time stamp of the first frame: what must be subtracted. */
  startSeconds: number;
  /** Average rate; null when the file does not say. */
  frameRate: Rational | null;
  sound: SoundFacts | null;
}

/** The sound of a file of whatever kind; pictures it may have are ignored. */
export interface AudioFacts {
  kind: 'audio';
  /** Its `startSeconds` is the time stamp of the first sample that is heard, its `durationSeconds` exact to the sample. */
  sound: SoundFacts;
  /** FFmpeg's demuxer, forced at the render. */
  demuxer: string;
}

export type MediaFacts = ImageFacts | VideoFacts | AudioFacts;

/** Facts by `mediaKey(kind, source)` of sources.ts: one file may be used both as a video and as an image. */
export type MediaFactsBySource = ReadonlyMap<string, MediaFacts>;
