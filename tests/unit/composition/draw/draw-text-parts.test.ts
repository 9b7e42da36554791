/** Texts whose parts move, drawn: what has come is where it stays, what fades fades as one, and nothing is drawn beyond what is said to be drawn. */
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { draw } from '#lib/composition/draw/draw';
import { findRegion } from '#lib/composition/draw/look-region';
import { frameAt } from '#lib/composition/frame-at';
import { resolve } from '#lib/composition/resolve';
import type { Timeline } from '#lib/composition/timeline';
import { getFontLibrary } from '#lib/fonts/get-font-library';
import { compositionOf } from '#tests/unit/composition/fixtures';
import { CanvasResources } from '#worker/canvas/canvas-resources';

const [WIDTH, HEIGHT] = [400, 160];

async function timelineOf(properties: Record<string, unknown>): Promise<Timeline> {
  const composition = compositionOf([{ type: 'text', font_size: 40, duration: 4, ...properties }], { width: WIDTH, height: HEIGHT });
  const result = resolve(composition, new Map(), await (await getFontLibrary()).load(composition));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.timeline;
}

/** RGBA of the frame on black. */
function pixelsOf(timeline: Timeline, frame: number): Uint8ClampedArray {
  const ctx = createCanvas(WIDTH, HEIGHT).getContext('2d');
  draw(ctx, timeline, frameAt(timeline, frame), new CanvasResources());
  return ctx.getImageData(0, 0, WIDTH, HEIGHT).data;
}

/** The leftmost column that both lines' boxes have. */
function leftOfBox({ layers: [layer] }: Timeline): number {
  if (layer?.type !== 'text') throw new Error('not a text');
  return Math.ceil(layer.box.xPx + Math.max(...(layer.layout.background?.boxes ?? []).map(({ xPx }) => xPx)));
}

/** Columns with something in them. */
function columnsOf(pixels: Uint8ClampedArray): number[] {
  return [...Array(WIDTH).keys()].filter((x) => [...Array(HEIGHT).keys()].some((y) => (pixels[4 * (y * WIDTH + x)] ?? 0) > 40));
}

describe('a typed text', () => {
  it.each([['Typed', 1], ['يكتب', -1]])('%s: what has come is where it is in the end, from where one begins to read', async (text, way) => {
    const whole = columnsOf(pixelsOf(await timelineOf({ text }), 0));
    const typing = await timelineOf({ text, animations: [{ type: 'typewriter', duration: 4, time: 'start' }] });
    expect(columnsOf(pixelsOf(typing, 0))).toEqual([]);
    const half = columnsOf(pixelsOf(typing, 20));
    expect(half.length).toBeGreaterThan(10);
    expect(half.length).toBeLessThan(whole.length * 0.8);
    expect(way === 1 ? half[0] : half.at(-1)).toBe(way === 1 ? whole[0] : whole.at(-1));
    for (const column of half) expect(whole).toContain(column);
  });

  it('is the text as it would be without, to the pixel, once all of it is there', async () => {
    const animations = [{ type: 'typewriter', duration: 1 }, { type: 'fade', split: 'word', duration: 1 }, { type: 'spin', split: 'letter', duration: 1 }];
    const properties = { text: 'Office 👩🏾‍💻 e\u0301', stroke_color: '#ff0000', background_color: '#00ff0080' };
    expect(pixelsOf(await timelineOf({ ...properties, animations }), 10)).toEqual(pixelsOf(await timelineOf(properties), 10));
  });
});

