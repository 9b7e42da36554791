/**
 * Which glyphs of a laid out text move together: the layout, its text and a kind of part in, parts in reading order out. A letter is what a reader takes for
 * one (a grapheme cluster) or what a font makes one of (a ligature); spaces go with what is before them.
 */
import type { SplitBy } from '#lib/composition/schema/animation';
import { listGraphemes } from '#lib/composition/text/styled-clusters';
import { findGlyphInk, joinBounds, type GlyphInLine } from '#lib/composition/text/text-bounds';
import type { TextFonts } from '#lib/composition/text/text-fonts';
import type { Bounds, RoundedBox, TextLayout } from '#lib/composition/text/text-layout';

export interface SplitText {
  /** Of each part. */
  bounds: Bounds[];
  /** For each glyph, whose it is. */
  partOf: number[];
}

export interface SplitContext {
  /** What the layout's `textIndex` counts in. */
  text: string;
  findLineBreaks: TextFonts['findLineBreaks'];
  /** Each line has a box of its own behind it. */
  hasLineBackgrounds: boolean;
}

const SPACE = /^\s+$/u;
/** Written without spaces: each character that a line may end after is a word. */
const SPACELESS_BEFORE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;
const SPACELESS_AFTER = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

export function splitText(layout: TextLayout, by: SplitBy, context: SplitContext): SplitText {
  const glyphs = listGlyphs(layout);
  if (by === 'line') return splitLines(layout, glyphs, context.hasLineBackgrounds);
  const starts = findStarts(glyphs, by === 'word' ? listWordStarts(context) : listLetterStarts(context.text));
  const places = new Map([...new Set(starts)].toSorted((a, b) => a - b).map((start, place) => [start, place]));
  const partOf = starts.map((start) => places.get(start) ?? 0);
  const bounds: Bounds[] = [];
  for (const [index, glyph] of glyphs.entries()) join(bounds, partOf[index] ?? 0, boundsOf(glyph, layout));
  return { partOf, bounds };
}

/** Each that shows something, with its background. */
function splitLines({ lines, background, glyphShapes }: TextLayout, glyphs: readonly GlyphInLine[], hasLineBackgrounds: boolean): SplitText {
  const shown = lines.filter(({ runs }) => runs.length > 0);
  const bounds = shown.map(toBounds);
  if (hasLineBackgrounds) for (const [place, box] of (background?.boxes ?? []).entries()) join(bounds, place, toBounds(box));
  const places = new Map(shown.map((line, place) => [line, place]));
  const partOf = glyphs.map(({ line }) => places.get(line) ?? 0);
  for (const [index, glyph] of glyphs.entries()) join(bounds, partOf[index] ?? 0, boundsOf(glyph, { glyphShapes }));
  return { partOf, bounds };
}

/** In the order in which they are drawn. */
export function listGlyphs({ lines }: TextLayout): GlyphInLine[] {
  return lines.flatMap((line) => line.runs.flatMap((run) => run.glyphs.map((glyph) => ({ line, run, glyph }))));
}

/** For each glyph the last start at or before it; for those before all starts the first. */
function findStarts(glyphs: readonly GlyphInLine[], starts: readonly number[]): number[] {
  return glyphs.map(({ glyph }) => starts[Math.max(0, upperBound(starts, glyph.textIndex) - 1)] ?? 0);
}

function upperBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function listLetterStarts(text: string): number[] {
  return listGraphemes(text).flatMap(({ cluster, start }) => (SPACE.test(cluster) ? [] : [start]));
}

/** By white space; not by a dictionary, as those differ from machine to machine. */
function listWordStarts({ text, findLineBreaks }: SplitContext): number[] {
  const edges = findLineBreaks(text).map(({ position }) => position);
  const starts = [0, ...edges.filter((edge) => edge < text.length && isWordEdge(text, edge))];
  return starts.filter((start, index) => !SPACE.test(text.slice(start, starts[index + 1] ?? text.length)));
}

function isWordEdge(text: string, edge: number): boolean {
  // Characters beyond the first plane are two units.
  const before = text.slice(Math.max(0, edge - 2), edge);
  return /\s$/u.test(before) || SPACELESS_BEFORE.test(before) || SPACELESS_AFTER.test(text.slice(edge, edge + 2));
}

/** As wide as its ink and as high as its line. */
function boundsOf(glyph: GlyphInLine, { glyphShapes }: Pick<TextLayout, 'glyphShapes'>): Bounds {
  const { line } = glyph;
  const xPx = line.xPx + glyph.glyph.xPx;
  const ink = findGlyphInk(glyph, glyphShapes) ?? { leftPx: xPx, rightPx: xPx, topPx: line.yPx, bottomPx: line.yPx };
  return { ...ink, topPx: Math.min(ink.topPx, line.yPx), bottomPx: Math.max(ink.bottomPx, line.yPx + line.heightPx) };
}

function join(all: Bounds[], place: number, more: Bounds): void {
  const known = all[place];
  all[place] = known === undefined ? more : joinBounds(known, more);
}

function toBounds({ xPx, yPx, widthPx, heightPx }: Pick<RoundedBox, 'xPx' | 'yPx' | 'widthPx' | 'heightPx'>): Bounds {
  return { leftPx: xPx, topPx: yPx, rightPx: xPx + widthPx, bottomPx: yPx + heightPx };
}
