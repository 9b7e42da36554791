/** The box that a text is set in, and how: pixels and factors, every default applied. */
import { measureToPx, type Measure } from '#lib/composition/text/styled-text';

export interface TextBackground {
  color: string;
  /** Behind each line, or one rectangle behind all. */
  mode: 'line' | 'block';
  paddingX: Measure;
  paddingY: Measure;
  radius: Measure;
}

export interface TextBox {
  widthPx: number;
  /** Null: as high as the lines need. */
  heightPx: number | null;
  /** Null: the largest size between the two at which everything fits. */
  fontSizePx: number | null;
  fontSizeMinPx: number;
  fontSizeMaxPx: number;
  /** Factor of the font size. */
  lineHeight: number;
  isWrapped: boolean;
  /** What does not fit is left out, with an ellipsis in its place. */
  isClipped: boolean;
  /** 0 left or top, 1 right or bottom. */
  alignX: number;
  alignY: number;
  background: TextBackground | null;
}

/** What the background takes of the box on each side. */
export function paddingOf({ background }: Pick<TextBox, 'background'>, fontSizePx: number): { xPx: number; yPx: number } {
  if (background === null) return { xPx: 0, yPx: 0 };
  return { xPx: measureToPx(background.paddingX, fontSizePx), yPx: measureToPx(background.paddingY, fontSizePx) };
}

/** What is left for the lines; the height is null where they decide it. */
export function insideOf(box: TextBox, fontSizePx: number): { widthPx: number; heightPx: number | null } {
  const { xPx, yPx } = paddingOf(box, fontSizePx);
  return { widthPx: box.widthPx - 2 * xPx, heightPx: box.heightPx === null ? null : box.heightPx - 2 * yPx };
}
