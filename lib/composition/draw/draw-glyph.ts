/** One glyph of a laid out text: stroked or filled, a colour glyph painted layer by layer. No font is asked, so every canvas draws the same. */
import type { Canvas2D } from '#lib/composition/draw/canvas-2d';
import { drawColorGlyph } from '#lib/composition/draw/draw-color-glyph';
import type { DrawResources } from '#lib/composition/draw/draw-resources';
import { SLANT, type GlyphInLine } from '#lib/composition/text/text-bounds';
import type { TextLayout } from '#lib/composition/text/text-layout';

/** What text needs of them: no picture. */
export type TextResources = Pick<DrawResources, 'createCanvas' | 'createPath'>;

export interface GlyphContext {
  shapes: TextLayout['glyphShapes'];
  resources: TextResources;
}

/** Behind the letters and twice as wide, so that the width asked for is seen around them. */
export function strokeGlyph(ctx: Canvas2D, placed: GlyphInLine, { shapes, resources }: GlyphContext): void {
  const { stroke } = placed.run;
  const shape = shapes[placed.glyph.shape];
  if (stroke === null || shape?.kind !== 'outline' || shape.path === '') return;
  ctx.save();
  const scale = moveToGlyph(ctx, placed, shape.unitsPerEm);
  ctx.strokeStyle = stroke.color;
  ctx.lineWidth = (2 * stroke.widthPx) / scale;
  ctx.lineJoin = 'round';
  ctx.stroke(resources.createPath(shape.path));
  ctx.restore();
}

export function fillGlyph(ctx: Canvas2D, placed: GlyphInLine, { shapes, resources }: GlyphContext): void {
  const { run, glyph } = placed;
  const shape = shapes[glyph.shape];
  if (shape === undefined || (shape.kind === 'outline' && shape.path === '')) return;
  ctx.save();
  moveToGlyph(ctx, placed, shape.unitsPerEm);
  if (shape.kind === 'layers') drawColorGlyph(ctx, shape, { textColor: run.fillColor, sizePx: run.fontSizePx, resources });
  else {
    ctx.fillStyle = run.fillColor;
    ctx.fill(resources.createPath(shape.path));
  }
  ctx.restore();
}

/** The origin to the glyph's, font units as units, y up; gives the pixels of one of them. */
function moveToGlyph(ctx: Canvas2D, { line, run, glyph }: GlyphInLine, unitsPerEm: number): number {
  const scale = run.fontSizePx / unitsPerEm;
  ctx.transform(scale, 0, run.isSlanted ? SLANT * scale : 0, -scale, line.xPx + glyph.xPx, line.baselinePx + glyph.yPx);
  return scale;
}
