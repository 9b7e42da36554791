/** Texts whose parts move, and fonts of a composition's own, in Chromium: the preview draws what the worker draws. */
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { beforeAll, describe, expect, it } from 'vitest';
import { draw } from '#lib/composition/draw/draw';
import { frameAt } from '#lib/composition/frame-at';
import { parseComposition } from '#lib/composition/parse';
import { resolve } from '#lib/composition/resolve';
import { getFontLibrary } from '#lib/fonts/get-font-library';
import { readLocalFonts } from '#scripts/read-local-fonts';
import { FONT_FILES } from '#tests/support/font-files';
import type { Frame } from '#tests/support/read-frame';
import { sourceOf } from '#tests/support/render-composition';
import { usePreview } from '#tests/support/use-preview';
import { CanvasResources } from '#worker/canvas/canvas-resources';

const test = usePreview();

beforeAll(async () => {
  await Promise.all(['woff', 'woff2', 'ttf'].map((format) => copyFile(FONT_FILES[format as 'woff'], path.join(test.directory, `own.${format}`))));
});

/** As the worker draws them. */
async function drawInNode(composition: unknown, frames: readonly number[]): Promise<Frame[]> {
  const parsed = parseComposition(composition);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const ownFonts = await readLocalFonts(parsed.composition, (source) => path.join(test.directory, path.basename(source)));
  const resolved = resolve(parsed.composition, new Map(), await (await getFontLibrary()).load(parsed.composition, ownFonts));
  if (!resolved.ok) throw new Error(JSON.stringify(resolved.problems));
  const { timeline } = resolved;
  const { widthPx, heightPx } = timeline;
  return frames.map((frame) => {
    const ctx = createCanvas(widthPx, heightPx).getContext('2d');
    draw(ctx, timeline, frameAt(timeline, frame), new CanvasResources());
    const pixels = Buffer.from(ctx.getImageData(0, 0, widthPx, heightPx).data.filter((_value, index) => index % 4 !== 3));
    return { widthPx, heightPx, pixels };
  });
}

function meanDifference(first: Frame, second: Frame): number {
  return first.pixels.reduce((sum, value, index) => sum + Math.abs(value - (second.pixels[index] ?? 0)), 0) / first.pixels.length;
}

const text = (properties: Record<string, unknown>) => ({ width: 480, height: 160, frame_rate: 10, duration: 2, fill_color: '#203040', elements: [{ type: 'text', font_size: 44, ...properties }] });
const FRAMES = [0, 4, 9, 15];
/** Of 255, over all pixels: the edge of a wipe that is turned is smoothed a little differently. */
const DIFFERENCE_MAX = 0.2;

describe('Chromium and the worker draw the same', () => {
  it.each<[string, unknown]>([
    ['a typed text of many scripts', text({ text: 'Office 👩🏾‍💻 يكتب 简体', stroke_color: '#ff0000', background_color: '#00000080', animations: [{ type: 'typewriter', duration: 1.4 }] })],
    ['words that slide and fade', text({ text: 'Words come one by one', stroke_color: '#ff0000', animations: [{ type: 'slide', split: 'word', direction: 'up', duration: 1.4 }, { type: 'fade', split: 'word', duration: 1.4 }] })],
    ['letters that turn and lines that are wiped', text({ text: 'Two\nlines', background_color: '#aa0000', animations: [{ type: 'spin', split: 'letter', duration: 1.4 }, { type: 'wipe', split: 'line', duration: 1.4 }] })],
    ...['woff', 'woff2', 'ttf'].map((format): [string, unknown] => [`an own font as ${format}`, { ...text({ text: 'Own font', font_family: 'Own' }), fonts: [{ family: 'Own', source: sourceOf(`own.${format}`) }] }]),
  ])('%s', async (_name, composition) => {
    const [shown, drawn] = [await test.preview.drawAt(composition, new Map(), FRAMES), await drawInNode(composition, FRAMES)];
    for (const [index, frame] of FRAMES.entries()) expect(meanDifference(shown[index]!, drawn[index]!), `frame ${frame}`).toBeLessThan(DIFFERENCE_MAX);
    expect(test.preview.errors).toEqual([]);
  });

  it('a font that cannot be had is told with its place and its family', async () => {
    const composition = { ...text({ text: 'Own', font_family: 'Own' }), fonts: [{ family: 'Own', source: sourceOf('none.woff2') }] };
    await expect(test.preview.drawAt(composition, new Map(), [0])).rejects.toThrow('fonts.0 ("Own"): The font cannot be fetched (404)');
  });
});
