/** What a plan draws on canvases and what it leaves to FFmpeg's filters, as text. */
import { describe, expect, it } from 'vitest';
import { compositionOf, factsOf, image, imageFacts, timelineOf, video, videoFacts, type FactsByKind } from '#tests/unit/composition/fixtures';
import { fitBitmaps } from '#worker/render/fit-bitmaps';
import { stringifyGraph } from '#worker/render/filter-graph';
import { buildGraph } from '#worker/render/graph';
import { planRender } from '#worker/render/plan';
import type { RenderPlan } from '#worker/render/render-plan';

/** Of 640 x 480, on a canvas of 1000 x 500 at 10 frames a second. */
function planOf(elements: unknown[], facts?: FactsByKind): RenderPlan {
  const composition = compositionOf(elements);
  return planRender(timelineOf(composition, facts), factsOf(composition, facts));
}

/** [first frame, engine, what its base is, what is laid on it]. */
const spansOf = ({ spans }: RenderPlan) => spans.map(({ startFrame, engine, base, layers }) => [startFrame, engine, base.kind, layers.map(({ elementId, xPx, yPx }) => `${elementId} at ${xPx},${yPx}`).join('; ')]);
const decodesOf = ({ drawing }: RenderPlan) =>
  (drawing?.decodes ?? []).map(({ elementId, area, widthPx, heightPx, frames }) => [elementId, Object.values(area).join(' '), `${widthPx}x${heightPx}`, frames === null ? null : `${frames.startFrame}+${frames.frameCount} from ${frames.firstFrameSeconds}`]);

const clip = (changes = {}) => video({ id: 'clip', track: 1, duration: 6, muted: true, ...changes });
const box = { x: 100, y: 100, width: 320, height: 240 };
const linear = (from: number, to: number) => [{ time: 2, value: from }, { time: 4, value: to }];

describe('bare pictures that stand still', () => {
  it('are left to FFmpeg: nothing is drawn', () => {
    const plan = planOf([clip(), image({ id: 'photo', track: 2, duration: 6, ...box })]);
    expect([plan.drawing, spansOf(plan)]).toEqual([null, [[0, 'graph', 'video', 'photo at 100,100']]]);
  });
});

describe('what stands still and is more than a bare picture', () => {
  const round = (changes: object) => image({ border_radius: 20, duration: 6, ...box, ...changes });

  it('is drawn once below a video, with the canvas and all that is there', () => {
    const plan = planOf([image({ id: 'back', track: 0, duration: 6 }), round({ id: 'round', track: 1 }), clip({ track: 2, width: 100, height: 100, x: 0, y: 0, fit_mode: 'fill' })]);
    expect(spansOf(plan)).toEqual([[0, 'graph', 'still', 'clip at 0,0']]);
    expect(plan.stills).toEqual([{ id: 's0', layers: [{ elementId: 'back, round', pictureId: 'p0', xPx: 0, yPx: 0 }] }]);
    expect(plan.drawing?.bitmaps).toMatchObject([{ id: 'p0', inputIndex: 0, fillColor: '#000000', items: [{ layer: { elementId: 'back' } }, { layer: { elementId: 'round' } }] }]);
    expect(plan.pictures[0]).toMatchObject({ kind: 'image', inputIndex: 0, blending: 'plain', format: 'gbrp', widthPx: 1000, heightPx: 500 });
  });

  it('is drawn once above a video, neighbours together', () => {
    const plan = planOf([clip(), round({ id: 'a', track: 2 }), image({ id: 'b', track: 3, duration: 6, ...box }), clip({ id: 'inset', track: 4, ...box }), round({ id: 'c', track: 5 })]);
    expect(spansOf(plan)).toEqual([[0, 'graph', 'video', 'a, b at 0,0; inset at 100,100; c at 0,0']]);
    expect(plan.drawing?.bitmaps.map(({ id, inputIndex, fillColor }) => [id, inputIndex, fillColor])).toEqual([['p1', 1, null], ['p3', 3, null]]);
    expect(plan.inputs.map(({ index, elementIds }) => [index, elementIds])).toEqual([[0, ['clip']], [2, ['inset']]]);
  });

  it('is one bitmap, however many spans show it', () => {
    const plan = planOf([clip(), round({ id: 'a', track: 2 }), image({ id: 'late', track: 3, time: 3, duration: 3, x: 0, y: 0, width: 10, height: 10 })]);
    expect(plan.spans.map(({ startFrame }) => startFrame)).toEqual([0, 30]);
    expect(plan.drawing?.bitmaps).toHaveLength(2);
    const repeated = planOf([clip(), round({ id: 'a', track: 2 }), clip({ id: 'late', track: 3, time: 3, duration: 3, ...box })]);
    expect(repeated.drawing?.bitmaps).toHaveLength(1);
  });

  it('takes the picture at the size it is drawn', () => {
    expect(decodesOf(planOf([clip(), round({ id: 'a', track: 2, fit_mode: 'cover', width: 240 })]))).toEqual([['a', '80 0 480 480', '240x240', null]]);
  });

  it('is laid on where it shows something, once it is drawn', () => {
    const plan = planOf([clip(), round({ id: 'a', track: 2 })]);
    const fitted = fitBitmaps(plan, [{ id: 'p1', box: { xPx: 98, yPx: 96, widthPx: 330, heightPx: 250 } }]);
    expect(spansOf(fitted)).toEqual([[0, 'graph', 'video', 'a at 98,96']]);
    expect(fitted.pictures[1]).toMatchObject({ codedWidthPx: 330, codedHeightPx: 250, widthPx: 330, blending: 'blended', format: 'yuv420p' });
    expect(fitted.pictures[0]).toEqual(plan.pictures[0]);
  });
});

