/** The contexts that exist fit the type that drawing is written against: checked by the compiler, and in part by running. */
import { createCanvas, Path2D, type SKRSContext2D } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import type { Canvas2D, CanvasPath } from '#lib/composition/draw/canvas-2d';

const fitsBrowser = (context: CanvasRenderingContext2D): Canvas2D => context;
const fitsWorker = (context: SKRSContext2D): Canvas2D => context;
const pathFitsBrowser = (path: globalThis.Path2D): CanvasPath => path;

describe('Canvas2D', () => {
  it('is what a context of the worker is', () => {
    const context = createCanvas(2, 2).getContext('2d');
    const canvas = fitsWorker(context);
    canvas.fillStyle = '#ff0000';
    canvas.fillRect(0, 0, 2, 2);
    expect([...canvas.getImageData(1, 1, 1, 1).data]).toEqual([255, 0, 0, 255]);
    expect([fitsBrowser, pathFitsBrowser].every((check) => typeof check === 'function')).toBe(true);
    const path: CanvasPath = new Path2D();
    path.rect(0, 0, 1, 1);
    canvas.fillStyle = '#0000ff';
    canvas.fill(path);
    expect([...canvas.getImageData(0, 0, 1, 1).data]).toEqual([0, 0, 255, 255]);
  });
});
