/** The largest font size at which a text fits its box: no line too long, no word torn, all lines within the height. */
import { composeLines } from '#lib/composition/text/compose-lines';
import type { Paragraph } from '#lib/composition/text/paragraph';
import { insideOf, type TextBox } from '#lib/composition/text/text-box';
import type { TextFonts } from '#lib/composition/text/text-fonts';

/** Sizes are tried to a quarter of a pixel. */
const STEP_PX = 0.25;
/** Sums of fractions are not exact. */
const TOLERANCE_PX = 0.01;

/** The smallest size when none fits. */
export function fitFontSize(paragraphs: readonly Paragraph[], box: TextBox, fonts: TextFonts): number {
  const { fontSizeMinPx, fontSizeMaxPx } = box;
  let low = 0;
  let high = Math.max(0, Math.floor((fontSizeMaxPx - fontSizeMinPx) / STEP_PX));
  // A larger size may fit where a smaller one does not (a break falls better); the search then takes one of them, the same one every time.
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (isFitting(paragraphs, box, { fontSizePx: fontSizeMinPx + middle * STEP_PX, fonts })) low = middle;
    else high = middle - 1;
  }
  return fontSizeMinPx + low * STEP_PX;
}

function isFitting(paragraphs: readonly Paragraph[], box: TextBox, context: { fontSizePx: number; fonts: TextFonts }): boolean {
  const inside = insideOf(box, context.fontSizePx);
  const lines = composeLines(paragraphs, box, context);
  const heightPx = lines.reduce((total, line) => total + line.heightPx, 0);
  if (inside.heightPx !== null && heightPx > inside.heightPx + TOLERANCE_PX) return false;
  return lines.every(({ range }) => !range.isBrokenWord && range.widthPx <= inside.widthPx + TOLERANCE_PX);
}
