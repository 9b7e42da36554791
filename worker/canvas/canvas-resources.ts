/**
 * What drawing needs in the worker: canvases and paths of @napi-rs/canvas, and the pictures that have been decoded for it.
 */
import { createCanvas, ImageData, Path2D, type Canvas } from '@napi-rs/canvas';
import type { CanvasPath } from '#lib/composition/draw/canvas-2d';
import type { DrawResources, Offscreen, Picture } from '#lib/composition/draw/draw-resources';
import { decodeKeyOf } from '#lib/composition/decode-key';
import type { PictureLayer } from '#lib/composition/timeline';

export class CanvasResources implements DrawResources {
  /** By `decodeKeyOf`. */
  readonly #pictures = new Map<string, Picture>();
  /** Outlines of letters, by their data: those of a text that moves are drawn in every frame, and nobody adds to them. */
  readonly #paths = new Map<string, Path2D>();

  /** Throws when the picture has not been decoded: a layer is never left out silently. */
  picture(layer: PictureLayer): Picture {
    const picture = this.#pictures.get(decodeKeyOf(layer));
    if (picture === undefined) throw new Error(`The picture of element ${layer.elementId} was not decoded before it was drawn`);
    return picture;
  }

  createCanvas(widthPx: number, heightPx: number): Offscreen {
    const canvas = createCanvas(widthPx, heightPx);
    return { canvas, ctx: canvas.getContext('2d') };
  }

  createPath(svgPathData?: string): CanvasPath {
    if (svgPathData === undefined) return new Path2D();
    const known = this.#paths.get(svgPathData);
    if (known !== undefined) return known;
    const path = new Path2D(svgPathData);
    this.#paths.set(svgPathData, path);
    return path;
  }

  has(key: string): boolean {
    return this.#pictures.has(key);
  }

  setPicture(key: string, picture: Picture): void {
    this.#pictures.set(key, picture);
  }

  /** Forgets all pictures but those of the given keys. */
  keepPictures(keys: ReadonlySet<string>): void {
    for (const key of this.#pictures.keys()) if (!keys.has(key)) this.#pictures.delete(key);
  }
}

/** Puts straight RGBA of the canvas's size on it; the bytes are copied. */
export function putPixels(canvas: Canvas, pixels: Buffer): void {
  const bytes = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.length);
  canvas.getContext('2d').putImageData(new ImageData(bytes, canvas.width, canvas.height), 0, 0);
}
