/** A text whose parts have moved, as pieces to be drawn: the glyphs that are in the same parts, with how those parts stand. */
import type { Canvas2D } from '#lib/composition/draw/canvas-2d';
import { clipTo } from '#lib/composition/draw/clip-to';
import { isAtRest, type TextPartState } from '#lib/composition/text/evaluate-text-parts';
import { listGlyphs } from '#lib/composition/text/split-text';
import type { GlyphInLine } from '#lib/composition/text/text-bounds';
import type { Bounds } from '#lib/composition/text/text-layout';
import type { TextLayer } from '#lib/composition/timeline';

/** A part that is not where it is laid out. */
export interface MovedPart {
  bounds: Bounds;
  state: TextPartState;
}

export interface TextPiece {
  glyphs: GlyphInLine[];
  /** From the largest to the smallest. */
  moved: MovedPart[];
  opacity: number;
}

/** In the order of their first glyphs; invisible ones are left out. */
export function listPieces({ layout, splits }: Pick<TextLayer, 'layout' | 'splits'>, states: readonly (readonly TextPartState[])[] | null): TextPiece[] {
  const glyphs = listGlyphs(layout);
  if (splits === null || states === null) return [{ glyphs, moved: [], opacity: 1 }];
  const pieces = new Map<string, TextPiece>();
  for (const [index, glyph] of glyphs.entries()) {
    const moved = splits.flatMap(({ parts, partOf }, split): Array<MovedPart & { key: string }> => {
      const place = partOf[index] ?? 0;
      const [part, state] = [parts[place], states[split]?.[place]];
      return part === undefined || state === undefined || isAtRest(state) ? [] : [{ bounds: part.bounds, state, key: `${split}/${place}` }];
    });
    const key = moved.map((part) => part.key).join(' ');
    const piece = pieces.get(key) ?? { glyphs: [], moved, opacity: moved.reduce((product, { state }) => product * state.opacity, 1) };
    piece.glyphs.push(glyph);
    pieces.set(key, piece);
  }
  return [...pieces.values()].filter(isSeen);
}

export function isSeen({ moved, opacity }: Pick<TextPiece, 'moved' | 'opacity'>): boolean {
  return opacity > 0 && moved.every(({ state: { scaleX, scaleY, clips } }) => scaleX !== 0 && scaleY !== 0 && clips.every(({ progress }) => progress > 0));
}

/** The context as the part stands: moved, turned and scaled about its middle, and clipped. */
export function enterPart(ctx: Canvas2D, { bounds, state }: MovedPart): void {
  const { leftPx, topPx, rightPx, bottomPx } = bounds;
  const [middleX, middleY] = [(leftPx + rightPx) / 2, (topPx + bottomPx) / 2];
  ctx.translate(state.xPx + middleX, state.yPx + middleY);
  ctx.rotate((state.rotationDegrees * Math.PI) / 180);
  ctx.scale(state.scaleX, state.scaleY);
  ctx.translate(leftPx - middleX, topPx - middleY);
  for (const clip of state.clips) clipTo(ctx, clip, { widthPx: rightPx - leftPx, heightPx: bottomPx - topPx });
  ctx.translate(-leftPx, -topPx);
}
