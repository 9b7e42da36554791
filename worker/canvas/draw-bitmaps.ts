/**
 * Bitmaps of a plan, drawn once each: a file of raw, straight RGBA for every one out, cut to the part of the canvas that it shows.
 */
import { createCanvas } from '@napi-rs/canvas';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { draw, drawItems } from '#lib/composition/draw/draw';
import type { DrawResources } from '#lib/composition/draw/draw-resources';
import type { Box } from '#lib/composition/timeline';
import type { PlannedBitmap, PlannedPart } from '#worker/render/render-plan';

export interface DrawnBitmap {
  id: string;
  inputIndex: number;
  path: string;
  /** On even coordinates, of even size. */
  box: Box;
}

/** Draws one bitmap into `directory`. */
export async function drawBitmap(bitmap: PlannedBitmap, plan: PlannedPart, resources: DrawResources, directory: string): Promise<DrawnBitmap> {
  const { id, inputIndex, items, fillColor } = bitmap;
  const { widthPx, heightPx } = plan;
  const ctx = createCanvas(widthPx, heightPx).getContext('2d');
  if (fillColor === null) drawItems(ctx, plan, items, resources);
  else draw(ctx, { widthPx, heightPx, fillColor }, items, resources);
  const { data } = ctx.getImageData(0, 0, widthPx, heightPx);
  const pixels = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const box = fillColor === null ? findShownBox(pixels, { widthPx, heightPx }) : { xPx: 0, yPx: 0, widthPx, heightPx };
  const path = join(directory, `${id}.rgba`);
  await writeFile(path, cutOut(pixels, widthPx, box));
  return { id, inputIndex, path, box };
}

/** The smallest box with even edges that holds every pixel that is not fully transparent; one of 2 x 2 when there is none. */
export function findShownBox(pixels: Buffer, { widthPx, heightPx }: { widthPx: number; heightPx: number }): Box {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.length / 4);
  let left = widthPx;
  let right = -1;
  let top = heightPx;
  let bottom = -1;
  for (let y = 0; y < heightPx; y += 1) {
    const row = words.subarray(y * widthPx, (y + 1) * widthPx);
    // Transparent pixels are all zero: what a canvas cannot show it does not keep.
    const first = row.findIndex((word) => word !== 0);
    if (first === -1) continue;
    left = Math.min(left, first);
    right = Math.max(right, row.findLastIndex((word) => word !== 0));
    top = Math.min(top, y);
    bottom = y;
  }
  if (right === -1) return { xPx: 0, yPx: 0, widthPx: 2, heightPx: 2 };
  const xPx = left - (left % 2);
  const yPx = top - (top % 2);
  return { xPx, yPx, widthPx: right + 1 - xPx + ((right + 1) % 2), heightPx: bottom + 1 - yPx + ((bottom + 1) % 2) };
}

function cutOut(pixels: Buffer, rowPx: number, { xPx, yPx, widthPx, heightPx }: Box): Buffer {
  if (widthPx === rowPx) return pixels.subarray(yPx * rowPx * 4, (yPx + heightPx) * rowPx * 4);
  const rows = Array.from({ length: heightPx }, (_, row) => {
    const from = ((yPx + row) * rowPx + xPx) * 4;
    return pixels.subarray(from, from + widthPx * 4);
  });
  return Buffer.concat(rows);
}
