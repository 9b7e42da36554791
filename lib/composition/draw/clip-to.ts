/**
 * Clips of motion as paths: how far a wipe, a circle or a clock hand has come in, the context clipped to it out.
 */
import type { Canvas2D } from '#lib/composition/draw/canvas-2d';
import type { EvaluatedClip } from '#lib/composition/frame-at';
import type { Size } from '#lib/composition/units';

/** `area` is the canvas or the box, its corner at the context's origin. */
export function clipTo(ctx: Canvas2D, { kind, direction, progress }: EvaluatedClip, area: Size): void {
  const { widthPx, heightPx } = area;
  ctx.beginPath();
  switch (kind) {
    case 'wipe':
      addWipe(ctx, direction, progress, area);
      break;
    case 'circle':
      ctx.arc(widthPx / 2, heightPx / 2, progress * radiusAround(area), 0, 2 * Math.PI);
      break;
    case 'radial':
      ctx.moveTo(widthPx / 2, heightPx / 2);
      ctx.arc(widthPx / 2, heightPx / 2, radiusAround(area), -Math.PI / 2, -Math.PI / 2 + progress * 2 * Math.PI);
      ctx.closePath();
      break;
    default:
      kind satisfies never;
  }
  ctx.clip();
}

/** The edge moves in `direction` and leaves behind it what is seen. */
function addWipe(ctx: Canvas2D, direction: EvaluatedClip['direction'], progress: number, { widthPx, heightPx }: Size): void {
  const width = widthPx * progress;
  const height = heightPx * progress;
  switch (direction) {
    case 'right': return ctx.rect(0, 0, width, heightPx);
    case 'left': return ctx.rect(widthPx - width, 0, width, heightPx);
    case 'down': return ctx.rect(0, 0, widthPx, height);
    case 'up': return ctx.rect(0, heightPx - height, widthPx, height);
    default: return direction satisfies never;
  }
}

/** Of the circle that holds all of the area. */
const radiusAround = ({ widthPx, heightPx }: Size): number => Math.hypot(widthPx, heightPx) / 2;
