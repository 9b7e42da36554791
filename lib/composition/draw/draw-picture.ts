/** Images and frames of videos: the crop of the picture, scaled to the item's box. */
import type { Canvas2D, CanvasImage } from '#lib/composition/draw/canvas-2d';
import type { DrawResources } from '#lib/composition/draw/draw-resources';
import type { DrawItem } from '#lib/composition/frame-at';
import type { Box, PictureLayer } from '#lib/composition/timeline';
import type { Size } from '#lib/composition/units';

export function drawPicture(ctx: Canvas2D, layer: PictureLayer, item: DrawItem, resources: DrawResources): void {
  const picture = resources.picture(layer);
  if (picture === null) return;
  const { image, widthPx, heightPx, area } = picture;
  const { box, crop } = item;
  const shown = crop ?? area;
  const across = widthPx / area.widthPx;
  const down = heightPx / area.heightPx;
  const part: Box = { xPx: (shown.xPx - area.xPx) * across, yPx: (shown.yPx - area.yPx) * down, widthPx: shown.widthPx * across, heightPx: shown.heightPx * down };
  const twice: Size = { widthPx: 2 * Math.ceil(box.widthPx * Math.abs(item.scaleX)), heightPx: 2 * Math.ceil(box.heightPx * Math.abs(item.scaleY)) };
  if (part.widthPx <= twice.widthPx || part.heightPx <= twice.heightPx) {
    drawScaled(ctx, image, part, box);
    return;
  }
  // A canvas mixes the halves, quarters and so on of a picture that are nearest to its size, which is soft: halved from twice the size it is sharp.
  const large = resources.createCanvas(twice.widthPx, twice.heightPx);
  drawScaled(large.ctx, image, part, twice);
  drawScaled(ctx, large.canvas, { xPx: 0, yPx: 0, ...twice }, box);
}

function drawScaled(ctx: Canvas2D, image: CanvasImage, { xPx, yPx, widthPx, heightPx }: Box, size: Size): void {
  ctx.imageSmoothingEnabled = true;
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(image, xPx, yPx, widthPx, heightPx, 0, 0, size.widthPx, size.heightPx);
}
