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

const streamsOf = ({ drawing }: RenderPlan) =>
  (drawing?.streams ?? []).map(({ widthPx, heightPx, isOpaque, pieces }) => {
    const names = pieces.map(({ startFrame, endFrame, box: { xPx, yPx }, layers }) => `${startFrame}-${endFrame} at ${xPx},${yPx} ${layers.map((place) => drawing?.layers[place]?.elementId).join(', ')}`);
    return `${widthPx}x${heightPx} on ${isOpaque ? 'the canvas' : 'nothing'}: ${names.join('; ')}`;
  });

const clip = (changes = {}) => video({ id: 'clip', track: 1, duration: 6, muted: true, ...changes });
const box = { x: 100, y: 100, width: 320, height: 240 };
const linear = (from: number, to: number) => [{ time: 2, value: from }, { time: 4, value: to }];

describe('the memory that is needed', () => {
  const turning = { rotation: [{ time: 0, value: 0 }, { time: 'end', value: 90 }] };
  const group = (elements: unknown[], changes: object = {}) => ({ type: 'composition', width: 2000, height: 1000, x: 0, y: 0, ...changes, elements });
  const shape = { type: 'shape', shape: 'rectangle', duration: 2, width: 100, height: 100, ...turning };
  /** In canvases of the group's size, six of which are held at once. */
  const groupsIn = (elements: unknown[]) => (planOf(elements).memoryBytes - planOf([shape]).memoryBytes) / (2000 * 1000 * 4 * 6);

  it("counts the canvases of groups, those within each other as well, but not those of other times", () => {
    const one = group([shape], turning);
    expect(groupsIn([one])).toBeCloseTo(1, 1);
    expect(groupsIn([group([one, shape], turning)])).toBeCloseTo(2, 1);
    expect(groupsIn([group([group([shape], { ...turning, loop: true, duration: 2 })], { ...turning, loop: true, duration: 6 })])).toBeCloseTo(2, 1);
    expect(groupsIn([{ ...one, track: 1 }, { ...one, track: 1 }])).toBeCloseTo(1, 1);
  });
});

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

  it('is drawn once however often a group repeats it', () => {
    const dot = (time: number) => ({ type: 'shape', shape: 'ellipse', track: 1, time, duration: 1, fill_color: time === 0 ? '#ff0000' : '#0000ff' });
    const blinking = { type: 'composition', id: 'blinking', loop: true, duration: 8, elements: [dot(0), dot(1)] };
    const below = planOf([blinking]);
    expect(below.spans).toHaveLength(8);
    expect(below.drawing?.bitmaps.map(({ items }) => items.map(({ layer }) => layer.type === 'shape' && layer.fill))).toEqual([[{ type: 'solid', color: '#ff0000' }], [{ type: 'solid', color: '#0000ff' }]]);
    // As a whole, drawn on its own canvas.
    const whole = planOf([clip({ duration: 8 }), { ...blinking, track: 2, ...box, border_radius: 20 }]);
    expect([whole.spans.length, whole.drawing?.bitmaps.length, whole.drawing?.streams.length]).toEqual([8, 2, 0]);
    const steady = planOf([{ ...blinking, elements: [{ ...dot(0), duration: 2 }] }]);
    expect([steady.spans.length, steady.drawing?.bitmaps.length]).toEqual([1, 1]);
  });

  it('is drawn once above a video, neighbours together', () => {
    const plan = planOf([clip(), round({ id: 'a', track: 2 }), image({ id: 'b', track: 3, duration: 6, ...box }), clip({ id: 'inset', track: 4, ...box }), round({ id: 'c', track: 5 })]);
    expect(spansOf(plan)).toEqual([[0, 'graph', 'video', 'a, b at 0,0; inset at 100,100; c at 0,0']]);
    expect(plan.drawing?.bitmaps.map(({ id, inputIndex, fillColor }) => [id, inputIndex, fillColor])).toEqual([['p1', 1, null], ['p3', 3, null]]);
    expect(plan.inputs.map(({ index, elementIds }) => [index, elementIds])).toEqual([[0, ['clip']], [2, ['inset']]]);
  });

  it('is drawn by itself above a video where its neighbour is far away: what lies between would cost each frame', () => {
    const near = planOf([clip(), round({ id: 'a', track: 2 }), round({ id: 'b', track: 3, x: 110 })]);
    expect(spansOf(near)).toEqual([[0, 'graph', 'video', 'a, b at 0,0']]);
    const far = planOf([clip(), round({ id: 'a', track: 2, width: 50, height: 50 }), round({ id: 'b', track: 3, x: 900, width: 50, height: 50 })]);
    expect(spansOf(far)).toEqual([[0, 'graph', 'video', 'a at 0,0; b at 0,0']]);
    expect(far.drawing?.bitmaps.map(({ items }) => items.map(({ layer }) => layer.elementId))).toEqual([['a'], ['b']]);
  });

  it('is at most four bitmaps above a video, however many there are', () => {
    const scattered = [0, 1, 2, 3, 4, 5].map((n) => round({ id: `r${n}`, track: n + 2, x: n * 160, width: 50, height: 50 }));
    expect(spansOf(planOf([clip(), ...scattered]))).toEqual([[0, 'graph', 'video', 'r0 at 0,0; r1 at 0,0; r2 at 0,0; r3, r4, r5 at 0,0']]);
  });

  it('is one bitmap, however many spans show it', () => {
    const repeated = planOf([clip(), round({ id: 'a', track: 2 }), clip({ id: 'late', track: 3, time: 3, duration: 3, ...box })]);
    expect(repeated.spans.map(({ startFrame }) => startFrame)).toEqual([0, 30]);
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
  it('is drawn frame by frame while it moves, and left to FFmpeg while it rests; a video below is never drawn', () => {
    const plan = planOf([clip(), image({ id: 'photo', track: 2, duration: 6, ...box, x: linear(100, 400) })]);
    expect(spansOf(plan)).toEqual([
      [0, 'graph', 'video', 'photo at 100,100'],
      [20, 'overlay', 'video', 'photo at 98,98'],
      [40, 'graph', 'video', 'photo at 400,100'],
    ]);
    expect(plan.spans[1]?.reason).toBe('its place, size or visibility changes: photo; moving: clip');
    expect(streamsOf(plan)).toEqual(['608x256 on nothing: 20-40 at 98,98 photo']);
    expect(decodesOf(plan)).toEqual([['photo', '0 0 640 480', '320x240', null]]);
    expect(plan.inputs.map(({ index, elementIds }) => [index, elementIds])).toEqual([[0, ['clip']], [1, ['photo']]]);
  });

  it('is a still while it rests and no video is below', () => {
    const plan = planOf([image({ id: 'photo', duration: 6, ...box, opacity: [{ time: 0, value: 0 }, { time: 2, value: 1 }] })]);
    expect(spansOf(plan)).toEqual([[0, 'overlay', 'still', 'photo at 98,98'], [20, 'still', 'still', '']]);
    expect(plan.drawing?.bitmaps).toEqual([]);
  });

  it('is drawn with all of the canvas where it is most of it, over no video', () => {
    const plan = planOf([image({ id: 'photo', duration: 6, x: 0, y: 0, width: 1000, height: 400, fit_mode: 'fill', rotation: linear(0, 10) })]);
    expect(spansOf(plan)).toEqual([[0, 'still', 'still', ''], [20, 'canvas', 'canvas', ''], [40, 'still', 'still', '']]);
    expect(streamsOf(plan)).toEqual(['1000x500 on the canvas: 20-40 at 0,0 photo']);
  });

  it('is one stream with its neighbours where that is no more to draw, and by itself where it is far away', () => {
    const moving = (id: string, track: number, x: number, y: number) => image({ id, track, duration: 6, x, y, width: 100, height: 100, opacity: [{ time: 0, value: 0 }, { time: 6, value: 1 }] });
    const plan = planOf([clip(), moving('a', 2, 100, 100), moving('b', 3, 150, 120), moving('c', 4, 800, 380)]);
    expect(streamsOf(plan)).toEqual(['192x128 on nothing: 0-60 at 98,110 a, b', '128x96 on nothing: 0-60 at 798,390 c']);
  });

  it('is laid on in its order, between what stands', () => {
    const moving = image({ id: 'moving', track: 3, duration: 6, ...box, opacity: [{ time: 0, value: 0 }, { time: 6, value: 1 }] });
    const plan = planOf([clip(), image({ id: 'below', track: 2, duration: 6, ...box }), moving, image({ id: 'above', track: 4, duration: 6, ...box, border_radius: 9 })]);
    expect(spansOf(plan)).toEqual([[0, 'overlay', 'video', 'below at 100,100; moving at 98,98; above at 0,0']]);
  });

  it('decodes a video anew after a stretch that FFmpeg does', () => {
    const moves = [{ time: 0, value: 0 }, { time: 1, value: 100 }, { time: 4, value: 100 }, { time: 6, value: 0 }];
    const plan = planOf([clip({ x: moves })]);
    expect(spansOf(plan).map(([startFrame, engine]) => [startFrame, engine])).toEqual([[0, 'canvas'], [10, 'graph'], [40, 'canvas']]);
    expect(decodesOf(plan).filter(([id]) => id === 'clip').map(([, , , frames]) => frames)).toEqual(['0+10 from 0', '40+20 from 4']);
    expect(plan.pictures).toMatchObject([{ kind: 'video', firstFrameSeconds: 1, frameCount: 30 }]);
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
    const plan = planOf([clip({ trim_start: 1, x: linear(0, 100) })], { video: videoFacts({ startSeconds: 0.5 }) });
    expect(plan.drawing?.decodes[0]?.frames).toMatchObject({ startFrame: 20, firstFrameSeconds: 3.5, seekSeconds: 3.5, sourceFrameCount: 20 });
  });
});

