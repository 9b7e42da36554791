/** What stands where a picture cannot be shown: a layer in, a picture of its box, striped and crossed, out. */
import type { Picture } from '#lib/composition/draw/draw-resources';
import type { PictureLayer } from '#lib/composition/timeline';

const STRIPE_PX = 24;
const GROUND_COLOR = '#3a3540';
const STRIPE_COLOR = '#4a4450';
const EDGE_COLOR = '#ff8a80';

export function createPlaceholder({ box, crop }: PictureLayer): Picture {
  const { widthPx, heightPx } = box;
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const ctx = canvas.getContext('2d');
  if (ctx === null) throw new Error('The browser gives no 2D canvas');
  ctx.fillStyle = GROUND_COLOR;
  ctx.fillRect(0, 0, widthPx, heightPx);
  ctx.strokeStyle = STRIPE_COLOR;
  ctx.lineWidth = STRIPE_PX / 2;
  ctx.beginPath();
  for (let x = -heightPx; x < widthPx; x += STRIPE_PX) line(ctx, [x, heightPx], [x + heightPx, 0]);
  ctx.stroke();
  ctx.strokeStyle = EDGE_COLOR;
  ctx.lineWidth = Math.max(2, Math.min(widthPx, heightPx) / 60);
  ctx.beginPath();
  ctx.rect(0, 0, widthPx, heightPx);
  line(ctx, [0, 0], [widthPx, heightPx]);
  line(ctx, [widthPx, 0], [0, heightPx]);
  ctx.stroke();
  return { image: canvas, widthPx, heightPx, area: crop };
}

type Point = [x: number, y: number];

function line(ctx: OffscreenCanvasRenderingContext2D, [fromX, fromY]: Point, [toX, toY]: Point): void {
  ctx.moveTo(fromX, fromY);
  ctx.lineTo(toX, toY);
}
