/** Where a paragraph's lines end: its advances and a width in, ranges of its text out. Greedy, as browsers do it; a word wider than the line is broken between graphemes. */
import type { Paragraph } from '#lib/composition/text/paragraph';
import { JOINED_SCRIPTS } from '#lib/composition/text/scripts';
import { measureToPx, type TextStyle } from '#lib/composition/text/styled-text';

/** A part of a paragraph, without the spaces at its end. */
export interface LineRange {
  start: number;
  end: number;
  widthPx: number;
  /** A word did not fit and is torn. */
  isBrokenWord: boolean;
}

/** Widths in pixels of every part of a paragraph at one size. */
export interface ParagraphWidths {
  /** Total advance before each UTF-16 unit, and the whole. */
  before: Float64Array;
  /** Spacing after each UTF-16 unit that begins a cluster: not counted after a line's last. */
  spacing: Float64Array;
  /** Of the hyphen that is seen when a line ends at the soft hyphen of that index. */
  hyphens: ReadonlyMap<number, number>;
}

const SPACES_AT_END = /[ \u1680\u2000-\u2006\u2008-\u200B\u205F\u3000]+$/;

/** @param fittedPx of the styles without a size of their own */
export function sizeOf({ fontSizePx }: TextStyle, fittedPx: number): number {
  return fontSizePx ?? fittedPx;
}

export function spacingOf(style: TextStyle, script: string, fittedPx: number): number {
  return JOINED_SCRIPTS.has(script) ? 0 : measureToPx(style.letterSpacing, sizeOf(style, fittedPx));
}

export function measureParagraph({ text, runs, clusterEdges, advancesEm, hyphensEm }: Paragraph, fittedPx: number): ParagraphWidths {
  const before = new Float64Array(text.length + 1);
  const spacing = new Float64Array(text.length);
  const hyphens = new Map<number, number>();
  const isEdge = new Uint8Array(text.length + 1);
  for (const edge of clusterEdges) isEdge[edge] = 1;
  for (const run of runs) {
    const sizePx = sizeOf(run.style, fittedPx);
    const spacingPx = spacingOf(run.style, run.script, fittedPx);
    for (let index = run.start; index < run.end; index += 1) {
      const hyphenEm = hyphensEm.get(index);
      if (hyphenEm !== undefined) hyphens.set(index, hyphenEm * sizePx);
      if (isEdge[index] === 1) spacing[index] = spacingPx;
      before[index + 1] = (before[index] ?? 0) + (advancesEm[index] ?? 0) * sizePx + (spacing[index] ?? 0);
    }
  }
  return { before, spacing, hyphens };
}

export interface LineLimit {
  widthPx: number;
  isWrapped: boolean;
}

/** At least one line, that of an empty paragraph too. */
export function breakLines(paragraph: Paragraph, widths: ParagraphWidths, { widthPx, isWrapped }: LineLimit): LineRange[] {
  const { text, breaks } = paragraph;
  const whole = toLine(paragraph, widths, [0, text.length]);
  if (!isWrapped || whole.widthPx <= widthPx) return [whole];
  const lines: LineRange[] = [];
  let start = 0;
  let best: LineRange | null = null;
  const close = (line: LineRange, nextStart: number): void => {
    lines.push(line);
    start = nextStart;
    best = null;
  };
  let bestPosition = 0;
  for (const { position } of breaks) {
    let line = toLine(paragraph, widths, [start, position]);
    if (line.widthPx > widthPx && best !== null) {
      close(best, bestPosition);
      line = toLine(paragraph, widths, [start, position]);
    }
    while (line.widthPx > widthPx) {
      const edge = findLastFitting(paragraph, widths, { start, end: position, widthPx });
      if (edge === null) break;
      close({ ...toLine(paragraph, widths, [start, edge]), isBrokenWord: true }, edge);
      line = toLine(paragraph, widths, [start, position]);
    }
    best = line;
    bestPosition = position;
  }
  if (best !== null) lines.push(best);
  return lines;
}

/** The text of the range less the spaces at its end. */
export function toLine({ text }: Paragraph, { before, spacing, hyphens }: ParagraphWidths, [start, to]: readonly [number, number]): LineRange {
  const end = Math.max(start, to - (SPACES_AT_END.exec(text.slice(start, to))?.[0].length ?? 0));
  let last = end - 1;
  while (last > start && spacing[last] === 0 && before[last + 1] === before[last]) last -= 1;
  const widthPx = (before[end] ?? 0) - (before[start] ?? 0) - (end > start ? (spacing[last] ?? 0) : 0);
  return { start, end, widthPx: widthPx + (hyphens.get(end - 1) ?? 0), isBrokenWord: false };
}

interface Stretch {
  start: number;
  end: number;
  widthPx: number;
}

/** The last cluster edge before which everything fits, at least one cluster on; null when a single cluster is all there is. */
function findLastFitting(paragraph: Paragraph, widths: ParagraphWidths, { start, end, widthPx }: Stretch): number | null {
  const edges = paragraph.clusterEdges.filter((edge) => edge > start && edge < end);
  const fitting = edges.findLast((edge) => toLine(paragraph, widths, [start, edge]).widthPx <= widthPx);
  return fitting ?? edges[0] ?? null;
}
