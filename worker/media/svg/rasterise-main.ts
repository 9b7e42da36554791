/**
 * The program that draws one SVG: a path to it, a path for the picture and bounds in, a PNG and a line of JSON out. It runs in the sandbox, in a
 * process of its own, so that a drawing that eats time or memory ends itself alone.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { Resvg } from '@resvg/resvg-js';
import { chooseRasterSize, type RasterBounds } from '#worker/media/svg/raster-size';
import { sanitiseSvg } from '#worker/media/svg/sanitise-svg';

/** `problem` reads on from "The SVG". */
export type RasteriseAnswer = { ok: true; widthPx: number; heightPx: number } | { ok: false; problem: string };

async function rasterise(svgPath: string, pngPath: string, bounds: RasterBounds): Promise<RasteriseAnswer> {
  const sanitised = sanitiseSvg(await readFile(svgPath, 'utf8'));
  if (!sanitised.ok) return sanitised;
  // No fonts: what has text is refused.
  const font = { loadSystemFonts: false };
  try {
    const { width, height } = new Resvg(sanitised.svg, { font });
    const size = chooseRasterSize({ width, height }, bounds);
    const drawing = new Resvg(sanitised.svg, { font, fitTo: { mode: size.mode, value: size.valuePx } });
    await writeFile(pngPath, drawing.render().asPng());
    return { ok: true, widthPx: size.naturalWidthPx, heightPx: size.naturalHeightPx };
  } catch {
    return { ok: false, problem: 'cannot be drawn: it is damaged, has no size or uses itself too often' };
  }
}

const [svgPath = '', pngPath = '', bounds = '{}'] = process.argv.slice(2);
process.stdout.write(JSON.stringify(await rasterise(svgPath, pngPath, JSON.parse(bounds) as RasterBounds)));
