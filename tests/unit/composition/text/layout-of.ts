/** Short ways from a text element to its layer, with the bundled fonts. */
import { resolve } from '#lib/composition/resolve';
import type { CompositionWarning } from '#lib/composition/known-warnings';
import type { TextFonts } from '#lib/composition/text/text-fonts';
import type { TextLine } from '#lib/composition/text/text-layout';
import type { TextLayer } from '#lib/composition/timeline';
import { getFontLibrary } from '#lib/fonts/get-font-library';
import { compositionOf } from '#tests/unit/composition/fixtures';

export interface LaidOut {
  layer: TextLayer;
  fonts: TextFonts;
  warnings: CompositionWarning[];
}

/** On the fixtures' canvas of 1000 x 500. */
export async function layOut(properties: Record<string, unknown>): Promise<LaidOut> {
  const composition = compositionOf([{ type: 'text', ...properties }]);
  const fonts = await (await getFontLibrary()).load(composition);
  const result = resolve(composition, new Map(), fonts);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const [layer] = result.timeline.layers;
  if (layer?.type !== 'text') throw new Error('The text is not seen');
  return { layer, fonts, warnings: result.warnings };
}

/** The text of each line in reading order: what its glyphs stand for, spaces at its end left out. `text` as it is shown. */
export function readLines(lines: readonly TextLine[], text: string): string[] {
  const starts = lines.map(({ runs }) => Math.min(...runs.flatMap(({ glyphs }) => glyphs.map(({ textIndex }) => textIndex)), Infinity));
  return starts.map((start, index) => text.slice(start, starts.slice(index + 1).find(Number.isFinite) ?? text.length).trim());
}

/** Index in the text of each glyph of a line, from left to right. */
export const readOrder = ({ runs }: TextLine): number[] => runs.flatMap(({ glyphs }) => glyphs.map(({ textIndex }) => textIndex));
