/** Shapes: the outline as a path of lines and cubic curves, which every canvas draws alike, then its fill and its stroke. */
import type { Canvas2D, CanvasPaint } from '#lib/composition/draw/canvas-2d';
import type { DrawItem } from '#lib/composition/frame-at';
import type { PathCommand, ShapeFill, ShapeStroke } from '#lib/composition/shapes/shape';
import { shapeOutline } from '#lib/composition/shapes/shape-outline';
import { MITER_LIMIT, shapeReachPx } from '#lib/composition/shapes/shape-reach';
import type { ShapeLayer } from '#lib/composition/timeline';
import type { Size } from '#lib/composition/units';

/** Into the item's box, its corner at the context's origin. */
export function drawShape(ctx: Canvas2D, layer: ShapeLayer, { box }: Pick<DrawItem, 'box'>): void {
  const { geometry, fill, stroke } = layer;
  ctx.save();
  if (geometry.kind === 'path') clipToReach(ctx, box, shapeReachPx(layer));
  tracePath(ctx, shapeOutline(geometry, box));
  if (fill !== null) {
    ctx.fillStyle = toPaint(ctx, fill, box);
    ctx.fill();
  }
  if (stroke !== null) strokePath(ctx, stroke);
  ctx.restore();
}

/** What a path has outside its view box is not drawn, but all of the stroke of what is inside. */
function clipToReach(ctx: Canvas2D, { widthPx, heightPx }: Size, reachPx: number): void {
  ctx.beginPath();
  ctx.rect(-reachPx, -reachPx, widthPx + 2 * reachPx, heightPx + 2 * reachPx);
  ctx.clip();
}

function tracePath(ctx: Canvas2D, commands: readonly PathCommand[]): void {
  ctx.beginPath();
  for (const command of commands) {
    switch (command.type) {
      case 'move': ctx.moveTo(command.x, command.y); break;
      case 'line': ctx.lineTo(command.x, command.y); break;
      case 'curve': ctx.bezierCurveTo(command.x1, command.y1, command.x2, command.y2, command.x, command.y); break;
      case 'close': ctx.closePath(); break;
      default: command satisfies never;
    }
  }
}

function strokePath(ctx: Canvas2D, { color, widthPx, dashesPx, cap, join }: ShapeStroke): void {
  ctx.strokeStyle = color;
  ctx.lineWidth = widthPx;
  ctx.lineCap = cap;
  ctx.lineJoin = join;
  ctx.miterLimit = MITER_LIMIT;
  ctx.setLineDash(dashesPx);
  ctx.stroke();
}

function toPaint(ctx: Canvas2D, fill: ShapeFill, size: Size): CanvasPaint {
  if (fill.type === 'solid') return fill.color;
  const gradient = fill.type === 'linear' ? linearGradient(ctx, fill.angleDegrees, size) : radialGradient(ctx, fill.center, size);
  for (const { offset, color } of fill.stops) gradient.addColorStop(offset, color);
  return gradient;
}

/** CSS Images Level 3, section 3.1.1: through the middle, and so long that the corners have the colours of its ends. */
function linearGradient(ctx: Canvas2D, angleDegrees: number, { widthPx, heightPx }: Size) {
  const angle = (angleDegrees * Math.PI) / 180;
  const half = (Math.abs(widthPx * Math.sin(angle)) + Math.abs(heightPx * Math.cos(angle))) / 2;
  const reachX = Math.sin(angle) * half;
  const reachY = -Math.cos(angle) * half;
  return ctx.createLinearGradient(widthPx / 2 - reachX, heightPx / 2 - reachY, widthPx / 2 + reachX, heightPx / 2 + reachY);
}

function radialGradient(ctx: Canvas2D, [partX, partY]: readonly [number, number], { widthPx, heightPx }: Size) {
  const x = partX * widthPx;
  const y = partY * heightPx;
  const radius = Math.hypot(Math.max(x, widthPx - x), Math.max(y, heightPx - y));
  return ctx.createRadialGradient(x, y, 0, x, y, radius);
}
