/**
 * Text in a box: styled text and the box in, glyphs in their places out. The same numbers in preview and render, as nothing here asks a browser.
 * Lines are broken, counted against the height, cut with an ellipsis if that is wanted, and then placed.
 */
import { composeLines, type ComposedLine } from '#lib/composition/text/compose-lines';
import { cutLines } from '#lib/composition/text/cut-lines';
import { fitFontSize } from '#lib/composition/text/fit-font-size';
import { analyseParagraphs } from '#lib/composition/text/paragraph';
import { placeLine, type PlaceContext } from '#lib/composition/text/place-line';
import type { StyledText } from '#lib/composition/text/styled-text';
import { coverLines } from '#lib/composition/text/text-background';
import { insideOf, paddingOf, type TextBox } from '#lib/composition/text/text-box';
import type { TextFonts } from '#lib/composition/text/text-fonts';
import { findTextBounds } from '#lib/composition/text/text-bounds';
import type { TextLayout, TextLine } from '#lib/composition/text/text-layout';

/** Also gives the height that lines and background need: that of the box where it has none. */
export function layoutText(styled: StyledText, box: TextBox, fonts: TextFonts): { layout: TextLayout; neededHeightPx: number } {
  const paragraphs = analyseParagraphs(styled, fonts);
  const fontSizePx = box.fontSizePx ?? fitFontSize(paragraphs, box, fonts);
  const all = composeLines(paragraphs, box, { fontSizePx, fonts });
  const lines = box.isClipped ? cutLines(all, { styled, box, fontSizePx, fonts }) : all;

  const padding = paddingOf(box, fontSizePx);
  const inside = insideOf(box, fontSizePx);
  const linesHeightPx = lines.reduce((total, { heightPx }) => total + heightPx, 0);
  const topPx = padding.yPx + (inside.heightPx === null ? 0 : (inside.heightPx - linesHeightPx) * box.alignY);
  const glyphShapes: TextLayout['glyphShapes'] = {};
  const column = { topPx, leftPx: padding.xPx, widthPx: inside.widthPx, alignX: box.alignX };
  const placed = placeLines(lines, column, { fonts, fittedPx: fontSizePx, glyphShapes });
  const background = box.background === null ? null : { color: box.background.color, boxes: coverLines(placed, box.background, fontSizePx) };
  return {
    layout: { fontSizePx, background, lines: placed, glyphShapes, bounds: findTextBounds(placed, background?.boxes ?? [], glyphShapes) },
    neededHeightPx: linesHeightPx + 2 * padding.yPx,
  };
}

interface Column {
  topPx: number;
  leftPx: number;
  widthPx: number;
  alignX: number;
}

function placeLines(lines: readonly ComposedLine[], { topPx, leftPx, widthPx, alignX }: Column, context: PlaceContext): TextLine[] {
  let yPx = topPx;
  return lines.map(({ paragraph, range, heightPx, ascentPx }) => {
    const placed = placeLine(paragraph, range, context);
    const line: TextLine = {
      xPx: leftPx + (widthPx - placed.widthPx) * alignX,
      yPx,
      widthPx: placed.widthPx,
      heightPx,
      // On whole pixels, so that the letters of all lines are equally sharp.
      baselinePx: Math.round(yPx + ascentPx),
      runs: placed.runs,
    };
    yPx += heightPx;
    return line;
  });
}
