/**
 * What drawing needs in the worker: canvases and paths of @napi-rs/canvas, and the pictures that have been decoded for it.
 */
import { createCanvas, ImageData, Path2D, type Canvas } from '@napi-rs/canvas';
import type { CanvasPath } from '#lib/composition/draw/canvas-2d';
import type { DrawResources, Offscreen, Picture } from '#lib/composition/draw/draw-resources';
import type { PictureLayer } from '#lib/composition/timeline';

export class CanvasResources implements DrawResources {
  readonly #pictures = new Map<string, Picture>();

  /** Throws when the picture has not been decoded: a layer is never left out silently. */
  picture({ elementId }: PictureLayer): Picture {
    const picture = this.#pictures.get(elementId);
    if (picture === undefined) throw new Error(`The picture of element ${elementId} was not decoded before it was drawn`);
    return picture;
  }

  createCanvas(widthPx: number, heightPx: number): Offscreen {
    const canvas = createCanvas(widthPx, heightPx);
    return { canvas, ctx: canvas.getContext('2d') };
  }

  createPath(svgPathData?: string): CanvasPath {
    return new Path2D(svgPathData);
  }

  has(elementId: string): boolean {
    return this.#pictures.has(elementId);
  }

  setPicture(elementId: string, picture: Picture): void {
    this.#pictures.set(elementId, picture);
  }

  /** Forgets all pictures but those of the given elements. */
  keepPictures(elementIds: ReadonlySet<string>): void {
    for (const elementId of this.#pictures.keys()) if (!elementIds.has(elementId)) this.#pictures.delete(elementId);
  }
}

/** Puts straight RGBA of the canvas's size on it; the bytes are copied. */
export function putPixels(canvas: Canvas, pixels: Buffer): void {
  const bytes = new Uint8ClampedArray(pixels.buffer, pixels.byteOffset, pixels.length);
  canvas.getContext('2d').putImageData(new ImageData(bytes, canvas.width, canvas.height), 0, 0);
}
