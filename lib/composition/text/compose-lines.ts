/** All lines of a text at one size: paragraphs and a width in, ranges with the height and the baseline of each line out. */
import { breakLines, measureParagraph, sizeOf, type LineRange } from '#lib/composition/text/break-lines';
import { choosePrimaryFace } from '#lib/composition/text/choose-face';
import type { Paragraph } from '#lib/composition/text/paragraph';
import type { TextStyle } from '#lib/composition/text/styled-text';
import { insideOf, type TextBox } from '#lib/composition/text/text-box';
import type { TextFonts } from '#lib/composition/text/text-fonts';

export interface ComposedLine {
  paragraph: Paragraph;
  range: LineRange;
  heightPx: number;
  /** From the line's top to its baseline. */
  ascentPx: number;
}

export interface ComposeContext {
  /** Of the styles without a size of their own. */
  fontSizePx: number;
  fonts: TextFonts;
}

export function composeLines(paragraphs: readonly Paragraph[], box: TextBox, context: ComposeContext): ComposedLine[] {
  const { widthPx } = insideOf(box, context.fontSizePx);
  return paragraphs.flatMap((paragraph) =>
    breakLines(paragraph, measureParagraph(paragraph, context.fontSizePx), { widthPx, isWrapped: box.isWrapped }).map((range) => composeLine(paragraph, range, { ...context, lineHeight: box.lineHeight })),
  );
}

/** Half of what the line height leaves goes above the letters and half below, as CSS has it; the highest and the deepest style decide. */
export function composeLine(paragraph: Paragraph, range: LineRange, { fontSizePx, fonts, lineHeight }: ComposeContext & { lineHeight: number }): ComposedLine {
  const inLine = paragraph.runs.filter(({ start, end }) => start < range.end && end > range.start).map(({ style }) => style);
  const styles = new Set<TextStyle>(inLine.length > 0 ? inLine : [paragraph.style]);
  let ascentPx = 0;
  let descentPx = 0;
  for (const style of styles) {
    const sizePx = sizeOf(style, fontSizePx);
    const { ascentEm, descentEm } = fonts.measureFace(choosePrimaryFace(fonts.families, style));
    const above = ((lineHeight - (ascentEm + descentEm)) / 2 + ascentEm) * sizePx;
    ascentPx = Math.max(ascentPx, above);
    descentPx = Math.max(descentPx, lineHeight * sizePx - above);
  }
  return { paragraph, range, heightPx: ascentPx + descentPx, ascentPx };
}
