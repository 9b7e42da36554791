/** Text: the layout's outlines filled and stroked, its colour glyphs painted layer by layer. No font is asked, so every canvas draws the same. */
import type { Canvas2D } from '#lib/composition/draw/canvas-2d';
import { drawColorGlyph } from '#lib/composition/draw/draw-color-glyph';
import type { DrawResources } from '#lib/composition/draw/draw-resources';
import type { DrawItem } from '#lib/composition/frame-at';
import { SLANT } from '#lib/composition/text/text-bounds';
import type { PlacedGlyph, PlacedRun, TextLayout, TextLine } from '#lib/composition/text/text-layout';
import type { TextLayer } from '#lib/composition/timeline';

/** What text needs of them: no picture. */
export type TextResources = Pick<DrawResources, 'createCanvas' | 'createPath'>;

export function drawText(ctx: Canvas2D, { layout, box }: TextLayer, item: Pick<DrawItem, 'box'>, resources: TextResources): void {
  ctx.save();
  // A box that grows or shrinks takes its words with it.
  ctx.scale(item.box.widthPx / box.widthPx, item.box.heightPx / box.heightPx);
  drawBackground(ctx, layout);
  // All strokes first, so that none lies on a neighbour's letter.
  forEachRun(layout, (run, line) => strokeRun(ctx, { layout, run, line }, resources));
  forEachRun(layout, (run, line) => fillRun(ctx, { layout, run, line }, resources));
  ctx.restore();
}

interface RunToDraw {
  layout: TextLayout;
  run: PlacedRun;
  line: TextLine;
}

function forEachRun({ lines }: TextLayout, draw: (run: PlacedRun, line: TextLine) => void): void {
  for (const line of lines) for (const run of line.runs) draw(run, line);
}

function drawBackground(ctx: Canvas2D, { background }: TextLayout): void {
  if (background === null) return;
  ctx.fillStyle = background.color;
  ctx.beginPath();
  for (const { xPx, yPx, widthPx, heightPx, radiusPx } of background.boxes) ctx.roundRect(xPx, yPx, widthPx, heightPx, radiusPx);
  ctx.fill();
}

/** Behind the letters and twice as wide, so that the width asked for is seen around them. */
function strokeRun(ctx: Canvas2D, { layout, run, line }: RunToDraw, resources: TextResources): void {
  const { stroke } = run;
  if (stroke === null) return;
  for (const glyph of run.glyphs) {
    const shape = layout.glyphShapes[glyph.shape];
    if (shape?.kind !== 'outline' || shape.path === '') continue;
    ctx.save();
    const scale = moveToGlyph(ctx, { run, line, glyph }, shape.unitsPerEm);
    ctx.strokeStyle = stroke.color;
    ctx.lineWidth = (2 * stroke.widthPx) / scale;
    ctx.lineJoin = 'round';
    ctx.stroke(resources.createPath(shape.path));
    ctx.restore();
  }
}

function fillRun(ctx: Canvas2D, { layout, run, line }: RunToDraw, resources: TextResources): void {
  for (const glyph of run.glyphs) {
    const shape = layout.glyphShapes[glyph.shape];
    if (shape === undefined || (shape.kind === 'outline' && shape.path === '')) continue;
    ctx.save();
    moveToGlyph(ctx, { run, line, glyph }, shape.unitsPerEm);
    if (shape.kind === 'layers') drawColorGlyph(ctx, shape, { textColor: run.fillColor, sizePx: run.fontSizePx, resources });
    else {
      ctx.fillStyle = run.fillColor;
      ctx.fill(resources.createPath(shape.path));
    }
    ctx.restore();
  }
}

interface GlyphPlace {
  run: PlacedRun;
  line: TextLine;
  glyph: PlacedGlyph;
}

/** The origin to the glyph's, font units as units, y up; gives the pixels of one of them. */
function moveToGlyph(ctx: Canvas2D, { run, line, glyph }: GlyphPlace, unitsPerEm: number): number {
  const scale = run.fontSizePx / unitsPerEm;
  ctx.transform(scale, 0, run.isSlanted ? SLANT * scale : 0, -scale, line.xPx + glyph.xPx, line.baselinePx + glyph.yPx);
  return scale;
}
