/** The lines that fit into the box's height, with an ellipsis where something was left out. */
import { measureParagraph, toLine } from '#lib/composition/text/break-lines';
import { createFaceChooser } from '#lib/composition/text/choose-face';
import { composeLine, type ComposedLine } from '#lib/composition/text/compose-lines';
import { analyseParagraph, type Paragraph } from '#lib/composition/text/paragraph';
import type { StyledText, StyleRange } from '#lib/composition/text/styled-text';
import { insideOf, type TextBox } from '#lib/composition/text/text-box';
import type { TextFonts } from '#lib/composition/text/text-fonts';

export const ELLIPSIS = '…';
/** A line is not dropped for a rounding error. */
const TOLERANCE_PX = 0.5;

export interface CutContext {
  styled: StyledText;
  box: TextBox;
  fontSizePx: number;
  fonts: TextFonts;
}

/** At least the first line stays. */
export function cutLines(lines: readonly ComposedLine[], context: CutContext): ComposedLine[] {
  const { widthPx, heightPx } = insideOf(context.box, context.fontSizePx);
  const kept = heightPx === null ? [...lines] : takeFitting(lines, heightPx);
  return kept.map((line, index) => {
    const isCutShort = index === kept.length - 1 && kept.length < lines.length;
    return isCutShort || line.range.widthPx > widthPx + TOLERANCE_PX ? endWithEllipsis(line, widthPx, context) : line;
  });
}

function takeFitting(lines: readonly ComposedLine[], heightPx: number): ComposedLine[] {
  let usedPx = 0;
  const tooMuch = lines.findIndex((line) => {
    usedPx += line.heightPx;
    return usedPx > heightPx + TOLERANCE_PX;
  });
  return tooMuch === -1 ? [...lines] : lines.slice(0, Math.max(1, tooMuch));
}

/** As much of the line as leaves room for the ellipsis, and the ellipsis in the style of what is before it. */
function endWithEllipsis({ paragraph, range }: ComposedLine, widthPx: number, { styled, box, fontSizePx, fonts }: CutContext): ComposedLine {
  const edges = paragraph.clusterEdges.filter((edge) => edge >= range.start && edge <= range.end);
  const choose = createFaceChooser(fonts.families, styled.text);
  const cutAt = (edge: number): ComposedLine => {
    const end = paragraph.textStart + edge;
    const text = paragraph.text.slice(0, edge) + ELLIPSIS;
    const cut: StyledText = { text: styled.text.slice(0, end) + ELLIPSIS, ranges: cutRanges(styled.ranges, end) };
    const shortened: Paragraph = analyseParagraph({ styled: cut, text, start: paragraph.textStart, choose }, fonts);
    const line = toLine(shortened, measureParagraph(shortened, fontSizePx), [range.start, text.length]);
    return composeLine(shortened, line, { fontSizePx, fonts, lineHeight: box.lineHeight });
  };
  // Widths rise with the edge: the last that fits is found by halving.
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (cutAt(trimmed(paragraph.text, edges, middle)).range.widthPx <= widthPx + TOLERANCE_PX) low = middle;
    else high = middle - 1;
  }
  return cutAt(trimmed(paragraph.text, edges, low));
}

/** The edge, moved before the spaces that it follows. */
function trimmed(text: string, edges: readonly number[], index: number): number {
  let at = index;
  while (at > 0 && /\s/u.test(text.slice(edges[at - 1], edges[at]))) at -= 1;
  return edges[at] ?? 0;
}

/** The ranges up to `end`, the last of them one longer. */
function cutRanges(ranges: readonly StyleRange[], end: number): StyleRange[] {
  const kept = ranges.filter(({ start }, index) => start < end || index === 0);
  return kept.map((range, index) => (index === kept.length - 1 ? { ...range, end: end + ELLIPSIS.length } : range));
}
