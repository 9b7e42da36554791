// Groups: elements of their own on a canvas, tracks and a clock of their own, and what is refused of them.
import { describe, expect, it } from 'vitest';
import { listElements } from '#lib/composition/list-elements';
import { listSources } from '#lib/composition/sources';
import { toEstimateFeatures } from '#lib/estimate/features';
import type { GroupLayer, Timeline } from '#lib/composition/timeline';
import { audio, CLIP, compositionOf, image, PHOTO, problemsOf, SONG, timelineOf, video } from '#tests/unit/composition/fixtures';

const group = (elements: unknown[], changes: Record<string, unknown> = {}) => ({ type: 'composition', elements, ...changes });

/** Of the first element, which must be a group. */
function groupLayerOf(timeline: Timeline): GroupLayer {
  const [layer] = timeline.layers;
  if (layer?.type !== 'group') throw new Error('The first layer is not a group');
  return layer;
}

const resolveGroup = (elements: unknown[], changes: Record<string, unknown> = {}, composition: Record<string, unknown> = {}): GroupLayer =>
  groupLayerOf(timelineOf(compositionOf([group(elements, changes)], composition)));

/** Frames of each layer in the group. */
const framesOf = ({ layers }: GroupLayer) => layers.map(({ startFrame, endFrame }) => [startFrame, endFrame]);

const bodyOf = (...elements: unknown[]) => ({ width: 1000, height: 500, elements });

describe('the canvas of a group', () => {
  it('is its box, and what is in it is placed on that', () => {
    const layer = resolveGroup([image({ x: '50%', y: '10vh', width: '25%', height: '50vw', fit_mode: 'fill' })], { x: 100, y: 50, width: '40%', height: 200, fill_color: '#abc' });
    expect(layer.box).toEqual({ xPx: 100, yPx: 50, widthPx: 400, heightPx: 200 });
    expect(layer.canvas).toEqual({ widthPx: 400, heightPx: 200, fillColor: '#aabbcc' });
    expect(layer.layers[0]?.box).toEqual({ xPx: 200, yPx: 20, widthPx: 100, heightPx: 200 });
  });

  it.each<[Record<string, unknown>, { widthPx: number; heightPx: number }]>([
    [{}, { widthPx: 1000, heightPx: 500 }],
    [{ width: 100 }, { widthPx: 100, heightPx: 50 }],
    [{ height: 100, aspect_ratio: '1:1' }, { widthPx: 100, heightPx: 100 }],
    [{ width: 0.2, height: 0.2 }, { widthPx: 1, heightPx: 1 }],
    [{ width: [{ time: 0, value: 200 }, { time: 1, value: 800 }], height: 100 }, { widthPx: 200, heightPx: 100 }],
  ])('of %j has whole pixels, as the group begins', (box, size) => {
    expect(resolveGroup([image()], box).canvas).toEqual({ ...size, fillColor: null });
  });

  it('of a group in a group is of that one', () => {
    const outer = resolveGroup([group([image({ width: '50%', height: '50%' })], { width: '50%', height: '50%' })], { width: '50%', height: '50%' });
    expect(outer.layers).toMatchObject([{ type: 'group', canvas: { widthPx: 250, heightPx: 125 }, layers: [{ box: { widthPx: 83, heightPx: 63 } }] }]);
  });
});

describe('the time of a group', () => {
  it('is as long as what is in it, whose frames are those of the output', () => {
    const layer = resolveGroup([image({ time: 1, duration: 2 }), video({ duration: 4 })], { time: 3 });
    expect([layer.startFrame, layer.endFrame]).toEqual([30, 70]);
    expect(framesOf(layer)).toEqual([[40, 60], [30, 70]]);
  });

  it('is open like that of an image when nothing in it has an end', () => {
    expect(timelineOf(compositionOf([group([image()]), image({ duration: 8 })])).layers.map(({ endFrame }) => endFrame)).toEqual([80, 80]);
    expect(framesOf(resolveGroup([image(), image({ time: 2 })], {}, { duration: 7 }))).toEqual([[0, 70], [20, 70]]);
  });

  it("cuts what lasts longer than its duration, as a composition's does", () => {
    const layer = resolveGroup([image({ duration: 5, opacity: [{ time: '0%', value: 0 }, { time: '100%', value: 1 }] }), image({ time: 4, duration: 1 })], { time: 1, duration: 3 });
    expect(framesOf(layer)).toEqual([[10, 40]]);
    expect(layer.layers[0]?.motion?.channels[0]?.keyframes.at(-1)?.frame).toBe(30);
  });

  it('that something else cuts leaves the motion of what is in it as it is', () => {
    const cut = resolveGroup([image({ duration: 5, opacity: [{ time: '0%', value: 0 }, { time: '100%', value: 1 }] })], {}, { duration: 3 });
    expect(framesOf(cut)).toEqual([[0, 30]]);
    expect(cut.layers[0]?.motion?.channels[0]?.keyframes.at(-1)?.frame).toBe(50);
  });

  it.each([0.2, 0.21, 0.25, 0.29])('leaves no frame empty where it starts at %f s, and rounding makes it a frame longer or shorter', (time) => {
    const layer = resolveGroup([video({ duration: 0.44 })], { time, duration: 0.44 });
    expect(framesOf(layer)).toEqual([[layer.startFrame, layer.endFrame]]);
  });

  it('lets tracks, transitions and what follows count within the group', () => {
    const layer = resolveGroup([image({ track: 1, duration: 2 }), image({ track: 1, duration: 2, transition: { type: 'fade', duration: 1 } })], { time: 1 });
    expect(framesOf(layer)).toEqual([[10, 30], [20, 40]]);
    expect(layer.layers[1]?.motion?.channels[0]?.property).toBe('opacity');
  });
});

