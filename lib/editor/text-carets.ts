/**
 * Where the caret can be in a text that is laid out: a layout and its words in; a place for every index of the words, and what is selected between two of
 * them, out. Pixels of the layout. In a line that runs from right to left a caret is at the left of its letter.
 */
import type { TextLayout, TextLine } from '#lib/composition/text/text-layout';
import type { Box } from '#lib/composition/timeline';
import type { CanvasPoint } from '#lib/editor/canvas-matrix';

export interface Caret {
  /** In the words: before this character. */
  index: number;
  line: number;
  xPx: number;
  topPx: number;
  bottomPx: number;
}

/** One for each index from 0 to the length of the text, in order; none of a text without lines. */
export function caretsOf({ lines }: Pick<TextLayout, 'lines'>, text: string): Caret[] {
  const starts = startsOf(lines, text);
  return lines.flatMap((line, number) => {
    const start = starts[number] ?? 0;
    const end = starts[number + 1] ?? text.length + 1;
    return Array.from({ length: Math.max(0, end - start) }, (_value, offset): Caret => ({
      index: start + offset, line: number, xPx: placeIn(line, start + offset), topPx: line.yPx, bottomPx: line.yPx + line.heightPx,
    }));
  });
}

const glyphsOf = ({ runs }: TextLine) => runs.flatMap(({ glyphs }) => glyphs);

/** The index each line begins with; the first begins with the text. */
function startsOf(lines: readonly TextLine[], text: string): number[] {
  const starts: number[] = [];
  let nextIndex = 0;
  for (const line of lines) {
    const indexes = glyphsOf(line).map(({ textIndex }) => textIndex);
    const start = starts.length === 0 ? 0 : indexes.length === 0 ? nextIndex : Math.min(...indexes);
    starts.push(start);
    const lineBreak = text.indexOf('\n', indexes.length === 0 ? start : Math.max(...indexes));
    nextIndex = lineBreak === -1 ? text.length : lineBreak + 1;
  }
  return starts;
}

/** Before the letter of the index; what has no letter of its own is before the next, and behind the line after the last. */
function placeIn(line: TextLine, index: number): number {
  const later = glyphsOf(line).filter(({ textIndex }) => textIndex >= index);
  const next = later.reduce<(typeof later)[number] | null>((first, glyph) => (first === null || glyph.textIndex < first.textIndex ? glyph : first), null);
  return line.xPx + (next === null ? line.widthPx : next.xPx);
}

/** The one nearest to a point: first its line, then its place there. */
export function nearestCaret(carets: readonly Caret[], { xPx, yPx }: CanvasPoint): Caret | null {
  const away = ({ topPx, bottomPx }: Caret): number => Math.max(topPx - yPx, 0, yPx - bottomPx);
  return carets.toSorted((a, b) => away(a) - away(b) || Math.abs(a.xPx - xPx) - Math.abs(b.xPx - xPx))[0] ?? null;
}

/** The one above or below; null at the first and the last line. */
export function caretBeside(carets: readonly Caret[], index: number, direction: -1 | 1): Caret | null {
  const from = carets.find((caret) => caret.index === index);
  const there = carets.filter(({ line }) => from !== undefined && line === from.line + direction);
  const [middle] = there;
  return from === undefined || middle === undefined ? null : nearestCaret(there, { xPx: from.xPx, yPx: (middle.topPx + middle.bottomPx) / 2 });
}

/** What is selected from one index up to another: a box a line. */
export function selectedBoxes(carets: readonly Caret[], from: number, to: number): Box[] {
  const lines = new Set(carets.map(({ line }) => line));
  return [...lines].flatMap((line): Box[] => {
    const within = carets.filter((caret) => caret.line === line && caret.index >= from && caret.index <= to);
    const [first] = within;
    if (first === undefined || within.length < 2) return [];
    const xs = within.map(({ xPx }) => xPx);
    return [{ xPx: Math.min(...xs), yPx: first.topPx, widthPx: Math.max(...xs) - Math.min(...xs), heightPx: first.bottomPx - first.topPx }];
  });
}
