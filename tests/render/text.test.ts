/** Texts in rendered videos: the words of the layout where they belong, alone and over a moving picture; and no ink outside of what the layout tells. */
import { createCanvas } from '@napi-rs/canvas';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawText } from '#lib/composition/draw/draw-text';
import { expectColour } from '#tests/support/expect-colour';
import { makeMedia } from '#tests/support/make-media';
import { colourAt, readCounter, readFrame, readFrames, type Frame } from '#tests/support/read-frame';
import { makeRenderDirectory, renderComposition, sourceOf } from '#tests/support/render-composition';
import { layOut } from '#tests/unit/composition/text/layout-of';
import { CanvasResources } from '#worker/canvas/canvas-resources';

let directory = '';
let remove = async (): Promise<void> => {};

beforeAll(async () => {
  ({ directory, remove } = await makeRenderDirectory());
});
afterAll(() => remove());

const CAPTION = { type: 'text', text: 'MMMM', font_size: 40, font_weight: 900, y: 40, fill_color: '#ffcc00', background_color: '#aa0000', background_y_padding: 8, background_x_padding: 16 };

/** Columns of the row that are yellow: strokes of the letters. */
const lettersIn = (frame: Frame, y: number): number[] => [...Array(frame.widthPx).keys()].filter((x) => colourAt(frame, x, y)[1] > 150);

describe('a text', () => {
  it('alone is drawn once, in its place and its colours', async () => {
    const { path, plan } = await renderComposition(directory, 'alone', { width: 320, height: 240, fill_color: '#102030', duration: 1, elements: [CAPTION] });
    expect(plan.spans.map(({ engine }) => engine)).toEqual(['still']);
    const frame = await readFrame(path, 0);
    expectColour(frame, [10, 10], '#102030');
    // 8 + 48 + 8 lines of background from y = 40 on.
    expectColour(frame, [160, 43], '#aa0000', 8);
    expectColour(frame, [160, 101], '#aa0000', 8);
    expectColour(frame, [160, 130], '#102030', 4);
    const letters = lettersIn(frame, 72);
    expect(letters.length).toBeGreaterThan(40);
    // Four letters in the middle of the canvas.
    expect((letters[0]! + letters.at(-1)!) / 2).toBeCloseTo(160, -0.5);
  });

  it('over a video is in every frame, and the video goes on below it', async () => {
    await makeMedia(directory, 'clip.mp4', { picture: 'counter', widthPx: 320, heightPx: 240, seconds: 1, frameRate: '10' });
    const { path } = await renderComposition(directory, 'over', { width: 320, height: 240, frame_rate: 10, elements: [{ type: 'video', source: sourceOf('clip.mp4') }, CAPTION] });
    const frames = await readFrames(path);
    expect(frames.map((frame) => readCounter(frame, { xPx: 0, yPx: 160, widthPx: 320, heightPx: 60 }))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    for (const frame of frames) expectColour(frame, [160, 43], '#aa0000', 6);
  });

  it.each(['Ağ jĝ f', 'نصٌّ', 'क्ष्ण्', '😀🎉', 'Ế'])('has no ink outside of the bounds that its layout tells: %s', async (text) => {
    const { layer } = await layOut({ text, font_size: 80, font_style: 'italic', stroke_color: '#ff0000', stroke_width: 6, fill_color: '#ff0000' });
    const ctx = createCanvas(1400, 400).getContext('2d');
    ctx.translate(200, 100);
    drawText(ctx, layer, { box: layer.box, textParts: null }, new CanvasResources());
    const hasInk = (): boolean => ctx.getImageData(0, 0, 1400, 400).data.some((value) => value !== 0);
    expect(hasInk()).toBe(true);
    const { leftPx, topPx, rightPx, bottomPx } = layer.layout.bounds;
    ctx.clearRect(Math.floor(leftPx), Math.floor(topPx), Math.ceil(rightPx) - Math.floor(leftPx), Math.ceil(bottomPx) - Math.floor(topPx));
    expect(hasInk()).toBe(false);
  });
});
