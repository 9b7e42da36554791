/** Keyframes as channels in pixels and frames, one line each; and what a layer that moves may not lose. The canvas is 1000 x 500 at 10 frames a second. */
import { describe, expect, it } from 'vitest';
import { itemAt } from '#lib/composition/frame-at';
import type { Layer } from '#lib/composition/timeline';
import { describeMotion } from '#tests/unit/composition/describe-motion';
import { compositionOf, image, problemsOf, resolveWith, timelineOf, VALID_BODY, video, videoFacts } from '#tests/unit/composition/fixtures';

function layerOf(properties: Record<string, unknown>, changes: Record<string, unknown> = {}): Layer {
  const [layer] = timelineOf(compositionOf([image({ id: 'a', duration: 4, ...properties })], changes)).layers;
  if (layer === undefined) throw new Error('The element has no layer');
  return layer;
}

const channelsFor = (properties: Record<string, unknown>) => describeMotion(layerOf(properties).motion);
const way = (from: unknown, to: unknown) => [{ time: 0, value: from }, { time: 2, value: to }];

describe('times of keyframes', () => {
  it.each<[unknown, number]>([
    [0, 0],
    [1.5, 15],
    [0.123, 1.23],
    ['start', 0],
    ['0%', 0],
    ['12.5%', 5],
    ['50 %', 20],
    ['end', 40],
    ['100%', 40],
    [9, 90],
  ])('%j of an element of 4 s is frame %d', (time, frame) => {
    expect(layerOf({ rotation: [{ time, value: 1 }] }).motion?.channels[0]?.keyframes[0]?.frame).toBe(frame);
  });

  it('count from the element, not from the composition', () => {
    expect(channelsFor({ time: 3, rotation: way(0, 90) })).toEqual(['rotationDegrees set 0:0 20:90']);
  });

  it('"end" of an element that the composition cuts is the cut', () => {
    expect(describeMotion(layerOf({ rotation: [{ time: 'end', value: 1 }] }, { duration: 2.5 }).motion)).toEqual(['rotationDegrees set 25:1']);
  });

  it.each([23.976, 29.97, 59.94])('at %d frames a second a keyframe lies between frames where its time does', (frameRate) => {
    const rate = Math.round(frameRate) * (1000 / 1001);
    expect(layerOf({ rotation: way(0, 90) }, { frame_rate: frameRate }).motion?.channels[0]?.keyframes[1]?.frame).toBeCloseTo(2 * rate, 5);
  });
});

describe('keyframes as channels', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['pixels and percent of the canvas', { width: 100, height: 50, x: way(20, '50%'), y: way('10vh', '100px') }, ['xPx set 0:20 20:500', 'yPx set 0:50 20:100']],
    ['a place less the anchor', { width: 100, height: 50, x: way(100, 200), x_anchor: '50%' }, ['xPx set 0:50 20:150']],
    ['a size from the top left', { x: 10, y: 10, width: way(100, 300), height: 50 }, ['widthPx set 0:100 20:300']],
    ['a size about the middle of the canvas', { width: way(100, 300), height: 50 }, ['widthPx set 0:100 20:300', 'xPx set 0:450 20:350']],
    ['a size about an anchor', { x: 500, x_anchor: '100%', width: way(100, 300), height: 50 }, ['widthPx set 0:100 20:300', 'xPx set 0:400 20:200']],
    ['a height that follows by the aspect', { x: 0, y: 0, width: way(64, 320) }, ['widthPx set 0:64 20:320', 'heightPx set 0:48 20:240']],
    ['a width that follows by the aspect', { x: 0, y: 0, height: way(48, 240) }, ['widthPx set 0:64 20:320', 'heightPx set 0:48 20:240']],
    ['place and size at once', { x: way(0, 500), x_anchor: '50%', width: way(100, 300), height: 50 }, ['widthPx set 0:100 20:300', 'xPx set 0:0 20:500', 'xPx add 0:-50 20:-150']],
    ['turns, more than one', { rotation: way(-90, 720) }, ['rotationDegrees set 0:-90 20:720']],
    ['opacity in both forms', { opacity: way('20%', 1) }, ['opacity set 0:0.2 20:1']],
    ['scale', { x_scale: way(1, '150%'), y_scale: 0.5 }, ['scaleX set 0:1 20:1.5', 'scaleY set 0:0.5']],
    ['blur of the smaller side', { blur_radius: way(10, '4%') }, ['blurRadiusPx set 0:10 20:20']],
  ])('%s', (_name, properties, channels) => {
    expect(channelsFor(properties)).toEqual(channels);
  });

  it('carry their easing, linear when none is given', () => {
    const { motion } = layerOf({ rotation: [{ time: 0, value: 0 }, { time: 1, value: 9 }, { time: 2, value: 0, easing: 'back-out' }] });
    expect(motion?.channels[0]?.keyframes.map(({ easing }) => easing.kind)).toEqual(['linear', 'linear', 'penner']);
  });

  it('an element without any has no motion', () => {
    expect(layerOf({ x: 10, rotation: 30, opacity: 0.5 }).motion).toBeNull();
  });

  it('the layer itself stands as it begins', () => {
    const { box, rotationDegrees, opacity } = layerOf({ x: way(30, 400), y: 7, width: way(100, 300), height: 60, fit_mode: 'fill', rotation: way(-90, 0), opacity: way(0, 1) });
    expect([box, rotationDegrees, opacity]).toEqual([{ xPx: 30, yPx: 7, widthPx: 100, heightPx: 60 }, 270, 1]);
  });

  it('a covered picture keeps its proportions while its box changes shape', () => {
    const layer = layerOf({ x: 0, y: 0, width: way(100, 400), height: 100, fit_mode: 'cover' });
    for (const frame of [0, 7, 20]) {
      const item = itemAt(layer, frame, { numerator: 10, denominator: 1 });
      const { box, crop } = item ?? {};
      expect((crop?.widthPx ?? 0) / (crop?.heightPx ?? 1)).toBeCloseTo((box?.widthPx ?? 0) / (box?.heightPx ?? 1), 1);
    }
  });
});

