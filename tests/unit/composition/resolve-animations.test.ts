/** Each animation as the channels and clips it becomes, coming and going. The canvas is 1000 x 500 at 10 frames a second, the element lasts 4 s. */
import { describe, expect, it } from 'vitest';
import { frameAt } from '#lib/composition/frame-at';
import { describeMotion } from '#tests/unit/composition/describe-motion';
import { compositionOf, image, imageFacts, problemsOf, timelineOf, VALID_BODY } from '#tests/unit/composition/fixtures';

const timelineWith = (animations: unknown, properties: Record<string, unknown> = {}) => timelineOf(compositionOf([image({ duration: 4, animations, ...properties })]), { image: imageFacts() });
const motionOf = (...animations: unknown[]) => describeMotion(timelineWith(animations).layers[0]?.motion ?? null);

describe('animations', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['fade in', { type: 'fade' }, ['opacity multiply 0:0 5:1']],
    ['fade out', { type: 'fade', time: 'end' }, ['opacity multiply 35:1 40:0']],
    ['fade in later', { type: 'fade', time: 1, duration: 2 }, ['opacity multiply 10:0 30:1']],
    ['fade out early', { type: 'fade', time: 1, reversed: true }, ['opacity multiply 10:1 15:0']],
    ['come back at the end', { type: 'fade', time: 'end', reversed: false }, ['opacity multiply 35:0 40:1']],
    ['no longer than the element', { type: 'fade', duration: 9 }, ['opacity multiply 0:0 40:1']],
    ['slide to the left, in from the right', { type: 'slide' }, ['xPx add 0:1000 5:0']],
    ['slide to the left, out', { type: 'slide', time: 'end' }, ['xPx add 35:0 40:-1000']],
    ['slide down', { type: 'slide', direction: 'down' }, ['yPx add 0:-500 5:0']],
    ['slide a little', { type: 'slide', direction: 'up', distance: '10%' }, ['yPx add 0:50 5:0']],
    ['scale from nothing', { type: 'scale' }, ['scaleX multiply 0:0 5:1', 'scaleY multiply 0:0 5:1']],
    ['scale to twice', { type: 'scale', scale: '200%', time: 'end' }, ['scaleX multiply 35:1 40:2', 'scaleY multiply 35:1 40:2']],
    ['wipe in', { type: 'wipe' }, ['wipe box right 0:0 5:1']],
    ['wipe out: what is left is before the edge', { type: 'wipe', time: 'end' }, ['wipe box left 35:1 40:0']],
    ['spin in', { type: 'spin' }, ['rotationDegrees add 0:-360 5:0']],
    ['spin out, counter-clockwise', { type: 'spin', turns: -0.5, time: 'end' }, ['rotationDegrees add 35:0 40:-180']],
    ['bounce once', { type: 'bounce', count: 1, distance: 40 }, ['yPx add 0:0 5:-40 10:0']],
    ['bounce thrice, each half as high', { type: 'bounce', distance: 40 }, ['yPx add 0:0 2.265:-40 4.531:0 6.133:-20 7.735:0 8.867:-10 10:0']],
    ['shake once', { type: 'shake', count: 1, distance: 12, duration: 0.6 }, ['xPx add 0:0 2:-12 4:6 6:0']],
    ['shake up and down', { type: 'shake', count: 2, distance: 8, direction: 'down', time: 1, duration: 1 }, ['yPx add 10:0 12:8 14:-6 16:4 18:-2 20:0']],
  ])('%s', (_name, animation, motion) => {
    expect(motionOf(animation)).toEqual(motion);
  });

  it('several are done at once', () => {
    expect(motionOf({ type: 'fade' }, { type: 'slide' }, { type: 'fade', time: 'end' })).toEqual(['opacity multiply 0:0 5:1', 'xPx add 0:1000 5:0', 'opacity multiply 35:1 40:0']);
  });

  it('come after the keyframes, and work on what those give', () => {
    const timeline = timelineWith([{ type: 'fade', easing: 'linear', duration: 2 }], { opacity: [{ time: 0, value: 1 }, { time: 2, value: 0.5 }] });
    expect(frameAt(timeline, 10).map(({ opacity }) => opacity)).toEqual([0.375]);
  });

  it('slow down coming and speed up going, unless told otherwise', () => {
    const opacityAt = (animation: Record<string, unknown>, frame: number) => frameAt(timelineWith([{ type: 'fade', duration: 4, ...animation }]), frame)[0]?.opacity ?? 0;
    expect(opacityAt({}, 20)).toBeCloseTo(0.6846433, 5);
    expect(opacityAt({ time: 'end' }, 20)).toBeCloseTo(0.6846433, 5);
    expect(opacityAt({ easing: 'linear' }, 20)).toBeCloseTo(0.5, 9);
  });
});

