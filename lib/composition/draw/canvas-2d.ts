/**
 * The part of a 2D canvas that drawing uses, as types of our own: a browser's context and the worker's both fit, and neither is imported.
 * What is not listed here may not be used, or preview and render would stop being the same code.
 */

/** What a context can draw: an image, a bitmap, a video frame or another canvas of its own kind. */
export type CanvasImage = object;

export interface CanvasGradientPaint {
  addColorStop(offset: number, color: string): void;
}

/** Made by `createPattern`. */
export type CanvasPatternPaint = object;

export type CanvasPaint = string | CanvasGradientPaint | CanvasPatternPaint;

export type FillRule = 'nonzero' | 'evenodd';

/** Commands that build a path, on a context or on a path of its own. */
export interface PathCommands {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  bezierCurveTo(control1X: number, control1Y: number, control2X: number, control2Y: number, x: number, y: number): void;
  quadraticCurveTo(controlX: number, controlY: number, x: number, y: number): void;
  arc(x: number, y: number, radius: number, startAngle: number, endAngle: number, counterclockwise?: boolean): void;
  ellipse(x: number, y: number, radiusX: number, radiusY: number, rotation: number, startAngle: number, endAngle: number): void;
  rect(x: number, y: number, width: number, height: number): void;
  roundRect(x: number, y: number, width: number, height: number, radii: number | number[]): void;
  closePath(): void;
}

/** A path that is kept: a Path2D. */
export type CanvasPath = PathCommands;

/** Straight (not premultiplied) RGBA, 8 bits each, row by row. */
export interface CanvasPixels {
  readonly width: number;
  readonly height: number;
  readonly data: { readonly length: number; [index: number]: number; [Symbol.iterator](): Iterator<number> };
}

export interface Canvas2D extends PathCommands {
  globalAlpha: number;
  globalCompositeOperation: string;
  /** CSS filter functions, such as `blur(4px)`; `none` for none. */
  filter: string;
  imageSmoothingEnabled: boolean;
  imageSmoothingQuality: 'low' | 'medium' | 'high';
  fillStyle: CanvasPaint;
  strokeStyle: CanvasPaint;
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  miterLimit: number;
  lineDashOffset: number;
  shadowColor: string;
  shadowBlur: number;
  shadowOffsetX: number;
  shadowOffsetY: number;

  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  rotate(angle: number): void;
  scale(x: number, y: number): void;
  transform(a: number, b: number, c: number, d: number, e: number, f: number): void;
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void;

  beginPath(): void;
  clip(fillRule?: FillRule): void;
  clip(path: CanvasPath, fillRule?: FillRule): void;
  fill(fillRule?: FillRule): void;
  fill(path: CanvasPath, fillRule?: FillRule): void;
  stroke(): void;
  stroke(path: CanvasPath): void;
  setLineDash(segments: number[]): void;

  fillRect(x: number, y: number, width: number, height: number): void;
  strokeRect(x: number, y: number, width: number, height: number): void;
  clearRect(x: number, y: number, width: number, height: number): void;

  drawImage(image: CanvasImage, x: number, y: number): void;
  drawImage(image: CanvasImage, x: number, y: number, width: number, height: number): void;
  drawImage(image: CanvasImage, sourceX: number, sourceY: number, sourceWidth: number, sourceHeight: number, x: number, y: number, width: number, height: number): void;

  createLinearGradient(x0: number, y0: number, x1: number, y1: number): CanvasGradientPaint;
  createRadialGradient(x0: number, y0: number, r0: number, x1: number, y1: number, r1: number): CanvasGradientPaint;
  createPattern(image: CanvasImage, repetition: string | null): CanvasPatternPaint | null;

  getImageData(x: number, y: number, width: number, height: number): CanvasPixels;
  putImageData(pixels: CanvasPixels, x: number, y: number): void;
}
