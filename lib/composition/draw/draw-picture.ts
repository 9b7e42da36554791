/** Images and frames of videos: the crop of the picture, scaled to the item's box. */
import type { Canvas2D } from '#lib/composition/draw/canvas-2d';
import type { DrawResources } from '#lib/composition/draw/draw-resources';
import type { DrawItem } from '#lib/composition/frame-at';
import type { PictureLayer } from '#lib/composition/timeline';

export function drawPicture(ctx: Canvas2D, layer: PictureLayer, { box, crop }: DrawItem, resources: DrawResources): void {
  const picture = resources.picture(layer);
  if (picture === null) return;
  const { image, widthPx, heightPx, area } = picture;
  const shown = crop ?? area;
  const scaleX = widthPx / area.widthPx;
  const scaleY = heightPx / area.heightPx;
  ctx.imageSmoothingEnabled = true;
  ctx.imageSmoothingQuality = 'high';
  const x = (shown.xPx - area.xPx) * scaleX;
  const y = (shown.yPx - area.yPx) * scaleY;
  ctx.drawImage(image, x, y, shown.widthPx * scaleX, shown.heightPx * scaleY, 0, 0, box.widthPx, box.heightPx);
}
