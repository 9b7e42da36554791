/**
 * A paragraph made ready for lines: in which runs it is shaped (one face, one style, one direction, one script each), where it may be broken, and how wide
 * its characters are in ems. Sizes come later, so that fitting a text into its box shapes it once.
 */
import { createFaceChooser, type ChosenFace, type FaceChooser } from '#lib/composition/text/choose-face';
import { listScripts } from '#lib/composition/text/scripts';
import { listGraphemes, styleAt } from '#lib/composition/text/styled-clusters';
import type { StyledText, TextStyle } from '#lib/composition/text/styled-text';
import type { LineBreak, RunToShape, TextFonts } from '#lib/composition/text/text-fonts';

export interface TextRun {
  start: number;
  end: number;
  style: TextStyle;
  face: ChosenFace;
  script: string;
  /** By Unicode's bidirectional algorithm; odd: right to left. */
  level: number;
}

export interface Paragraph {
  text: string;
  /** Where it begins in the whole text. */
  textStart: number;
  /** In reading order, without gaps. Empty for an empty paragraph. */
  runs: TextRun[];
  /** Of an empty paragraph and of its line. */
  style: TextStyle;
  /** Where each grapheme cluster begins, and the end. */
  clusterEdges: number[];
  /** Advance in ems of what begins at each UTF-16 unit; 0 inside a cluster. */
  advancesEm: Float64Array;
  /** Width in ems of the hyphen that is seen when a line ends at the soft hyphen of that index. */
  hyphensEm: ReadonlyMap<number, number>;
  breaks: LineBreak[];
}

export const HYPHEN = '-';
const SOFT_HYPHENS = /\u00AD/g;

/** The paragraphs of a text: at least one, empty ones too. */
export function analyseParagraphs(styled: StyledText, fonts: TextFonts): Paragraph[] {
  const choose = createFaceChooser(fonts.families, styled.text);
  let start = 0;
  return styled.text.split('\n').map((text) => {
    const paragraph = analyseParagraph({ styled, text, start, choose }, fonts);
    start += text.length + 1;
    return paragraph;
  });
}

interface ParagraphInput {
  styled: StyledText;
  text: string;
  start: number;
  choose: FaceChooser;
}

export function analyseParagraph({ styled, text, start, choose }: ParagraphInput, fonts: TextFonts): Paragraph {
  const clusters = listClusters({ styled, text, start, choose }, fonts);
  const runs = joinRuns(clusters);
  return {
    text,
    textStart: start,
    runs,
    style: styleAt(styled, start),
    clusterEdges: [...clusters.map((cluster) => cluster.start), text.length],
    advancesEm: measureRuns(text, runs, fonts),
    hyphensEm: measureHyphens(text, runs, fonts),
    breaks: text === '' ? [] : fonts.findLineBreaks(text),
  };
}

/** What the shaper is told of a part of a run. */
export function toShapeRequest(run: TextRun, text: string): RunToShape {
  const { px, em } = run.style.letterSpacing;
  const { file, weight } = run.face;
  return { face: { file, weight }, text, isRightToLeft: run.level % 2 === 1, script: run.script, hasLigatures: px === 0 && em === 0 };
}

/** One for each grapheme cluster. */
function listClusters({ styled, text, start, choose }: ParagraphInput, fonts: TextFonts): TextRun[] {
  const { levels } = fonts.findBidiLevels(text);
  const graphemes = listGraphemes(text);
  const scripts = listScripts(graphemes.map(({ cluster }) => cluster));
  const clusters: TextRun[] = [];
  for (const [index, { cluster, start: from }] of graphemes.entries()) {
    const style = styleAt(styled, start + from);
    const previous = clusters.at(-1);
    // The space of the font before it keeps words and gaps in one run.
    const face = cluster === ' ' && previous?.style === style && isWord(previous, text) ? previous.face : choose(cluster, style);
    clusters.push({ start: from, end: from + cluster.length, style, face, script: scripts[index] ?? 'Zyyy', level: levels[from] ?? 0 });
  }
  return clusters;
}

/** An emoji's space would be as wide as an emoji. */
function isWord({ start, end, face }: TextRun, text: string): boolean {
  return face.isComplete && face.hasSpace && /\p{L}/u.test(text.slice(start, end));
}

function joinRuns(clusters: readonly TextRun[]): TextRun[] {
  const runs: TextRun[] = [];
  for (const cluster of clusters) {
    const run = runs.at(-1);
    if (run !== undefined && isSameRun(run, cluster)) run.end = cluster.end;
    else runs.push({ ...cluster });
  }
  return runs;
}

function isSameRun(run: TextRun, next: TextRun): boolean {
  return run.style === next.style && run.level === next.level && run.script === next.script && run.face.file === next.face.file && run.face.weight === next.face.weight;
}

/** None where the run's font has no hyphen: the line then ends without one. */
function measureHyphens(text: string, runs: readonly TextRun[], fonts: TextFonts): Map<number, number> {
  const hyphens = new Map<number, number>();
  for (const { index } of text.matchAll(SOFT_HYPHENS)) {
    const run = runs.find(({ start, end }) => index >= start && index < end);
    const [glyph] = run === undefined ? [] : fonts.shape(toShapeRequest(run, HYPHEN));
    if (glyph !== undefined && glyph.glyphId !== 0) hyphens.set(index, glyph.advanceEm);
  }
  return hyphens;
}

function measureRuns(text: string, runs: readonly TextRun[], fonts: TextFonts): Float64Array {
  const advances = new Float64Array(text.length);
  for (const run of runs) {
    for (const { textIndex, advanceEm } of fonts.shape(toShapeRequest(run, text.slice(run.start, run.end)))) {
      const index = run.start + textIndex;
      advances[index] = (advances[index] ?? 0) + advanceEm;
    }
  }
  return advances;
}
