/**
 * The render plan: everything FFmpeg will be asked to do, as plain data that can be printed, compared and stored.
 * `planRender` makes it from a timeline; `buildGraph`, `listInputArgs` and `listOutputArgs` turn it into FFmpeg's words.
 */
import type { Box, Timeline } from '#lib/composition/timeline';
import type { Orientation, PictureFacts, Rational } from '#lib/composition/media-facts';

/** One opening of one stream of one file: an image once however often it is shown, a video or a sound once for each element. */
export interface PlannedInput {
  /** Its number on FFmpeg's command line. */
  index: number;
  /** Key of the medium (`mediaKey`), by which the renderer knows its path. */
  mediaKey: string;
  /** Whose medium it is; for messages. */
  elementIds: string[];
  demuxer: string;
  /** null: FFmpeg's default for the codec. */
  decoder: string | null;
  streamIndex: number;
  isSound: boolean;
  /** Absolute time stamp to seek to; null reads from the beginning. */
  seekSeconds: number | null;
}

export interface Margins {
  leftPx: number;
  topPx: number;
  rightPx: number;
  bottomPx: number;
}

/** A turn by other than quarters, and the size of the frame the turned picture fits into. */
export interface Rotation {
  degrees: number;
  widthPx: number;
  heightPx: number;
}

/** How a picture becomes what is laid on the canvas: the steps in their order. */
export interface PreparedPicture {
  id: string;
  inputIndex: number;
  /** Stored size of the source. */
  codedWidthPx: number;
  codedHeightPx: number;
  pixelFormat: string;
  colorMatrix: PictureFacts['colorMatrix'];
  colorRange: PictureFacts['colorRange'];
  hasAlpha: boolean;
  /** In stored pixels. */
  crop: Box;
  /** Before the orientation, as scaling the stored picture comes first. */
  scaledWidthPx: number;
  scaledHeightPx: number;
  orientation: Orientation;
  /** Clockwise, exact, after the orientation. */
  quarterTurns: 0 | 1 | 2 | 3;
  rotation: Rotation | null;
  opacity: number;
  /** Transparent pixels added last, so that the picture's corners lie on even coordinates of the canvas. */
  margins: Margins;
  /** With the margins. */
  widthPx: number;
  heightPx: number;
  /**
   * - `plain`: opaque and rectangular.
   * - `masked`: the picture is opaque; its transparency (edges, opacity) is the same in all frames, and drawn once.
   * - `blended`: each pixel has an alpha of its own.
   */
  blending: 'plain' | 'masked' | 'blended';
  /** What it is laid on: `gbrp` on stills, `yuv420p` on moving pictures. */
  format: CompositingFormat;
}

export interface ImagePicture extends PreparedPicture {
  kind: 'image';
}

export interface VideoPicture extends PreparedPicture {
  kind: 'video';
  /** Absolute time stamp shown in the first frame. */
  firstFrameSeconds: number;
  /** Frames the source has to give; the last of them is held until `frameCount`. */
  sourceFrameCount: number;
  frameCount: number;
}

export type PlannedPicture = ImagePicture | VideoPicture;

/** gbrp: any place and any edge exact; yuv420p: what the encoder takes, everything on even coordinates. */
export type CompositingFormat = 'gbrp' | 'yuv420p';

export interface PlacedPicture {
  elementId: string;
  pictureId: string;
  xPx: number;
  yPx: number;
}

/** A full canvas on which nothing moves: the fill colour and images, composited once. */
export interface PlannedStill {
  id: string;
  /** Bottom to top. */
  layers: PlacedPicture[];
}

export interface PlannedSpan {
  startFrame: number;
  endFrame: number;
  /** `still`: one picture, repeated. `graph`: FFmpeg's filters make each frame. */
  engine: 'still' | 'graph';
  /** Why this engine; for people. */
  reason: string;
  base: { kind: 'still'; stillId: string } | { kind: 'video'; elementId: string; pictureId: string };
  /** Laid on the base, bottom to top. */
  layers: PlacedPicture[];
}

export interface PlannedSound {
  elementId: string;
  inputIndex: number;
  channels: number;
  /** Absolute time stamp of the first sample that is heard. */
  firstSampleSeconds: number;
  sampleCount: number;
  /** Silence before it. */
  delaySamples: number;
  volume: number;
}

/** `none`: nothing is heard in the composition, so the output has no sound track. */
export type AudioPlan = { kind: 'none' } | { kind: 'mix'; sampleRateHz: number; sampleCount: number; sounds: PlannedSound[] };

export interface RenderPlan {
  widthPx: number;
  heightPx: number;
  frameRate: Rational;
  frameCount: number;
  durationSeconds: number;
  fillColor: string;
  outputFormat: Timeline['outputFormat'];
  inputs: PlannedInput[];
  pictures: PlannedPicture[];
  stills: PlannedStill[];
  /** In order, without gaps. */
  spans: PlannedSpan[];
  audio: AudioPlan;
  /** Estimate of what FFmpeg will hold at its peak. */
  memoryBytes: number;
}
