/**
 * The render plan: everything FFmpeg will be asked to do, as plain data that can be printed, compared and stored.
 * `planRender` makes it from a timeline; `buildGraph`, `listInputArgs` and `listOutputArgs` turn it into FFmpeg's words.
 */
import type { AudioPlan } from '#worker/render/audio-plan';
import type { DrawItem } from '#lib/composition/frame-at';
import type { Box, Layer, Timeline } from '#lib/composition/timeline';
import type { Orientation, PictureFacts, Rational } from '#lib/composition/media-facts';
import type { Size } from '#lib/composition/units';

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

/** A stored picture and the first steps with it: the part that is used, made into another size and upright. */
export interface DecodedPicture {
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
}

/** How a picture becomes what is laid on the canvas: the steps in their order. */
export interface PreparedPicture extends DecodedPicture {
  id: string;
  inputIndex: number;
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
  /** The frames of one round, which repeats, and the one of them that is shown first; null: it does not. */
  loop: { frameCount: number; firstFrame: number } | null;
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

export interface LaidPicture extends PlacedPicture {
  /** How much of it is seen in each frame of the span, 0 to 255, of a picture that fills the canvas; null: all, always. */
  levels: number[] | null;
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
  /**
   * `still`: one picture, repeated. `graph`: FFmpeg's filters make each frame. `overlay`: the same, with what is drawn for each frame laid on.
   * `canvas`: each frame is drawn, and handed to FFmpeg.
   */
  engine: 'still' | 'graph' | 'overlay' | 'canvas';
  /** Why this engine; for people. */
  reason: string;
  base:
    | { kind: 'still'; stillId: string }
    | { kind: 'video'; elementId: string; pictureId: string }
    /** The piece of this id; nothing else is laid on. */
    | { kind: 'canvas'; pieceId: string };
  /** Laid on the base, bottom to top: pictures, and pieces that are drawn (`pictureId` is the piece's). */
  layers: LaidPicture[];
}

/** Layers that stand still, drawn once on a canvas; FFmpeg lays them on like an image, cut to what they show. */
export interface PlannedBitmap {
  id: string;
  /** Its number on FFmpeg's command line. */
  inputIndex: number;
  /** Bottom to top. */
  items: DrawItem[];
  /** #rrggbb: an opaque canvas of that colour is drawn on; null: a transparent one. */
  fillColor: string | null;
}

/** A picture decoded for drawing: the part of it that is drawn, at the size it is drawn. */
export interface PlannedDecode extends DecodedPicture {
  /** Whose picture it is: what is drawn for layers of that `decodeKeyOf` takes it. */
  key: string;
  /** For messages. */
  elementId: string;
  mediaKey: string;
  demuxer: string;
  decoder: string | null;
  streamIndex: number;
  /** The part of the upright source that is decoded. */
  area: Box;
  /** Of the decoded picture, upright. */
  widthPx: number;
  heightPx: number;
  /** A video's frames from `startFrame` of the output on; null for an image. */
  frames: PlannedFrames | null;
}

export interface PlannedFrames extends Pick<VideoPicture, 'firstFrameSeconds' | 'sourceFrameCount' | 'frameCount' | 'loop'> {
  startFrame: number;
  seekSeconds: number | null;
}

/** Frames that are drawn for one span: all of the canvas, or what is laid on FFmpeg's picture. */
export interface PlannedPiece {
  id: string;
  startFrame: number;
  endFrame: number;
  /** The part of the canvas that is drawn. On even coordinates, of even size. */
  box: Box;
  /** Places in the drawing's layers, bottom to top. */
  layers: number[];
}

/** The frames of pieces of one size, one piece after the other: a video stream of FFmpeg's. */
export interface PlannedStream extends Size {
  /** With the canvas's colour below; else what is drawn is transparent. */
  isOpaque: boolean;
  pieces: PlannedPiece[];
}

/** What is drawn on canvases, before FFmpeg's graph (bitmaps) and while it runs (frames of overlay and canvas spans). */
export interface PlannedDrawing {
  bitmaps: PlannedBitmap[];
  decodes: PlannedDecode[];
  /** Every layer of the pieces. */
  layers: Layer[];
  /** By their numbers in the one input by which FFmpeg takes them. */
  streams: PlannedStream[];
  /** Number of that input; null when no frames are drawn. */
  frameInputIndex: number | null;
}

/** The picture that stands for the video where it does not play. */
export interface PlannedPoster {
  /** Which frame of the output it shows, from 0. */
  frame: number;
  widthPx: number;
  heightPx: number;
}

/** What all parts of an output have in common. */
export interface PlannedCanvas extends Size {
  frameRate: Rational;
  fillColor: string;
  /** A video is seen in half of the output's frames at least: it is encoded as film, else as what mostly stands still. */
  isFilmed: boolean;
}

/** What one FFmpeg makes: all of the output, or a stretch of it. */
export interface PlannedPart extends PlannedCanvas {
  frameCount: number;
  inputs: PlannedInput[];
  pictures: PlannedPicture[];
  stills: PlannedStill[];
  /** In order, without gaps. Their frames are the output's. */
  spans: PlannedSpan[];
  audio: AudioPlan;
  /** null where another part has it; its frame counts from the part's first. */
  poster: PlannedPoster | null;
  /** null when FFmpeg's filters do all of it. */
  drawing: PlannedDrawing | null;
}

export interface RenderPlan extends PlannedPart {
  durationSeconds: number;
  outputFormat: Timeline['outputFormat'];
  poster: PlannedPoster;
  /**
   * Stretches of the output that are made one after the other and joined without encoding them again, where one FFmpeg would hold too much at
   * once. `inputs` are then those of the sounds alone, and nothing is drawn but in the parts. Empty: one FFmpeg makes everything.
   */
  parts: PlannedPart[];
  /** Number of the input by which the joined parts are read; null without parts. */
  partsInputIndex: number | null;
  /** Estimate of what FFmpeg will hold at its peak. */
  memoryBytes: number;
}
