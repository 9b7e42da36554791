/** Outlines as SVG path data with short numbers, and the matrices of colour glyphs. */
import type { SvgPathCommand } from 'harfbuzzjs';
import type { GlyphPath, Matrix } from '#lib/composition/text/glyph-shape';

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** Hundredths of a font unit, pairs joined by a comma: "M10,20L30.5,40Z". */
export function toGlyphPath(commands: readonly SvgPathCommand[]): GlyphPath {
  return commands.map(({ type, values }) => type + toPairs(values)).join('');
}

function toPairs(values: readonly number[]): string {
  const pairs: string[] = [];
  for (let index = 0; index + 1 < values.length; index += 2) pairs.push(`${round(values[index] ?? 0)},${round(values[index + 1] ?? 0)}`);
  return pairs.join(' ');
}

/** First `inner`, then `outer`. */
export function multiply([a, b, c, d, e, f]: Matrix, [a2, b2, c2, d2, e2, f2]: Matrix): Matrix {
  return [a * a2 + c * b2, b * a2 + d * b2, a * c2 + c * d2, b * c2 + d * d2, a * e2 + c * f2 + e, b * e2 + d * f2 + f];
}

/** Null for a matrix that makes everything flat. */
export function invert([a, b, c, d, e, f]: Matrix): Matrix | null {
  const determinant = a * d - b * c;
  if (Math.abs(determinant) < 1e-9) return null;
  return [d / determinant, -b / determinant, -c / determinant, a / determinant, (c * f - d * e) / determinant, (b * e - a * f) / determinant];
}

const round = (value: number): number => Math.round(value * 100) / 100;
