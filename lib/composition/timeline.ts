/**
 * The resolved composition: every default applied, every unit in pixels or frames, every layer in drawing order.
 * `resolve` makes it; the renderer and the preview draw it, and neither knows a default of its own.
 */
import type { Rational } from '#lib/composition/media-facts';

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
  /** Where the (cropped) picture is drawn, before rotation. */
  box: Box;
  /** Clockwise, about the centre of the box, in [0, 360). */
  rotationDegrees: number;
  /** In (0, 1]. Layers of opacity 0 are not in the timeline. */
  opacity: number;
  /** What is done to the picture beyond placing it; null when nothing is, so that the cheap engines can take the layer. */
  look: Look | null;
  /** What changes over the layer's frames; null when nothing does. */
  motion: Motion | null;
}

/** A picture from a file: the part of the upright source that fills the box. */
export interface PictureLayerBase extends LayerBase {
  /** The composition's; its facts and its file are found by `mediaKey(layer.type, layer.source)`. */
  source: string;
  /** In upright, square source pixels; integers. */
  crop: Box;
}

export interface ImageLayer extends PictureLayerBase {
  type: 'image';
}

export interface VideoLayer extends PictureLayerBase {
  type: 'video';
  /** Source time shown at `startFrame`, from the source's first frame. */
  trimStartSeconds: number;
  /** Source time at which the picture ends; later frames hold the last one before it. */
  trimEndSeconds: number;
}

export type Layer = ImageLayer | VideoLayer;

/** A stretch of a source's sound, placed on the output. */
export interface Sound {
  elementId: string;
  /** The composition's; its facts and its file are found by `mediaKey('video', sound.source)`. */
  source: string;
  /** On the output. */
  startSeconds: number;
  /** Never longer than the element or than the sound there is. */
  durationSeconds: number;
  /** Source time heard at `startSeconds`; like a video layer's, from the first frame of the source's picture. */
  trimStartSeconds: number;
  /** Linear gain, 1 = unchanged; never 0 (silent sounds are left out). */
  volume: number;
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
