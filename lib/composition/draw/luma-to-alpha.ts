/** Brightness as opacity: what makes a picture a luma mask. Pure arithmetic on the pixels. */
import type { CanvasPixels } from '#lib/composition/draw/canvas-2d';

/** Each pixel becomes as opaque as it is bright (BT.709) and opaque; its colour no longer means anything. */
export function turnLumaToAlpha({ data }: CanvasPixels): void {
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? 0;
    if (alpha === 0) continue;
    const luma = 0.2126 * (data[at] ?? 0) + 0.7152 * (data[at + 1] ?? 0) + 0.0722 * (data[at + 2] ?? 0);
    data[at + 3] = (luma * alpha) / 255;
  }
}
