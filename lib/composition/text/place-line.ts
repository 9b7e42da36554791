/**
 * One line's glyphs in their places: its runs in visual order (Unicode's bidirectional algorithm, rule L2), each shaped as it stands in the line,
 * since letters join and kern by their neighbours. Origin: the line's left end on its baseline.
 */
import { sizeOf, spacingOf, type LineRange } from '#lib/composition/text/break-lines';
import type { GlyphShape } from '#lib/composition/text/glyph-shape';
import { HYPHEN, toShapeRequest, type Paragraph, type TextRun } from '#lib/composition/text/paragraph';
import { measureToPx } from '#lib/composition/text/styled-text';
import type { ShapedGlyph, TextFonts } from '#lib/composition/text/text-fonts';
import type { PlacedGlyph, PlacedRun } from '#lib/composition/text/text-layout';

export interface PlaceContext {
  fonts: TextFonts;
  /** Of the styles without a size of their own. */
  fittedPx: number;
  /** Filled in: each shape the line needs. */
  glyphShapes: Record<string, GlyphShape>;
}

export interface PlacedLine {
  runs: PlacedRun[];
  widthPx: number;
}

export function placeLine(paragraph: Paragraph, line: LineRange, context: PlaceContext): PlacedLine {
  const runs: PlacedRun[] = [];
  let xPx = 0;
  let trailingPx = 0;
  for (const run of toVisualOrder(cutRuns(paragraph.runs, line))) {
    const placed = placeRun({ paragraph, line, run }, { ...context, xPx });
    runs.push(placed.run);
    xPx += placed.widthPx;
    trailingPx = spacingOf(run.style, run.script, context.fittedPx);
  }
  return { runs, widthPx: runs.length === 0 ? 0 : xPx - trailingPx };
}

function cutRuns(runs: readonly TextRun[], { start, end }: LineRange): TextRun[] {
  return runs.flatMap((run) => (run.start < end && run.end > start ? [{ ...run, start: Math.max(run.start, start), end: Math.min(run.end, end) }] : []));
}

/** From the highest level down to the lowest odd one, every stretch of that level or above is reversed. */
export function toVisualOrder<T extends { level: number }>(runs: readonly T[]): T[] {
  const ordered = [...runs];
  const levels = ordered.map(({ level }) => level);
  const lowestOdd = Math.min(...levels.filter((level) => level % 2 === 1));
  for (let level = Math.max(0, ...levels); level >= lowestOdd; level -= 1) {
    let from = 0;
    while (from < ordered.length) {
      let to = from;
      while (to < ordered.length && (ordered[to]?.level ?? -1) >= level) to += 1;
      if (to > from) ordered.splice(from, to - from, ...ordered.slice(from, to).toReversed());
      from = to + 1;
    }
  }
  return ordered;
}

interface RunInLine {
  paragraph: Paragraph;
  line: LineRange;
  run: TextRun;
}

function placeRun({ paragraph, line, run }: RunInLine, { fonts, fittedPx, glyphShapes, xPx }: PlaceContext & { xPx: number }): { run: PlacedRun; widthPx: number } {
  const fontSizePx = sizeOf(run.style, fittedPx);
  const spacingPx = spacingOf(run.style, run.script, fittedPx);
  const glyphs: PlacedGlyph[] = [];
  let widthPx = 0;
  const shaped = fonts.shape(toShapeRequest(run, shownText(paragraph, run, line)));
  for (const [index, glyph] of shaped.entries()) {
    const shape = `${run.face.file}@${run.face.weight}/${glyph.glyphId}`;
    glyphShapes[shape] ??= fonts.getGlyphShape(run.face, glyph.glyphId);
    glyphs.push({
      shape,
      xPx: toExact(xPx + widthPx + glyph.offsetXEm * fontSizePx),
      yPx: toExact(-glyph.offsetYEm * fontSizePx),
      textIndex: paragraph.textStart + run.start + glyph.textIndex,
    });
    widthPx += glyph.advanceEm * fontSizePx + (endsCluster(shaped, index) ? spacingPx : 0);
  }
  const { fillColor, stroke } = run.style;
  const placed: PlacedRun = {
    fontSizePx,
    isSlanted: run.face.isSlanted,
    fillColor,
    stroke: stroke === null ? null : { color: stroke.color, widthPx: measureToPx(stroke.width, fontSizePx) },
    glyphs,
  };
  return { run: placed, widthPx };
}

const endsCluster = (glyphs: readonly ShapedGlyph[], index: number): boolean => glyphs[index + 1]?.textIndex !== glyphs[index]?.textIndex;

/** A soft hyphen is seen only where a line ends with it. */
function shownText({ text, hyphensEm }: Paragraph, { start, end }: TextRun, line: LineRange): string {
  return end === line.end && hyphensEm.has(end - 1) ? text.slice(start, end - 1) + HYPHEN : text.slice(start, end);
}

/** Thousandths of a pixel: beyond that there is nothing to be seen, and numbers stay short. */
const toExact = (px: number): number => Math.round(px * 1000) / 1000;
