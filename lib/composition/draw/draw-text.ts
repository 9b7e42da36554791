/** Text: the layout's background and glyphs, in pieces where its parts move each by itself. */
import { findBoxPresences } from '#lib/composition/draw/background-presence';
import type { Canvas2D } from '#lib/composition/draw/canvas-2d';
import { fillGlyph, strokeGlyph, type GlyphContext, type TextResources } from '#lib/composition/draw/draw-glyph';
import { enterPart, isSeen, listPieces, type MovedPart, type TextPiece } from '#lib/composition/draw/text-pieces';
import type { DrawItem } from '#lib/composition/frame-at';
import { isAtRest } from '#lib/composition/text/evaluate-text-parts';
import { findGlyphInk, joinBounds } from '#lib/composition/text/text-bounds';
import type { RoundedBox } from '#lib/composition/text/text-layout';
import type { TextLayer } from '#lib/composition/timeline';

export type { TextResources } from '#lib/composition/draw/draw-glyph';

export function drawText(ctx: Canvas2D, layer: TextLayer, item: Pick<DrawItem, 'box' | 'textParts'>, resources: TextResources): void {
  const { layout, box } = layer;
  ctx.save();
  // A box that grows or shrinks takes its words with it.
  ctx.scale(item.box.widthPx / box.widthPx, item.box.heightPx / box.heightPx);
  drawBackground(ctx, layer, item.textParts);
  const context: GlyphContext = { shapes: layout.glyphShapes, resources };
  const pieces = listPieces(layer, item.textParts);
  const isApart = (piece: TextPiece): boolean => piece.opacity < 1 && overlapsItself(piece, context);
  const direct = pieces.filter((piece) => !isApart(piece));
  // All strokes first, so that none lies on a neighbour's letter.
  for (const piece of direct) within(ctx, piece, () => strokePiece(ctx, piece, context));
  for (const piece of direct) within(ctx, piece, () => fillPiece(ctx, piece, context));
  for (const piece of pieces.filter(isApart)) within(ctx, piece, () => drawApart(ctx, piece, context));
  ctx.restore();
}

function within(ctx: Canvas2D, { moved, opacity }: Pick<TextPiece, 'moved' | 'opacity'>, draw: () => void): void {
  ctx.save();
  ctx.globalAlpha *= opacity;
  for (const part of moved) enterPart(ctx, part);
  draw();
  ctx.restore();
}

function strokePiece(ctx: Canvas2D, { glyphs }: TextPiece, context: GlyphContext): void {
  for (const glyph of glyphs) strokeGlyph(ctx, glyph, context);
}

function fillPiece(ctx: Canvas2D, { glyphs }: TextPiece, context: GlyphContext): void {
  for (const glyph of glyphs) fillGlyph(ctx, glyph, context);
}

/** What lies on each other within a piece must not show through when it fades. */
function overlapsItself({ glyphs }: TextPiece, { shapes }: GlyphContext): boolean {
  return glyphs.some(({ run, glyph }) => run.stroke !== null || shapes[glyph.shape]?.kind === 'layers');
}

function drawApart(ctx: Canvas2D, piece: TextPiece, context: GlyphContext): void {
  const [first, ...others] = piece.glyphs.flatMap((glyph) => findGlyphInk(glyph, context.shapes) ?? []);
  if (first === undefined) return;
  const bounds = others.reduce(joinBounds, first);
  // On whole pixels, so that the letters are as sharp as they are at rest.
  const [left, top] = [Math.floor(bounds.leftPx), Math.floor(bounds.topPx)];
  const { canvas, ctx: apart } = context.resources.createCanvas(Math.ceil(bounds.rightPx) - left, Math.ceil(bounds.bottomPx) - top);
  apart.translate(-left, -top);
  strokePiece(apart, piece, context);
  fillPiece(apart, piece, context);
  ctx.drawImage(canvas, left, top);
}

/** One area, boxes that touch being one; where words come and go, as much as there is of them, and where lines move with theirs, each by itself. */
function drawBackground(ctx: Canvas2D, layer: TextLayer, states: DrawItem['textParts']): void {
  const { layout: { background }, splits } = layer;
  if (background === null) return;
  ctx.fillStyle = background.color;
  const presences = states === null ? [] : findBoxPresences(layer, states);
  const byLine = splits?.findIndex(({ movesBackground }) => movesBackground) ?? -1;
  const lineStates = states?.[byLine] ?? [];
  const boxes = background.boxes.map((box, place) => {
    const [part, state] = [splits?.[byLine]?.parts[place], lineStates[place]];
    const moved: MovedPart[] = part === undefined || state === undefined || isAtRest(state) ? [] : [{ bounds: part.bounds, state }];
    return { box, moved, opacity: (presences[place] ?? 1) * (state?.opacity ?? 1) };
  });
  const isWhole = ({ moved, opacity }: (typeof boxes)[number]): boolean => moved.length === 0 && opacity === 1;
  fillBoxes(ctx, boxes.filter(isWhole).map(({ box }) => box));
  for (const { box, moved, opacity } of boxes.filter((other) => !isWhole(other))) {
    if (isSeen({ moved, opacity })) within(ctx, { moved, opacity }, () => fillBoxes(ctx, [box]));
  }
}

function fillBoxes(ctx: Canvas2D, boxes: readonly RoundedBox[]): void {
  ctx.beginPath();
  for (const { xPx, yPx, widthPx, heightPx, radiusPx } of boxes) ctx.roundRect(xPx, yPx, widthPx, heightPx, radiusPx);
  ctx.fill();
}