describe('what only fades', () => {
  const levelsOf = ({ spans }: RenderPlan) => spans.map(({ engine, reason, layers }) => [engine, reason, ...layers.map(({ elementId, levels }) => `${elementId}: ${levels === null ? 'all' : `${levels.slice(0, 3).join(' ')} ... ${levels.at(-1)}`}`)]);
  const fade = { type: 'fade', duration: 1, easing: 'linear' };

  it('is mixed by FFmpeg where it fills the canvas, and goes on with the decoder it began with', () => {
    const plan = planOf([clip({ id: 'a', duration: 3 }), clip({ id: 'b', duration: 3, transition: fade }), image({ id: 'c', track: 1, duration: 2, fit_mode: 'cover', transition: fade })]);
    expect(levelsOf(plan)).toEqual([
      ['graph', 'moving: a'],
      ['graph', 'moving: a; fading: b', 'b: 0 26 51 ... 230'],
      ['graph', 'moving: b'],
      ['graph', 'moving: b; fading: c', 'c: 0 26 51 ... 230'],
      ['still', 'nothing moves'],
    ]);
    expect([plan.drawing, plan.inputs.map(({ elementIds }) => elementIds)]).toEqual([null, [['a'], ['b'], ['c']]]);
    expect(plan.pictures).toMatchObject([{ kind: 'video', frameCount: 30 }, { kind: 'video', frameCount: 30 }, { kind: 'image', format: 'yuv420p' }, { kind: 'image', format: 'gbrp' }]);
  });

  it('is drawn once where it is a colour to fade through', () => {
    const plan = planOf([clip({ id: 'a', duration: 3 }), clip({ id: 'b', duration: 3, transition: { ...fade, type: 'fade-black' } })]);
    expect(plan.spans.map(({ engine }) => engine)).toEqual(Array.from({ length: 5 }, () => 'graph'));
    expect(plan.drawing?.bitmaps).toHaveLength(1);
    expect(plan.drawing?.streams).toEqual([]);
  });

  it.each<[string, object]>([
    ['does not fill the canvas', { fit_mode: 'contain' }],
    ['grows as well', { fit_mode: 'cover', x_scale: [{ time: 0, value: 1 }, { time: 2, value: 2 }] }],
    ['has round corners', { fit_mode: 'cover', border_radius: 9 }],
  ])('is drawn where it %s', (_name, changes) => {
    const plan = planOf([clip({ id: 'a', duration: 4 }), clip({ id: 'b', duration: 3, fit_mode: 'cover', ...changes, transition: fade })]);
    expect(plan.spans.map(({ engine }) => engine)).not.toContain('still');
    expect(plan.spans.some(({ layers }) => layers.some(({ levels }) => levels !== null))).toBe(false);
  });
});

