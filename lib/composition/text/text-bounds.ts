/** The rectangle outside of which nothing of a text is drawn: its glyphs' ink with their strokes, and its background. */
import type { Bounds, PlacedGlyph, PlacedRun, RoundedBox, TextLayout, TextLine } from '#lib/composition/text/text-layout';

/** How far a slanted letter leans to the right for each unit above the baseline: the tangent of 12 degrees. */
export const SLANT = 0.21;
/** Smoothed edges reach into the next pixel. */
const EDGE_PX = 1;

/** All zero when nothing is drawn. */
export function findTextBounds(lines: readonly TextLine[], boxes: readonly RoundedBox[], shapes: TextLayout['glyphShapes']): Bounds {
  const ofGlyphs = lines.flatMap((line) => line.runs.flatMap((run) => run.glyphs.flatMap((glyph) => findGlyphInk({ line, run, glyph }, shapes) ?? [])));
  const ofBoxes = boxes.map(({ xPx, yPx, widthPx, heightPx }): Bounds => ({ leftPx: xPx, topPx: yPx, rightPx: xPx + widthPx, bottomPx: yPx + heightPx }));
  const all = [...ofGlyphs, ...ofBoxes];
  const [first] = all;
  if (first === undefined) return { leftPx: 0, topPx: 0, rightPx: 0, bottomPx: 0 };
  return all.reduce(joinBounds, first);
}

/** The smallest that holds both. */
export function joinBounds(first: Bounds, second: Bounds): Bounds {
  return {
    leftPx: Math.min(first.leftPx, second.leftPx),
    topPx: Math.min(first.topPx, second.topPx),
    rightPx: Math.max(first.rightPx, second.rightPx),
    bottomPx: Math.max(first.bottomPx, second.bottomPx),
  };
}

export interface GlyphInLine {
  line: TextLine;
  run: PlacedRun;
  glyph: PlacedGlyph;
}

/** Null when it shows nothing. */
export function findGlyphInk({ line, run, glyph }: GlyphInLine, shapes: TextLayout['glyphShapes']): Bounds | null {
  const shape = shapes[glyph.shape];
  if (shape === undefined || shape.ink === null) return null;
  const { ink, unitsPerEm } = shape;
  const scale = run.fontSizePx / unitsPerEm;
  const slant = run.isSlanted ? SLANT : 0;
  const marginPx = (run.stroke?.widthPx ?? 0) + EDGE_PX;
  const xPx = line.xPx + glyph.xPx;
  const yPx = line.baselinePx + glyph.yPx;
  return {
    leftPx: xPx + (ink.left + Math.min(0, slant * ink.bottom)) * scale - marginPx,
    rightPx: xPx + (ink.right + Math.max(0, slant * ink.top)) * scale + marginPx,
    topPx: yPx - ink.top * scale - marginPx,
    bottomPx: yPx - ink.bottom * scale + marginPx,
  };
}
