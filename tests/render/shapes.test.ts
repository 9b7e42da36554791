/** Shapes and drawings in finished videos: colours, gradients, strokes and turns at known places, by every engine. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectColour } from '#tests/support/expect-colour';
import { makeMedia } from '#tests/support/make-media';
import { readFrame, type Frame } from '#tests/support/read-frame';
import { makeRenderDirectory, planComposition, renderComposition, sourceOf } from '#tests/support/render-composition';

let directory: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ directory, remove } = await makeRenderDirectory());
  await makeMedia(directory, 'grey.mp4', { picture: '#808080', widthPx: SIZE.width, heightPx: SIZE.height, seconds: 2 });
});
afterAll(() => remove());

/** The canvas; every number below is of it. */
const SIZE = { width: 960, height: 540 };

const SHAPES = [
  { type: 'shape', shape: 'rectangle', id: 'box', x: 60, y: 60, width: 240, height: 180, fill_color: '#c81e1e', stroke_color: '#1ec83c', stroke_width: 48 },
  { type: 'shape', shape: 'ellipse', id: 'disc', x: 360, y: 60, width: 240, height: 180, fill_color: '#1e3cc8', opacity: 0.5 },
  { type: 'shape', shape: 'rectangle', id: 'shade', x: 60, y: 330, width: 480, height: 120, fill: { type: 'linear', angle: 90, stops: [{ offset: 0, color: '#000000' }, { offset: 1, color: '#ffffff' }] } },
  { type: 'shape', shape: 'polygon', id: 'turned', x: 660, y: 120, width: 180, height: 180, points: [[0, 35], [100, 35], [100, 65], [0, 65]], fill_color: '#e6c81e', rotation: 90 },
  { type: 'shape', shape: 'path', id: 'half', x: 660, y: 330, width: 180, height: 120, path: 'M0 0H10V20H0Z', view_box: [0, 0, 20, 20], path_fit: 'fill', fill_color: '#ffffff' },
];

type Place = readonly [place: readonly [number, number], colour: string];

/** On a background of #808080; inside of every edge, as the codec smears the blocks of 16 pixels there. */
const PLACES: readonly Place[] = [
  [[180, 150], '#c81e1e'], [[60, 150], '#1ec83c'], [[180, 240], '#1ec83c'], [[20, 150], '#808080'],
  [[480, 150], '#4f5ea4'], [[364, 68], '#808080'],
  [[180, 390], '#404040'], [[300, 390], '#808080'], [[420, 390], '#bfbfbf'],
  [[750, 136], '#e6c81e'], [[750, 284], '#e6c81e'], [[690, 210], '#808080'],
  [[700, 390], '#ffffff'], [[800, 390], '#808080'],
];

function expectPlaces(frame: Frame, places: readonly Place[]): void {
  for (const [place, colour] of places) expectColour(frame, place, colour);
}

describe('shapes', () => {
  it('stand on a fill colour as they are: a still', async () => {
    const { path: video, plan } = await renderComposition(directory, 'still', { ...SIZE, fill_color: '#808080', duration: 0.5, elements: SHAPES });
    expect(plan.spans.map(({ engine }) => engine)).toEqual(['still']);
    expectPlaces(await readFrame(video, 7), PLACES);
  });

  it('stand on a video as they are: FFmpeg lays them on', async () => {
    const elements = [{ type: 'video', id: 'clip', track: 0, source: sourceOf('grey.mp4'), duration: 1 }, ...SHAPES];
    const { path: video, plan } = await renderComposition(directory, 'over', { ...SIZE, duration: 1, elements });
    expect(plan.spans.map(({ engine }) => engine)).toEqual(['graph']);
    expectPlaces(await readFrame(video, 20), PLACES);
  });

  it('move over a video and stay what they are: laid on', async () => {
    const mover = { type: 'shape', shape: 'ellipse', id: 'mover', y: 460, width: 72, height: 72, fill_color: '#ffffff', x: [{ time: 0, value: 24 }, { time: 'end', value: 864 }] };
    const elements = [{ type: 'video', id: 'clip', track: 0, source: sourceOf('grey.mp4'), duration: 1 }, ...SHAPES, mover];
    const { path: video, plan } = await renderComposition(directory, 'moving', { ...SIZE, duration: 1, elements });
    expect(plan.spans.map(({ engine }) => engine)).toContain('overlay');
    const frame = await readFrame(video, 15);
    expectPlaces(frame, PLACES);
    expectPlaces(frame, [[[480, 496], '#ffffff'], [[400, 496], '#808080'], [[560, 496], '#808080']]);
  });

  it('that cover the canvas spare what is behind them', async () => {
    const cover = { type: 'shape', shape: 'rectangle', id: 'cover', fill_color: '#c81e1e', time: 0.5, duration: 0.5 };
    const elements = [{ type: 'video', id: 'clip', source: sourceOf('grey.mp4'), duration: 1 }, cover];
    const { plan } = await planComposition(directory, { ...SIZE, elements });
    expect(plan.spans.map(({ engine, startFrame, endFrame }) => [engine, startFrame, endFrame])).toEqual([['graph', 0, 15], ['still', 15, 30]]);
    const { plan: seenThrough } = await planComposition(directory, { ...SIZE, elements: [elements[0], { ...cover, fill_color: '#c81e1e80' }] });
    expect(seenThrough.spans.map(({ engine }) => engine)).toEqual(['graph', 'graph']);
  });
});

describe('drawings (SVG)', () => {
  it('are pictures: in their colours, sharp when they are enlarged, seen through where they are empty', async () => {
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="4" height="8" fill="#c81e1e"/><circle cx="6" cy="4" r="1.5" fill="#1e3cc8"/></svg>';
    await writeFile(path.join(directory, 'drawing.svg'), drawing);
    const elements = [{ type: 'image', id: 'drawing', source: sourceOf('drawing.svg'), x: 210, y: 0, height: 540 }];
    const { path: video } = await renderComposition(directory, 'drawing', { ...SIZE, fill_color: '#808080', duration: 0.5, elements });
    // 540 pixels for 8: the red half ends at 480, the circle is around (615, 270) with a radius of 101.
    expectPlaces(await readFrame(video, 3), [
      [[240, 270], '#c81e1e'], [[460, 270], '#c81e1e'], [[500, 270], '#808080'], [[615, 270], '#1e3cc8'], [[615, 178], '#1e3cc8'], [[615, 160], '#808080'], [[200, 270], '#808080'],
    ]);
  });
});