describe('the graph of a plan with drawn frames', () => {
  it('takes them by one input, cut by frame numbers, without the blank ones around them', () => {
    const moves = [{ time: 0, value: 0 }, { time: 1, value: 100 }, { time: 4, value: 100 }, { time: 6, value: 0 }];
    const plan = planOf([image({ id: 'photo', duration: 6, x: moves, y: 0, width: 900, height: 500, fit_mode: 'fill' })]);
    expect(plan.drawing?.frameInputIndex).toBe(1);
    const lines = stringifyGraph(buildGraph(plan)).split(';\n');
    expect(lines.filter((line) => /^\[(1:|drawn)/.test(line)).map((line) => line.replace(/,scale.*\[/, ' ... ['))).toEqual([
      '[1:0]segment=frames=11[drawn0s][drawn1s]',
      '[drawn0s]trim=start_frame=1:end_frame=11,settb=expr=1/10,setpts=expr=N ... [drawn0]',
      '[drawn1s]trim=start_frame=1:end_frame=21,settb=expr=1/10,setpts=expr=N ... [drawn1]',
      '[drawn0]setsar=sar=1[span0]',
      '[drawn1]setsar=sar=1[span2]',
    ]);
  });

  it('mixes a fade by one number a frame', () => {
    const plan = planOf([clip({ id: 'a', duration: 3 }), clip({ id: 'b', duration: 3, transition: { type: 'fade', duration: 0.4, easing: 'linear' } })]);
    const lines = stringifyGraph(buildGraph(plan)).split(';\n');
    expect(lines.filter((line) => line.includes('[span1m]'))).toEqual([
      "color=color=black:size=2x2:rate=10/1,trim=end_frame=4,format=pix_fmts=yuv420p,geq=lum='if(lt(N,2),if(lt(N,1),0,64),if(lt(N,3),128,191))':cb='if(lt(N,2),if(lt(N,1),0,64),if(lt(N,3),128,191))':cr='if(lt(N,2),if(lt(N,1),0,64),if(lt(N,3),128,191))',scale=width=1000:height=500:flags=neighbor[span1m]",
      '[span1b][span1v0][span1m]maskedmerge[span1]',
    ]);
  });
});
