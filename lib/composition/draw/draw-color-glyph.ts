/** A colour glyph, such as an emoji: its layers' paths with their fills, groups of layers on a canvas of their own. */
import type { Canvas2D, CanvasPaint } from '#lib/composition/draw/canvas-2d';
import type { DrawResources } from '#lib/composition/draw/draw-resources';
import type { GlyphColorStop, GlyphFill, GlyphLayer, GlyphShape } from '#lib/composition/text/glyph-shape';

export interface ColorGlyphContext {
  /** What layers of the text's own colour have. */
  textColor: string;
  sizePx: number;
  resources: Pick<DrawResources, 'createCanvas' | 'createPath'>;
}

type LayeredShape = Extract<GlyphShape, { kind: 'layers' }>;

/** In ems around the origin, what a group's canvas shows: emoji are drawn within less. */
const GROUP_AREA = { left: -0.5, top: -1.5, size: 2.5 };
/** Groups are drawn finer than they are shown, as they are scaled once more. */
const GROUP_SCALE = 2;

/** The context's units are font units, y goes up. */
export function drawColorGlyph(ctx: Canvas2D, { layers, unitsPerEm }: LayeredShape, context: ColorGlyphContext): void {
  for (const layer of layers) drawLayer(ctx, layer, unitsPerEm, context);
}

function drawLayer(ctx: Canvas2D, layer: GlyphLayer, unitsPerEm: number, context: ColorGlyphContext): void {
  ctx.save();
  if (layer.kind === 'group') drawGroup(ctx, layer, unitsPerEm, context);
  else {
    ctx.transform(...layer.matrix);
    ctx.fillStyle = toPaint(ctx, layer.fill, context.textColor);
    ctx.fill(context.resources.createPath(layer.path));
  }
  ctx.restore();
}

function drawGroup(ctx: Canvas2D, { layers, operation }: Extract<GlyphLayer, { kind: 'group' }>, unitsPerEm: number, context: ColorGlyphContext): void {
  const { left, top, size } = GROUP_AREA;
  const sidePx = Math.max(1, Math.ceil(context.sizePx * size * GROUP_SCALE));
  const { canvas, ctx: groupCtx } = context.resources.createCanvas(sidePx, sidePx);
  const scale = sidePx / (size * unitsPerEm);
  groupCtx.setTransform(scale, 0, 0, -scale, -left * unitsPerEm * scale, -top * unitsPerEm * scale);
  for (const layer of layers) drawLayer(groupCtx, layer, unitsPerEm, context);
  ctx.globalCompositeOperation = operation;
  // The canvas's rows go down, font units up.
  ctx.scale(1, -1);
  ctx.imageSmoothingEnabled = true;
  ctx.imageSmoothingQuality = 'high';
  ctx.drawImage(canvas, left * unitsPerEm, top * unitsPerEm, size * unitsPerEm, size * unitsPerEm);
}

function toPaint(ctx: Canvas2D, fill: GlyphFill, textColor: string): CanvasPaint {
  if (fill.kind === 'solid') return toColor(fill.color, textColor);
  const gradient =
    fill.kind === 'linear' ? ctx.createLinearGradient(fill.x0, fill.y0, fill.x1, fill.y1) : ctx.createRadialGradient(fill.x0, fill.y0, fill.r0, fill.x1, fill.y1, fill.r1);
  for (const stop of fill.stops) addStop(gradient, stop, textColor);
  return gradient;
}

function addStop(gradient: { addColorStop(offset: number, color: string): void }, { offset, color }: GlyphColorStop, textColor: string): void {
  gradient.addColorStop(offset, toColor(color, textColor));
}

const toColor = (color: string, textColor: string): string => (color === 'text' ? textColor : color);
