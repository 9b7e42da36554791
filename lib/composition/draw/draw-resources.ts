/**
 * What drawing needs beside numbers: pictures that are decoded, further canvases, paths. The browser and the worker each bring their own.
 */
import type { Canvas2D, CanvasImage, CanvasPath } from '#lib/composition/draw/canvas-2d';
import type { Box, PictureLayer, Timeline } from '#lib/composition/timeline';

/** What is drawn on: the composition's canvas. */
export type DrawCanvas = Pick<Timeline, 'widthPx' | 'heightPx' | 'fillColor'>;

/** A decoded picture, upright: all of its source, or as much of it and at such a size as is needed. */
export interface Picture {
  image: CanvasImage;
  /** Size of `image`. */
  widthPx: number;
  heightPx: number;
  /** The part of the upright source that `image` shows, in the pixels that the layer's `crop` is in. */
  area: Box;
}

/** A canvas to draw on apart, transparent at first. */
export interface Offscreen {
  canvas: CanvasImage;
  ctx: Canvas2D;
}

export interface DrawResources {
  /** The layer's picture; of a video, the frame at the item's `sourceSeconds`. Null while there is none: nothing is drawn. */
  picture(layer: PictureLayer): Picture | null;
  /** Sizes are whole and at least 1. */
  createCanvas(widthPx: number, heightPx: number): Offscreen;
  /** An empty path, or the one that SVG path data describe. */
  createPath(svgPathData?: string): CanvasPath;
}