describe('a group that loops', () => {
  it('repeats what is in it until its end, each round alike', () => {
    const layer = resolveGroup([image({ time: 0.5, duration: 0.5 }), video({ duration: 2 })], { loop: true, time: 1, duration: 5 });
    expect(framesOf(layer)).toEqual([[15, 20], [35, 40], [55, 60], [10, 30], [30, 50], [50, 60]]);
  });

  it('has no length of its own', () => {
    const { layers } = timelineOf(compositionOf([group([image({ duration: 2 })], { loop: true }), image({ duration: 7 })]));
    expect(layers[0]).toMatchObject({ startFrame: 0, endFrame: 70 });
  });

  it('is not repeated when nothing in it ends', () => {
    expect(framesOf(resolveGroup([image()], { loop: true, duration: 9 }))).toEqual([[0, 90]]);
  });

  it('may be in another that loops', () => {
    const inner = group([video({ duration: 0.5 })], { loop: true, duration: 1 });
    const layer = resolveGroup([inner, video({ duration: 2 })], { loop: true, duration: 4 });
    expect(layer.layers.map(({ type, startFrame, endFrame }) => [type, startFrame, endFrame])).toEqual([['group', 0, 10], ['group', 20, 30], ['video', 0, 20], ['video', 20, 40]]);
    expect(layer.layers.map((part) => (part.type === 'group' ? framesOf(part) : null))).toEqual([[[0, 5], [5, 10]], [[20, 25], [25, 30]], null, null]);
  });

  it('shows once what is the same in every frame of it, alone or in another', () => {
    const fade = [{ time: 0, value: 0 }, { time: 'end', value: 1 }];
    const steady = group([image({ duration: 2 })], { loop: true, duration: 2 });
    const layer = resolveGroup([image({ track: 1, duration: 2 }), steady, image({ duration: 2, opacity: fade }), image({ duration: 1 }), video({ duration: 2 })], { loop: true, time: 1, duration: 5 });
    expect(framesOf(layer)).toEqual([[10, 60], [10, 60], [10, 30], [30, 50], [50, 60], [10, 20], [30, 40], [50, 60], [10, 30], [30, 50], [50, 60]]);
  });

  it('is refused where that would be too much', () => {
    expect(problemsOf({ ...bodyOf(group([image({ duration: 0.1 })], { id: 'dots', loop: true, duration: 500 })) })).toEqual({
      'elements.0': 'Element "dots" repeats so often that the composition comes to 10000 layers and sounds; at most 3000 are allowed',
    });
  });
});

describe('sounds of a group', () => {
  it('are moved, cut and repeated with it', () => {
    const { sounds } = timelineOf(compositionOf([group([audio({ time: 0.5, duration: 1 }), video({ duration: 2 })], { loop: true, time: 1, duration: 3 })]));
    expect(sounds.map(({ source, startSeconds, durationSeconds }) => [source, startSeconds, durationSeconds])).toEqual([[SONG, 1.5, 1], [CLIP, 1, 2], [SONG, 3.5, 0.5], [CLIP, 3, 1]]);
  });

  it('cross with those of the group that takes over', () => {
    const { sounds } = timelineOf(compositionOf([group([video({ duration: 4 })], { track: 1 }), group([video({ duration: 4 })], { track: 1, transition: { type: 'fade', duration: 1 } })]));
    expect(sounds).toMatchObject([{ fadeOutSeconds: 1, fadeOutCurve: 'equal-power' }, { startSeconds: 3, fadeInSeconds: 1, fadeInCurve: 'equal-power' }]);
  });
});

