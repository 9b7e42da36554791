/**
 * Where the caret can be in a text that is laid out: its layout and its words in; a place for every index of the words, and what is selected between two of
 * them, out. Pixels of the layout. A caret is at the side its letter begins with: of Arabic and Hebrew ones the right.
 */
import type { TextLayout, TextLine } from '#lib/composition/text/text-layout';
import type { Box } from '#lib/composition/timeline';
import type { CanvasPoint } from '#lib/editor/canvas-matrix';
import type { ShownWords } from '#lib/editor/shown-words';

export interface Caret {
  /** In the words: before this character. */
  index: number;
  line: number;
  xPx: number;
  topPx: number;
  bottomPx: number;
}

export interface TextPlaces {
  /** One for each index from 0 to the length of the words, in order; none of a text without lines. */
  carets: readonly Caret[];
  /** In each line from left to right. */
  letters: readonly Letter[];
}

/** What is drawn as one: a letter with its marks, a ligature, an emoji. */
interface Letter {
  /** In the words. */
  start: number;
  end: number;
  line: number;
  box: Box;
  isRightToLeft: boolean;
}

export function placesOf({ lines }: Pick<TextLayout, 'lines'>, { text, indexes }: ShownWords): TextPlaces {
  const starts = startsOf(lines, text);
  const wordsAt = (shown: number): number => indexes.findLastIndex((index) => index <= shown);
  const shownLetters = lines.map((line, number) => lettersOf(line, { number, text, end: starts[number + 1] ?? text.length }));
  const carets = indexes.map((shown, index): Caret => {
    const number = Math.max(0, starts.findLastIndex((start) => start <= shown));
    const line = lines[number];
    const { yPx = 0, heightPx = 0 } = line ?? {};
    return { index, line: number, xPx: line === undefined ? 0 : caretPlace(line, shownLetters[number] ?? [], shown), topPx: yPx, bottomPx: yPx + heightPx };
  });
  const letters = shownLetters.flat().map((letter) => ({ ...letter, start: wordsAt(letter.start), end: Math.max(wordsAt(letter.start) + 1, indexes.findIndex((index) => index >= letter.end)) }));
  return { carets: lines.length === 0 ? [] : carets, letters };
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

const RIGHT_TO_LEFT = /^[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
const LEFT_TO_RIGHT = /^[\p{L}\p{N}\p{Emoji_Presentation}]/u;

/** From left to right, indexes of what is shown. What has no direction of its own has that in which its neighbours follow each other. */
function lettersOf(line: TextLine, { number, text, end }: { number: number; text: string; end: number }): Letter[] {
  const lefts = new Map<number, number>();
  for (const { textIndex, xPx } of glyphsOf(line)) lefts.set(textIndex, Math.min(xPx, lefts.get(textIndex) ?? Infinity));
  const inText = [...lefts.keys()].toSorted((a, b) => a - b);
  const seen = [...lefts].toSorted(([, a], [, b]) => a - b);
  return seen.map(([start, leftPx], place): Letter => {
    const [next, rightPx = line.widthPx] = seen[place + 1] ?? [];
    const [before] = seen[place - 1] ?? [];
    const following = inText[inText.indexOf(start) + 1];
    const own = text.slice(start);
    const isRightToLeft = RIGHT_TO_LEFT.test(own) || (!LEFT_TO_RIGHT.test(own) && following !== next && (following === before || (next !== undefined && next < start)));
    const lineBreak = text.indexOf('\n', start);
    const lastEnd = lineBreak === -1 ? end : Math.min(end, lineBreak);
    const box: Box = { xPx: line.xPx + leftPx, yPx: line.yPx, widthPx: rightPx - leftPx, heightPx: line.heightPx };
    return { start, end: following ?? lastEnd, line: number, box, isRightToLeft };
  });
}

/** Before the letter of the index, within one that stands for several characters in proportion; behind the last one of the line after it. */
function caretPlace(line: TextLine, letters: readonly Letter[], index: number): number {
  const letter = letters.find(({ start, end }) => start <= index && index < end) ?? letters.reduce<Letter | null>((last, other) => (other.start <= index && other.start >= (last?.start ?? 0) ? other : last), null);
  if (letter === null) return line.xPx;
  const { start, end, box, isRightToLeft } = letter;
  const part = index >= end ? 1 : (index - start) / (end - start);
  return box.xPx + box.widthPx * (isRightToLeft ? 1 - part : part);
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

/** The first or the last index of the line that an index is on. */
export function lineEndOf(carets: readonly Caret[], index: number, end: 'first' | 'last'): number {
  const line = carets.find((caret) => caret.index === index)?.line;
  const inLine = carets.filter((caret) => caret.line === line);
  return (end === 'first' ? inLine[0] : inLine.at(-1))?.index ?? index;
}

/** What is selected from one index up to another: in each line a box for all letters that stand beside each other. */
export function selectedBoxes({ letters }: Pick<TextPlaces, 'letters'>, from: number, to: number): Box[] {
  const boxes: Box[] = [];
  let before: Letter | null = null;
  for (const letter of letters) {
    if (letter.start >= to || letter.end <= from) continue;
    const last = boxes.at(-1);
    const isBeside = last !== undefined && before?.line === letter.line && Math.abs(last.xPx + last.widthPx - letter.box.xPx) < 0.01;
    if (isBeside) boxes[boxes.length - 1] = { ...last, widthPx: last.widthPx + letter.box.widthPx };
    else boxes.push(letter.box);
    before = letter;
  }
  return boxes;
}
