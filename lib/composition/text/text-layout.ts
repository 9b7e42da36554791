/** A text laid out: every glyph's outline and place, as data. Pixels from the top left corner of the element's box; `draw` paints it without any font. */
import type { GlyphShape } from '#lib/composition/text/glyph-shape';

export interface PlacedGlyph {
  /** Key of `TextLayout.glyphShapes`. */
  shape: string;
  /** Of its origin, on the baseline but for marks. */
  xPx: number;
  yPx: number;
  /** Index in the text, as shown, of the first character it stands for. */
  textIndex: number;
}

/** Neighbours in one style. */
export interface PlacedRun {
  fontSizePx: number;
  isSlanted: boolean;
  fillColor: string;
  stroke: { color: string; widthPx: number } | null;
  /** From left to right. */
  glyphs: PlacedGlyph[];
}

export interface TextLine {
  xPx: number;
  /** Its top: lines follow each other without gaps. */
  yPx: number;
  widthPx: number;
  heightPx: number;
  baselinePx: number;
  runs: PlacedRun[];
}

export interface RoundedBox {
  xPx: number;
  yPx: number;
  widthPx: number;
  heightPx: number;
  radiusPx: number;
}

/** May have fractions, and may reach out of the element's box. */
export interface Bounds {
  leftPx: number;
  topPx: number;
  rightPx: number;
  bottomPx: number;
}

export interface TextLayout {
  /** Of the styles that do not say theirs. */
  fontSizePx: number;
  /** Painted first, as one area: boxes that touch are one. */
  background: { color: string; boxes: RoundedBox[] } | null;
  lines: TextLine[];
  glyphShapes: Record<string, GlyphShape>;
  /** Nothing is drawn outside of it. */
  bounds: Bounds;
}