describe('a part', () => {
  it('that fades does not let what is under its letters show through', async () => {
    const timeline = await timelineOf({ text: 'MMM', font_size: 100, font_weight: 900, fill_color: '#0000ff', stroke_color: '#ff0000', stroke_width: 8, animations: [{ type: 'fade', split: 'letter', overlap: 1, duration: 4, easing: 'linear' }] });
    const [start, half] = [pixelsOf(await timelineOf({ text: 'MMM', font_size: 100, font_weight: 900, fill_color: '#0000ff', stroke_color: '#ff0000', stroke_width: 8 }), 0), pixelsOf(timeline, 20)];
    let inside = 0;
    for (let at = 0; at < start.length; at += 4) {
      if ((start[at] ?? 0) > 0 || (start[at + 2] ?? 0) < 255) continue;
      inside += 1;
      expect(half[at]).toBeLessThanOrEqual(1);
      expect(Math.abs((half[at + 2] ?? 0) - 128)).toBeLessThanOrEqual(2);
    }
    expect(inside).toBeGreaterThan(500);
  });

  it('that is a line takes its background along', async () => {
    const timeline = await timelineOf({ text: 'a\nb', background_color: '#00ff00', animations: [{ type: 'slide', split: 'line', direction: 'left', distance: 1000, duration: 4, overlap: 0 }] });
    const greenRows = (frame: number) => {
      const pixels = pixelsOf(timeline, frame);
      return [...Array(HEIGHT).keys()].filter((y) => [...Array(WIDTH).keys()].some((x) => (pixels[4 * (y * WIDTH + x) + 1] ?? 0) > 200));
    };
    expect(greenRows(0)).toEqual([]);
    const first = greenRows(20);
    expect(first.length).toBeGreaterThan(30);
    expect(Math.max(...first)).toBeLessThan(Math.max(...greenRows(39)) - 30);
  });

  it.each<[string, { text: string; background_mode?: string; animations: Array<{ type: string; time: string; [option: string]: unknown }> }, number[][]]>([
    ['line', { text: 'ab\ncd', animations: [{ type: 'typewriter', duration: 4, time: 'start' }] }, [[0, 0], [200, 0], [200, 200]]],
    ['block', { text: 'ab\ncd', background_mode: 'block', animations: [{ type: 'typewriter', duration: 4, time: 'start' }] }, [[0, 0], [200, 200], [200, 200]]],
    ['line', { text: 'a b\nc d', animations: [{ type: 'fade', split: 'word', duration: 4, overlap: 0, easing: 'linear', time: 'end' }] }, [[200, 200], [100, 200], [0, 100]]],
  ])('brings the background of its %s with it, and the last takes it away', async (_mode, properties, expected) => {
    const timeline = await timelineOf({ font_size: 40, background_color: '#00c800', ...properties });
    // Between the letters and the edge of the box, by the middle of each line.
    const greens = (frame: number) => [54, 106].map((y) => pixelsOf(timeline, frame)[4 * (y * WIDTH + leftOfBox(timeline) + 3) + 1]);
    const frames = properties.animations[0]?.time === 'end' ? [0, 15, 35] : [0, 10, 30];
    for (const [index, frame] of frames.entries()) for (const [line, green] of greens(frame).entries()) expect(Math.abs((green ?? -1) - (expected[index]?.[line] ?? 0)), `frame ${frame}, line ${line}`).toBeLessThanOrEqual(2);
  });

  it.each<[string, unknown[]]>([
    ['slides', [{ type: 'slide', split: 'word', direction: 'up', distance: 60, duration: 4 }]],
    ['grows beyond its size and turns', [{ type: 'scale', split: 'letter', scale: 4, duration: 4 }, { type: 'spin', split: 'word', duration: 4 }]],
    ['hops in a line that slides', [{ type: 'bounce', split: 'letter', distance: 40, duration: 4 }, { type: 'slide', split: 'line', distance: '20%', duration: 4 }]],
  ])('that %s stays within the region that is told for it', async (_name, animations) => {
    const timeline = await timelineOf({ text: 'ab cd', background_color: '#00ff00', animations });
    for (const frame of [0, 7, 13, 22, 31]) {
      const [item] = frameAt(timeline, frame);
      if (item === undefined) continue;
      const region = findRegion(item, timeline) ?? { xPx: 0, yPx: 0, widthPx: 0, heightPx: 0 };
      const pixels = pixelsOf(timeline, frame);
      for (let y = 0; y < HEIGHT; y += 1) {
        for (let x = 0; x < WIDTH; x += 1) {
          const isInside = x >= region.xPx && y >= region.yPx && x < region.xPx + region.widthPx && y < region.yPx + region.heightPx;
          if (!isInside && [0, 1, 2].some((channel) => pixels[4 * (y * WIDTH + x) + channel] !== 0)) throw new Error(`frame ${frame}: ink at ${x}, ${y}`);
        }
      }
    }
  });
});
