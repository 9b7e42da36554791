/**
 * A colour glyph (COLR) as layers of plain paths and fills: HarfBuzz walks the font's paint graph, and what it says is written down.
 * A fill is bounded by the innermost clip alone: that is how every glyph of the bundled emoji is made.
 */
import type { Color, ColorLine, Font, PaintFuncs } from 'harfbuzzjs';
import type { GlyphColorStop, GlyphFill, GlyphLayer, GlyphPath, Matrix } from '#lib/composition/text/glyph-shape';
import type { HarfBuzz } from '#lib/text/harfbuzz';
import { IDENTITY, invert, multiply, toGlyphPath } from '#lib/text/glyph-path';

/** A canvas's name for each of HarfBuzz's modes that it has; the others are painted over each other. */
const OPERATIONS: Readonly<Record<number, string>> = {
  5: 'source-in', 7: 'source-out', 6: 'destination-in', 8: 'destination-out', 9: 'source-atop', 10: 'destination-atop', 11: 'xor', 12: 'lighter', 13: 'screen', 14: 'overlay', 15: 'darken',
  16: 'lighten', 17: 'color-dodge', 18: 'color-burn', 19: 'hard-light', 20: 'soft-light', 21: 'difference', 22: 'exclusion', 23: 'multiply', 24: 'hue', 25: 'saturation', 26: 'color', 27: 'luminosity',
};
const SOURCE_OVER = 'source-over';

interface Clip {
  path: GlyphPath;
  matrix: Matrix;
}

/** What is open while a glyph is walked through. */
interface Walk {
  matrices: Matrix[];
  clips: Array<Clip | null>;
  groups: GlyphLayer[][];
}

/** Made once for a HarfBuzz; reads one glyph at a time. */
export function createColorPainter(harfbuzz: HarfBuzz): (font: Font, glyphId: number) => GlyphLayer[] {
  const funcs = new harfbuzz.PaintFuncs();
  let walk: Walk = startWalk();
  const matrix = (): Matrix => walk.matrices.at(-1) ?? IDENTITY;
  const paint = (fill: GlyphFill): void => addFill(walk, fill);
  funcs.setPushTransformFunc((...[xx, yx, xy, yy, dx, dy]) => void walk.matrices.push(multiply(matrix(), [xx, yx, xy, yy, dx, dy])));
  funcs.setPopTransformFunc(() => void walk.matrices.pop());
  funcs.setPushClipGlyphFunc((glyphId, font) => void walk.clips.push({ path: toGlyphPath(font.glyphToJson(glyphId)), matrix: matrix() }));
  // Only tells how large the glyph is.
  funcs.setPushClipRectangleFunc(() => void walk.clips.push(null));
  funcs.setPopClipFunc(() => void walk.clips.pop());
  funcs.setColorFunc((isForeground, color) => paint({ kind: 'solid', color: isForeground ? 'text' : toHex(color) }));
  setGradients(funcs, paint);
  funcs.setPushGroupFunc(() => void walk.groups.push([]));
  funcs.setPopGroupFunc((mode) => closeGroup(walk, OPERATIONS[mode] ?? SOURCE_OVER));
  return (font, glyphId) => {
    walk = startWalk();
    font.paintGlyph(glyphId, funcs);
    return walk.groups[0] ?? [];
  };
}

const startWalk = (): Walk => ({ matrices: [IDENTITY], clips: [], groups: [[]] });

function setGradients(funcs: PaintFuncs, paint: (fill: GlyphFill) => void): void {
  funcs.setLinearGradientFunc((line, ...[x0, y0, x1, y1, x2, y2]) => {
    // The third point turns the lines of equal colour: the second goes to where it is on the perpendicular of those (OpenType, COLR, "Linear gradients").
    const across = { x: x2 - x0, y: y2 - y0 };
    const length = across.x ** 2 + across.y ** 2;
    const share = length === 0 ? 0 : ((x1 - x0) * across.x + (y1 - y0) * across.y) / length;
    paint({ kind: 'linear', x0, y0, x1: x1 - share * across.x, y1: y1 - share * across.y, stops: toStops(line) });
  });
  funcs.setRadialGradientFunc((line, ...[x0, y0, r0, x1, y1, r1]) => paint({ kind: 'radial', x0, y0, r0, x1, y1, r1, stops: toStops(line) }));
}

/** The clip's path is brought into the space of the fill, so that one matrix does for both. */
function addFill({ matrices, clips, groups }: Walk, fill: GlyphFill): void {
  const clip = clips.at(-1);
  const matrix = matrices.at(-1) ?? IDENTITY;
  const layers = groups.at(-1);
  if (clip === undefined || clip === null || layers === undefined) return;
  const path = fill.kind === 'solid' || matrix === clip.matrix ? clip.path : movePath(clip, matrix);
  if (path !== null) layers.push({ kind: 'fill', path, fill, matrix: fill.kind === 'solid' ? clip.matrix : matrix });
}

/** Null when the fill's space is flat: nothing is seen of it. */
function movePath(clip: Clip, matrix: Matrix): GlyphPath | null {
  const inverse = invert(matrix);
  return inverse === null ? null : transformPath(clip.path, multiply(inverse, clip.matrix));
}

/** Paths are commands followed by absolute coordinates: numbers come in pairs. */
function transformPath(path: GlyphPath, [a, b, c, d, e, f]: Matrix): GlyphPath {
  return path.replace(/(-?[\d.]+),(-?[\d.]+)/g, (_pair, x: string, y: string) => {
    const [px, py] = [Number(x), Number(y)];
    return `${round(a * px + c * py + e)},${round(b * px + d * py + f)}`;
  });
}

function closeGroup({ groups }: Walk, operation: string): void {
  const layers = groups.pop();
  const parent = groups.at(-1);
  if (layers === undefined || parent === undefined) return;
  // Painting one over the other needs no canvas of its own, unless what is in it looks at what is below.
  if (operation === SOURCE_OVER && layers.every(({ kind }) => kind === 'fill')) parent.push(...layers);
  else parent.push({ kind: 'group', layers, operation });
}

function toStops({ colorStops }: ColorLine): GlyphColorStop[] {
  return colorStops
    .map(({ offset, isForeground, color }) => ({ offset: Math.min(1, Math.max(0, offset)), color: isForeground ? 'text' : toHex(color) }))
    .toSorted((first, second) => first.offset - second.offset);
}

function toHex({ red, green, blue, alpha }: Color): string {
  return `#${[red, green, blue, alpha].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
