/** Pictures that are stored turned or mirrored, drawn upright: an image and its EXIF orientation in, a canvas out. */
import type { Orientation } from '#lib/composition/media-facts';
import type { Size } from '#lib/composition/units';

/** [a, b, c, d] of the matrix that turns the stored picture upright: x' = ax + cy, y' = bx + dy. */
const MATRICES: Readonly<Record<Orientation, readonly [number, number, number, number]>> = {
  1: [1, 0, 0, 1], 2: [-1, 0, 0, 1], 3: [-1, 0, 0, -1], 4: [1, 0, 0, -1],
  5: [0, 1, 1, 0], 6: [0, 1, -1, 0], 7: [0, -1, -1, 0], 8: [0, -1, 1, 0],
};

/** @param size of the image as it is stored */
export function turnUpright(image: CanvasImageSource, { widthPx, heightPx }: Size, orientation: Orientation): OffscreenCanvas {
  const [a, b, c, d] = MATRICES[orientation];
  const isSideways = a === 0;
  const canvas = new OffscreenCanvas(isSideways ? heightPx : widthPx, isSideways ? widthPx : heightPx);
  const ctx = canvas.getContext('2d');
  if (ctx === null) throw new Error('The browser gives no 2D canvas');
  // Back into the canvas where the turn has led out of it.
  ctx.setTransform(a, b, c, d, a + c < 0 ? canvas.width : 0, b + d < 0 ? canvas.height : 0);
  ctx.drawImage(image, 0, 0);
  return canvas;
}