describe('what moves', () => {
  it('is drawn frame by frame while it moves, and left to FFmpeg while it rests', () => {
    const plan = planOf([clip(), image({ id: 'photo', track: 2, duration: 6, ...box, x: linear(100, 400) })]);
    expect(spansOf(plan)).toEqual([
      [0, 'graph', 'video', 'photo at 100,100'],
      [20, 'canvas', 'canvas', ''],
      [40, 'graph', 'video', 'photo at 400,100'],
    ]);
    expect(plan.spans[1]).toMatchObject({ reason: 'its place, size or visibility changes: photo', base: { layers: [0, 1] } });
    expect(plan.drawing?.layers.map(({ elementId }) => elementId)).toEqual(['clip', 'photo']);
    expect(decodesOf(plan)).toEqual([['clip', '0 80 640 320', '1000x500', '20+20 from 2'], ['photo', '0 0 640 480', '320x240', null]]);
  });

  it('is a still while it rests and no video is below', () => {
    const plan = planOf([image({ id: 'photo', duration: 6, ...box, opacity: [{ time: 0, value: 0 }, { time: 2, value: 1 }] })]);
    expect(spansOf(plan)).toEqual([[0, 'canvas', 'canvas', ''], [20, 'still', 'still', '']]);
    expect(plan.drawing?.bitmaps).toEqual([]);
  });

  it('decodes a video anew after a stretch that FFmpeg does', () => {
    const moves = [{ time: 0, value: 0 }, { time: 1, value: 100 }, { time: 4, value: 100 }, { time: 6, value: 0 }];
    const plan = planOf([clip(), image({ id: 'photo', track: 2, duration: 6, ...box, x: moves })]);
    expect(spansOf(plan).map(([startFrame, engine]) => [startFrame, engine])).toEqual([[0, 'canvas'], [10, 'graph'], [40, 'canvas']]);
    expect(decodesOf(plan).filter(([id]) => id === 'clip').map(([, , , frames]) => frames)).toEqual(['0+10 from 0', '40+20 from 4']);
    expect(plan.pictures).toMatchObject([{ kind: 'video', firstFrameSeconds: 1, frameCount: 30 }, { kind: 'image' }]);
  });

  it('decodes what is ever seen of a picture, at the largest size it is drawn', () => {
    const size = { widthPx: 2000, heightPx: 1000, codedWidthPx: 2000, codedHeightPx: 1000 };
    const grows = planOf([image({ id: 'photo', duration: 6, x: 0, y: 0, width: 400, height: 200, x_scale: [{ time: 0, value: 1 }, { time: 6, value: 2 }] })], { image: imageFacts(size) });
    expect(decodesOf(grows)).toEqual([['photo', '0 0 2000 1000', expect.stringMatching(/^79\dx200$/), null]]);
    const larger = planOf([image({ id: 'photo', duration: 6, x: 0, y: 0, width: 4000, height: 2000, opacity: [{ time: 0, value: 0.1 }, { time: 6, value: 1 }], x_scale: [{ time: 0, value: 1 }, { time: 6, value: 2 }] })], { image: imageFacts(size) });
    expect(decodesOf(larger)).toEqual([['photo', '0 0 2000 1000', '2000x1000', null]]);
  });

  it('is decoded upright from a picture that is stored on its side', () => {
    const sideways = imageFacts({ codedWidthPx: 480, codedHeightPx: 640, widthPx: 640, heightPx: 480, orientation: 6 });
    const plan = planOf([image({ id: 'photo', duration: 6, ...box, x: linear(0, 100) })], { image: sideways });
    expect(plan.drawing?.decodes).toMatchObject([{ crop: { xPx: 0, yPx: 0, widthPx: 480, heightPx: 640 }, scaledWidthPx: 240, scaledHeightPx: 320, widthPx: 320, heightPx: 240, orientation: 6 }]);
  });

  it('seeks to the first frame that is drawn', () => {
    const plan = planOf([clip({ trim_start: 1 }), image({ id: 'photo', track: 2, duration: 6, ...box, x: linear(0, 100) })], { video: videoFacts({ startSeconds: 0.5 }) });
    expect(plan.drawing?.decodes[0]?.frames).toMatchObject({ startFrame: 20, firstFrameSeconds: 3.5, seekSeconds: 3.5, sourceFrameCount: 20 });
  });
});

describe('the graph of a plan with canvas spans', () => {
  it('takes their frames by one input, cut by frame numbers', () => {
    const moves = [{ time: 0, value: 0 }, { time: 1, value: 100 }, { time: 4, value: 100 }, { time: 6, value: 0 }];
    const plan = planOf([image({ id: 'photo', duration: 6, ...box, x: moves })]);
    expect(plan.drawing?.frameInputIndex).toBe(1);
    const lines = stringifyGraph(buildGraph(plan)).split(';\n');
    expect(lines.find((line) => line.startsWith('[1:0]'))).toMatch(/,segment=frames=10\[drawn0\]\[drawn2\]$/);
    expect(lines.filter((line) => /^\[(drawn\d|s0u0)\]/.test(line)).map((line) => line.replace(/\].*\[/, '] ... ['))).toEqual(['[drawn0] ... [span0]', '[s0u0] ... [span1]', '[drawn2] ... [span2]']);
  });
});