describe('what is seen at some time is kept', () => {
  const idsOf = (properties: Record<string, unknown>) => timelineOf(compositionOf([image({ duration: 4, ...properties })])).layers.length;

  it.each<[string, Record<string, unknown>, number]>([
    ['moved in from outside', { width: 100, x: way(-500, 100) }, 1],
    ['outside for good', { width: 100, x: -500 }, 0],
    ['slid in', { width: 100, x: -500, animations: [{ type: 'slide' }] }, 1],
    ['grown from outside', { x: -200, width: way(10, 900), height: 50 }, 1],
    ['faded in by keyframes', { opacity: way(0, 1) }, 1],
    ['invisible at every keyframe', { opacity: way(0, '0%') }, 0],
    ['invisible', { opacity: 0, animations: [{ type: 'fade' }] }, 0],
  ])('%s', (_name, properties, count) => {
    expect(idsOf(properties)).toBe(count);
  });

  it('a box that grows beyond what can be drawn is refused', () => {
    const body = compositionOf([image({ height: way(100, 16_000) })], { height: 500 });
    expect(resolveWith(body)).toMatchObject({ ok: false, problems: [{ code: 'OUTPUT_TOO_COMPLEX', elementId: 'elements.0' }] });
  });
});

describe('impossible keyframes', () => {
  const keyframes = (...times: unknown[]) => times.map((time) => ({ time, value: 1 }));
  const problemsFor = (properties: Record<string, unknown>) => problemsOf({ ...VALID_BODY, elements: [image({ id: 'a', duration: 4, ...properties })] });

  it.each<[string, unknown[], Record<string, string>]>([
    ['seconds', keyframes(0, 2, 1), { 'elements.0.rotation.2.time': 'Keyframes of "a" must be in the order of time: rotation has 1 s after 2 s' }],
    ['percentages', keyframes('start', '60%', '50%'), { 'elements.0.rotation.2.time': 'Keyframes of "a" must be in the order of time: rotation has "50%" after "60%"' }],
    ['seconds and percentages of a known length', keyframes(3, '50%'), { 'elements.0.rotation.1.time': 'Keyframes of "a" must be in the order of time: rotation has "50%" after 3 s' }],
    ['after the end', keyframes(5, 'end'), { 'elements.0.rotation.1.time': 'Keyframes of "a" must be in the order of time: rotation has "end" after 5 s' }],
    ['two at one time are a jump', keyframes(1, 1, '25%', '50%'), {}],
    ['one', keyframes(2), {}],
  ])('go back in time: %s', (_name, rotation, problems) => {
    expect(problemsFor({ rotation })).toEqual(problems);
  });

  it('of a length that only the medium tells are refused once it is there', () => {
    const body = compositionOf([video({ id: 'v', rotation: keyframes(8, '50%') })]);
    expect(resolveWith(body, { video: videoFacts({ durationSeconds: 20 }) }).ok).toBe(true);
    expect(resolveWith(body, { video: videoFacts({ durationSeconds: 10 }) })).toMatchObject({ ok: false, problems: [{ code: 'KEYFRAMES_OUT_OF_ORDER', elementId: 'v' }] });
  });

  it.each<[string, unknown, Record<string, string>]>([
    ['no time', [{ value: 1 }], { 'elements.0.rotation.0.time': 'is required: seconds from 0 to 600, a percentage of the element\'s duration from "0%" to "100%", "start" or "end"' }],
    ['a wrong time', [{ time: '120%', value: 1 }], { 'elements.0.rotation.0.time': 'must be seconds from 0 to 600, a percentage of the element\'s duration from "0%" to "100%", "start" or "end", not "120%"' }],
    ['no value', [{ time: 1 }], { 'elements.0.rotation.0.value': 'is required: a number from -36000 to 36000 (degrees)' }],
    ['an unknown name', [{ time: 1, value: 1, eeasing: 'linear' }], { 'elements.0.rotation.0.eeasing': 'is not a known property; did you mean "easing"?' }],
    ['no keyframe', [], { 'elements.0.rotation': 'must be a value or a list of 1 to 500 keyframes, not an array of 0' }],
    ['no keyframes', [3], { 'elements.0.rotation.0': 'must be a keyframe: an object with time and value, not 3' }],
    ['neither', 'a lot', { 'elements.0.rotation': 'must be a number from -36000 to 36000 (degrees), not "a lot"' }],
  ])('%s', (_name, rotation, problems) => {
    expect(problemsFor({ rotation })).toEqual(problems);
  });
});