describe('problems in a group', () => {
  it('are told at their paths, with the nearest name', () => {
    const elements = [image(), group([{ type: 'shape', shape: 'ellipse', widht: 3 }, { type: 'imag' }, image({ width: -1 })])];
    const problems = problemsOf(bodyOf(group(elements)));
    expect(Object.keys(problems)).toEqual(['elements.0.elements.1.elements.0.widht', 'elements.0.elements.1.elements.1.type', 'elements.0.elements.1.elements.2.width']);
    expect(problems['elements.0.elements.1.elements.0.widht']).toMatch(/did you mean "width"/);
    expect(problems['elements.0.elements.1.elements.1.type']).toMatch(/did you mean "image"/);
  });

  it.each<[string, unknown, string]>([
    ['elements that overlap', [image({ track: 1, time: 0, duration: 2 }), image({ track: 1, time: 1, duration: 2 })], 'elements.1.elements.1'],
    ['a mask with nothing below', [image({ mask_mode: 'alpha' })], 'elements.1.elements.0.mask_mode'],
    ['a transition with nothing before it', [image({ transition: { type: 'fade' } })], 'elements.1.elements.0.transition'],
    ['keyframes out of order', [image({ opacity: [{ time: 2, value: 0 }, { time: 1, value: 1 }] })], 'elements.1.elements.0.opacity.1.time'],
    ['an animation after the end', [image({ duration: 2, animations: [{ type: 'fade' }, { type: 'fade', time: 3 }] })], 'elements.1.elements.0.animations.1.time'],
    ['a box that is too large', [image({ width: '2000%', height: 5 })], 'elements.1.elements.0.width'],
    ['an id that is used outside', [image({ id: 'photo' })], 'elements.1.elements.0.id'],
    ['no elements', [], 'elements.1.elements'],
    ['a fit', [image()], 'elements.1.fit_mode'],
  ])('%s', (_name, elements, path) => {
    const changes = path.endsWith('fit_mode') ? { fit_mode: 'cover' } : { width: 900 };
    expect(Object.keys(problemsOf(bodyOf(image({ id: 'photo' }), { type: 'composition', elements, ...changes })))).toEqual([path]);
  });

  it('groups may be four deep', () => {
    const nested = (depth: number): unknown => group([depth === 1 ? image() : nested(depth - 1)]);
    expect(problemsOf(bodyOf(nested(4)))).toEqual({});
    expect(problemsOf(bodyOf(nested(6)))).toEqual({ 'elements.0.elements.0.elements.0.elements.0.elements.0': 'must not be a group: groups may be in 3 others at most' });
  });

  it('all elements count, wherever they are', () => {
    const many = (count: number) => Array.from({ length: count }, () => image());
    expect(problemsOf(bodyOf(group(many(300)), group(many(198))))).toEqual({});
    expect(problemsOf(bodyOf(group(many(300)), group(many(199))))).toEqual({ elements: 'must be at most 500 elements with those in groups, not 501' });
  });

  it('a canvas as large as no video is refused', () => {
    expect(Object.keys(problemsOf(bodyOf(group([image()], { width: 16_000, height: 16_000 }))))).toEqual(['elements.0']);
  });
});

describe('whatever lists elements', () => {
  const composition = compositionOf([group([image({ id: 'inner' }), group([video()])]), video()]);

  it('sees those in groups', () => {
    expect(listElements(composition).map(({ elementId }) => elementId)).toEqual(['elements.0', 'inner', 'elements.0.elements.1', 'elements.0.elements.1.elements.0', 'elements.1']);
    expect(listSources(composition)).toEqual([
      { source: PHOTO, kind: 'image', elementIds: ['inner'] },
      { source: CLIP, kind: 'video', elementIds: ['elements.0.elements.1.elements.0', 'elements.1'] },
    ]);
    expect(toEstimateFeatures(composition)).toMatchObject({ elementCount: 5, videoCount: 2, imageCount: 1 });
  });
});

describe('an animation or keyframes past the end', () => {
  it('an animation that begins when its element is over is refused', () => {
    expect(problemsOf(bodyOf(image({ id: 'photo', duration: 2, animations: [{ type: 'fade', time: 2.5 }] })))).toEqual({
      'elements.0.animations.0.time': 'The animation "fade" of "photo" begins 2.5 s after its start, but it lasts only 2 s',
    });
  });

  it('an element that the composition cuts keeps both', () => {
    const cut = image({ duration: 10, opacity: [{ time: 0, value: 0 }, { time: 8, value: 1 }, { time: 'end', value: 0 }], animations: [{ type: 'fade', time: 9 }] });
    const { layers } = timelineOf(compositionOf([cut], { duration: 5 }));
    expect(layers[0]?.motion?.channels[0]?.keyframes.map(({ frame }) => frame)).toEqual([0, 80, 80]);
  });
});
