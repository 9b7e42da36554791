/** Frames as PNG files, for eyes: side by side, and the difference of two made visible. */
import { writeFile } from 'node:fs/promises';
import { createCanvas, ImageData, type Canvas } from '@napi-rs/canvas';
import type { Box } from '#lib/composition/timeline';
import type { Frame } from '#tests/support/read-frame';

const GAP_PX = 8;

/** From left to right, on grey. */
export async function writeSideBySide(filePath: string, frames: readonly Frame[], mark: Box | null = null): Promise<void> {
  const widthPx = frames.reduce((sum, frame) => sum + frame.widthPx + GAP_PX, -GAP_PX);
  const canvas = createCanvas(widthPx, Math.max(...frames.map(({ heightPx }) => heightPx)));
  const ctx = canvas.getContext('2d');
  ctx.fillStyle = '#808080';
  ctx.fillRect(0, 0, canvas.width, canvas.height);
  let x = 0;
  for (const frame of frames) {
    ctx.drawImage(toCanvas(frame), x, 0);
    x += frame.widthPx + GAP_PX;
  }
  const last = frames.at(-1);
  if (mark !== null && last !== undefined) {
    ctx.strokeStyle = '#ff00ff';
    ctx.strokeRect(x - GAP_PX - last.widthPx + mark.xPx + 0.5, mark.yPx + 0.5, mark.widthPx - 1, mark.heightPx - 1);
  }
  await writeFile(filePath, await canvas.encode('png'));
}

/** Black where two frames of one size are equal. */
export function differenceOf(first: Frame, second: Frame, factor: number): Frame {
  return { ...first, pixels: Buffer.from(first.pixels.map((value, index) => Math.min(255, Math.abs(value - second.pixels[index]!) * factor))) };
}

function toCanvas({ widthPx, heightPx, pixels }: Frame): Canvas {
  const rgba = new Uint8ClampedArray(widthPx * heightPx * 4).fill(255);
  for (let from = 0, to = 0; from < pixels.length; from += 3, to += 4) rgba.set(pixels.subarray(from, from + 3), to);
  const canvas = createCanvas(widthPx, heightPx);
  canvas.getContext('2d').putImageData(new ImageData(rgba, widthPx, heightPx), 0, 0);
  return canvas;
}
