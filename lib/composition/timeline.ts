/**
 * The resolved composition: every default applied, every unit in pixels or frames, every layer in drawing order.
 * `resolve` makes it; the renderer and the preview draw it, and neither knows a default of its own.
 */
import type { Fit } from '#lib/composition/fit';
import type { Look } from '#lib/composition/look';
import type { Rational } from '#lib/composition/media-facts';
import type { Motion } from '#lib/composition/motion';
import type { TextLayout } from '#lib/composition/text/text-layout';
import type { TextSplit } from '#lib/composition/text/text-split';
import type { ShapeFill, ShapeGeometry, ShapeStroke } from '#lib/composition/shapes/shape';
import type { Size } from '#lib/composition/units';

/** Integers; the box may reach beyond the canvas. */
export interface Box {
  xPx: number;
  yPx: number;
  widthPx: number;
  heightPx: number;
}

/** What every visual layer has, whatever it shows. */
export interface LayerBase {
  elementId: string;
  track: number;
  /** First frame of the output that shows the layer. */
  startFrame: number;
  /** First frame that no longer shows it. */
  endFrame: number;
  /** Where the (cropped) picture is drawn, before rotation, as the layer begins. */
  box: Box;
  /** Clockwise, about the centre of the box, in [0, 360). */
  rotationDegrees: number;
  /** In (0, 1]. Layers of opacity 0 are not in the timeline; 1 where keyframes say it. */
  opacity: number;
  /** What is done to the picture beyond placing it; null when nothing is, so that the cheap engines can take the layer. */
  look: Look | null;
  /** What changes over the layer's frames; null when nothing does. */
  motion: Motion | null;
}

/** How a picture came into its box: all that `fitPicture` needs. */
export interface PictureFit extends Fit {
  /** What of the upright source is used, in square pixels; integers. */
  part: Box;
  /** The element's own box, and its exact size. */
  frame: { box: Box; exactSize: Size };
}

/** A picture from a file: the part of the upright source that fills the box. */
export interface PictureLayerBase extends LayerBase {
  /** The composition's; its facts and its file are found by `mediaKey(layer.type, layer.source)`. */
  source: string;
  /** In upright, square source pixels; integers. */
  crop: Box;
  /**
   * How `box` and `crop` came about, where `motion` moves place or size: the channels then move the frame, and the picture is fitted into it
   * anew. Null where it does not; channels of a layer without it move the box itself.
   */
  fit: PictureFit | null;
}

export interface ImageLayer extends PictureLayerBase {
  type: 'image';
}

export interface VideoLayer extends PictureLayerBase {
  type: 'video';
  /** Source time shown at `startFrame`, from the source's first frame. */
  trimStartSeconds: number;
  /** Source time at which the picture ends; later frames hold the last one before it, unless it repeats. */
  trimEndSeconds: number;
  /** Frames of the output after which the picture begins again, until the layer ends; null: it is shown once. */
  loopFrames: number | null;
}

/** An outline laid into the box; its stroke may reach out of it. */
export interface ShapeLayer extends LayerBase {
  type: 'shape';
  geometry: ShapeGeometry;
  fill: ShapeFill | null;
  stroke: ShapeStroke | null;
}

/** Words: laid out already, so that drawing needs no font. */
export interface TextLayer extends LayerBase {
  type: 'text';
  /** In the layer's box as it begins; a box that grows takes it along. */
  layout: TextLayout;
  /** Its parts that move each by itself, the larger ones first; null when it moves as one. */
  splits: TextSplit[] | null;
}

/** A scene of its own, drawn on a canvas of its own, which is then drawn into the box like a picture. */
export interface GroupLayer extends LayerBase {
  type: 'group';
  canvas: GroupCanvas;
  /** Bottom to top, placed on the group's canvas. Their frames are the output's, so that nothing has a second clock; all are within the group's. */
  layers: Layer[];
}

/** As large as the group's box as it begins: a box that grows or shrinks takes all of it along. */
export interface GroupCanvas extends Size {
  /** #rrggbb(aa); null: transparent. */
  fillColor: string | null;
}

/** Layers that show a picture of a file. */
export type PictureLayer = ImageLayer | VideoLayer;

export type Layer = PictureLayer | ShapeLayer | TextLayer | GroupLayer;

/** `linear` rises evenly; `equal-power` is a quarter of a sine: two sounds that cross by it stay as loud together as each alone. */
export type FadeCurve = 'linear' | 'equal-power';

/** A moment of a sound and its gain there; the gain goes in a straight line to the next. */
export interface VolumePoint {
  /** From the sound's start; rises from point to point. Before the first and after the last their gain holds. */
  seconds: number;
  /** Linear, 1 = unchanged. */
  gain: number;
}

/** A stretch of a source's sound, placed on the output: to the sample, not to the frame. */
export interface Sound {
  elementId: string;
  track: number;
  /** The composition's; its facts and its file are found by `mediaKey(sound.kind, sound.source)`. */
  source: string;
  kind: 'audio' | 'video';
  /** On the output. */
  startSeconds: number;
  /** Never longer than the element, nor, unless it repeats, than the sound there is. */
  durationSeconds: number;
  /** Source time heard at `startSeconds`: of a video from the first frame of its picture, of an audio from its first sample. */
  trimStartSeconds: number;
  /** Length of the stretch from `trimStartSeconds` on that is heard again and again; null: it is heard once. */
  loopSeconds: number | null;
  /** Linear gain of the whole sound, 1 = unchanged; never 0 (silent sounds are left out). */
  volume: number;
  /** Gain over time, on top of `volume`; at least two points. Null where it does not change. */
  envelope: VolumePoint[] | null;
  /** Of the sound's own duration, from its start; 0: none. */
  fadeInSeconds: number;
  fadeInCurve: FadeCurve;
  /** Of the sound's own duration, up to its end; 0: none. */
  fadeOutSeconds: number;
  fadeOutCurve: FadeCurve;
}

export interface Timeline {
  outputFormat: 'mp4';
  /** Even: H.264 with 4:2:0 has no odd sizes, so an odd canvas grows by one. */
  widthPx: number;
  heightPx: number;
  frameRate: Rational;
  frameCount: number;
  /** frameCount / frameRate. */
  durationSeconds: number;
  /** #rrggbb */
  fillColor: string;
  /** Bottom to top. */
  layers: Layer[];
  sounds: Sound[];
}
