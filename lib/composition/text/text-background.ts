/** The rectangles behind the lines of a text. */
import { measureToPx } from '#lib/composition/text/styled-text';
import type { TextBackground } from '#lib/composition/text/text-box';
import type { RoundedBox, TextLine } from '#lib/composition/text/text-layout';

/** One for each line that shows something, or one for all of them. */
export function coverLines(lines: readonly TextLine[], background: TextBackground, fontSizePx: number): RoundedBox[] {
  const shown = lines.filter(({ runs }) => runs.length > 0);
  if (shown.length === 0) return [];
  const paddingX = measureToPx(background.paddingX, fontSizePx);
  const paddingY = measureToPx(background.paddingY, fontSizePx);
  const radiusPx = measureToPx(background.radius, fontSizePx);
  const areas = background.mode === 'line' ? shown : [joinLines(shown)];
  return areas.map(({ xPx, yPx, widthPx, heightPx }) => {
    const outer = { xPx: xPx - paddingX, yPx: yPx - paddingY, widthPx: widthPx + 2 * paddingX, heightPx: heightPx + 2 * paddingY };
    return { ...outer, radiusPx: Math.min(radiusPx, outer.widthPx / 2, outer.heightPx / 2) };
  });
}

function joinLines(lines: readonly TextLine[]): Pick<TextLine, 'xPx' | 'yPx' | 'widthPx' | 'heightPx'> {
  const xPx = Math.min(...lines.map((line) => line.xPx));
  const yPx = Math.min(...lines.map((line) => line.yPx));
  return {
    xPx,
    yPx,
    widthPx: Math.max(...lines.map((line) => line.xPx + line.widthPx)) - xPx,
    heightPx: Math.max(...lines.map((line) => line.yPx + line.heightPx)) - yPx,
  };
}