describe('pan', () => {
  /** Of the 640 x 480 picture that covers the 1000 x 500 canvas, [x, y, width, height] of the part that is shown; the pan takes 2 of the 4 s. */
  function shownAt(animation: Record<string, unknown>, frame: number): number[] {
    const [item] = frameAt(timelineWith([{ type: 'pan', duration: 2, ...animation }]), frame);
    expect(item?.box).toEqual({ xPx: 0, yPx: 0, widthPx: 1000, heightPx: 500 });
    const { xPx, yPx, widthPx, heightPx } = item?.crop ?? { xPx: 0, yPx: 0, widthPx: 0, heightPx: 0 };
    return [xPx, yPx, widthPx, heightPx].map((value) => Number(value.toFixed(3)));
  }

  it.each<[string, Record<string, unknown>, number, number[]]>([
    ['begins as the picture stands', {}, 0, [0, 80, 640, 320]],
    ['magnifies about the middle', { end_zoom: 2 }, 20, [160, 160, 320, 160]],
    ['is on its way in between', { end_zoom: 3 }, 10, [160, 160, 320, 160]],
    ['begins at the top of the whole picture', { end_zoom: 1, start_y: 0, end_y: '100%' }, 0, [0, 0, 640, 320]],
    ['ends at the bottom of the whole picture', { end_zoom: 1, start_y: 0, end_y: '100%' }, 20, [0, 160, 640, 320]],
    ['goes to a corner', { end_zoom: 2, end_x: 1, end_y: 1 }, 20, [320, 320, 320, 160]],
    ['holds its end', { end_zoom: 2 }, 39, [160, 160, 320, 160]],
    ['goes on to the end of the element when it has no duration', { end_zoom: 3, duration: undefined }, 20, [160, 160, 320, 160]],
  ])('%s', (_name, animation, frame, shown) => {
    expect(shownAt(animation, frame)).toEqual(shown);
  });

  it('never leaves the picture', () => {
    for (let frame = 0; frame < 40; frame += 1) {
      const [x = -1, y = -1, width = 0, height = 0] = shownAt({ start_zoom: 3, end_zoom: 1, start_x: 0, end_x: 1, start_y: 1, end_y: 0 }, frame);
      expect(x >= 0 && y >= 0 && x + width <= 640 && y + height <= 480).toBe(true);
    }
  });
});

describe('animations as written', () => {
  const problemsFor = (animations: unknown, type = 'image') => problemsOf({ ...VALID_BODY, elements: [type === 'image' ? image({ animations }) : { type: 'shape', shape: 'ellipse', animations }] });

  it.each<[unknown, Record<string, string>]>([
    ['fade', { 'elements.0.animations': 'must be a list of at most 20 animations, not "fade"' }],
    [[{ type: 'fad' }], { 'elements.0.animations.0.type': 'must be "fade", "slide", "scale", "wipe", "spin", "bounce", "shake" or "pan", not "fad"; did you mean "fade"?' }],
    [[{ type: 'fade', turns: 2 }], { 'elements.0.animations.0.turns': 'is not a known property; known are type, time, duration, easing, reversed' }],
    [[{ type: 'slide', direktion: 'left' }], { 'elements.0.animations.0.direktion': 'is not a known property; did you mean "direction"?' }],
    [[{ type: 'slide', direction: 'north' }], { 'elements.0.animations.0.direction': 'must be one of "left", "right", "up", "down", not "north"' }],
    [[{ type: 'fade', time: 'begin' }], { 'elements.0.animations.0.time': 'must be seconds from 0 to 600, "start" or "end", not "begin"' }],
    [[{ type: 'pan', end_zoom: 0.5 }], { 'elements.0.animations.0.end_zoom': 'must be a number from 1 to 10, not 0.5' }],
  ])('%j is refused', (animations, problems) => {
    expect(problemsFor(animations)).toEqual(problems);
  });

  it('pan is for pictures alone', () => {
    expect(problemsFor([{ type: 'pan' }], 'shape')).toEqual({ 'elements.0.animations.0.type': 'must be "fade", "slide", "scale", "wipe", "spin", "bounce" or "shake", not "pan"' });
  });
});
