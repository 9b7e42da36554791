/** Animations by the parts of a text: when each part moves and how far. The canvas is 1000 x 500 at 10 frames a second, the text lasts 4 s. */
import { describe, expect, it } from 'vitest';
import { frameAt } from '#lib/composition/frame-at';
import { isMovingWithin, listStretches } from '#lib/composition/motion-stretches';
import { resolve } from '#lib/composition/resolve';
import type { TextLayer, Timeline } from '#lib/composition/timeline';
import { getFontLibrary } from '#lib/fonts/get-font-library';
import { describeMotion } from '#tests/unit/composition/describe-motion';
import { compositionOf, problemsOf } from '#tests/unit/composition/fixtures';

async function timelineWith(animations: unknown[], properties: Record<string, unknown> = {}): Promise<Timeline & { layer: TextLayer }> {
  const composition = compositionOf([{ type: 'text', text: 'ab cd ef', font_size: 40, duration: 4, animations, ...properties }]);
  const result = resolve(composition, new Map(), await (await getFontLibrary()).load(composition));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  const [layer] = result.timeline.layers;
  if (layer?.type !== 'text') throw new Error('The text is not seen');
  return { ...result.timeline, layer };
}

/** The motion of each part of the one split. */
async function motionsOf(...animations: unknown[]): Promise<string[]> {
  const { layer } = await timelineWith(animations);
  expect(layer.splits).toHaveLength(1);
  return (layer.splits?.[0]?.parts ?? []).map(({ motion }) => describeMotion(motion).join('; '));
}

describe('an animation with a split', () => {
  it.each<[string, Record<string, unknown>, string[]]>([
    ['is done by one part after the other', { type: 'fade', split: 'word', duration: 3, overlap: 0 }, ['opacity multiply 0:0 10:1', 'opacity multiply 10:0 20:1', 'opacity multiply 20:0 30:1']],
    ['overlaps by a half unless told otherwise', { type: 'fade', split: 'word', duration: 2 }, ['opacity multiply 0:0 10:1', 'opacity multiply 5:0 15:1', 'opacity multiply 10:0 20:1']],
    ['is done by all at once', { type: 'fade', split: 'word', duration: 1, overlap: '100%' }, Array(3).fill('opacity multiply 0:0 10:1')],
    ['begins at the end of the text', { type: 'fade', split: 'word', duration: 3, overlap: 0, order: 'backward' }, ['opacity multiply 20:0 30:1', 'opacity multiply 10:0 20:1', 'opacity multiply 0:0 10:1']],
    ['ends with the element', { type: 'fade', split: 'word', time: 'end', duration: 3, overlap: 0 }, ['opacity multiply 10:1 20:0', 'opacity multiply 20:1 30:0', 'opacity multiply 30:1 40:0']],
    ['is no longer than the element', { type: 'fade', split: 'word', duration: 9, overlap: 1 }, Array(3).fill('opacity multiply 0:0 40:1')],
    ['of one part takes the whole time', { type: 'fade', split: 'line', duration: 2 }, ['opacity multiply 0:0 20:1']],
    ['grows each part', { type: 'scale', split: 'line', duration: 1 }, ['scaleX multiply 0:0 10:1; scaleY multiply 0:0 10:1']],
    ['turns each part', { type: 'spin', split: 'line', duration: 1 }, ['rotationDegrees add 0:-360 10:0']],
    ['lets each part hop', { type: 'bounce', split: 'line', count: 1, distance: 12, duration: 1 }, ['yPx add 0:0 5:-12 10:0']],
    ['slides by pixels', { type: 'slide', split: 'line', distance: 12, duration: 1 }, ['xPx add 0:12 10:0']],
    ['slides by its own height', { type: 'slide', split: 'line', direction: 'up', duration: 1 }, ['yPx add 0:48 10:0']],
    ['wipes over each part', { type: 'wipe', split: 'line', duration: 1 }, ['wipe box right 0:0 10:1']],
  ])('%s', async (_name, animation, motions) => expect(await motionsOf(animation)).toEqual(motions));

  it('goes together with others of its kind of part', async () => {
    const [first] = await motionsOf({ type: 'fade', split: 'line', duration: 1 }, { type: 'slide', split: 'line', distance: 10, duration: 1 });
    expect(first).toBe('opacity multiply 0:0 10:1; xPx add 0:10 10:0');
  });

  it('leaves the others to the whole element, and larger parts hold smaller ones', async () => {
    const { layer } = await timelineWith([{ type: 'fade', split: 'letter' }, { type: 'fade' }, { type: 'slide', split: 'line' }]);
    expect(describeMotion(layer.motion)).toEqual(['opacity multiply 0:0 5:1']);
    expect(layer.splits?.map(({ by, parts }) => [by, parts.length])).toEqual([['line', 1], ['letter', 6]]);
  });

  it('is none where no animation has one', async () => expect((await timelineWith([{ type: 'fade' }])).layer.splits).toBeNull());
});

describe('typewriter', () => {
  /** How many letters are seen at each of the frames. */
  async function typedAt(animation: Record<string, unknown>, frames: number[]): Promise<number[]> {
    const timeline = await timelineWith([{ type: 'typewriter', ...animation }]);
    return frames.map((frame) => {
      const parts = frameAt(timeline, frame)[0]?.textParts?.[0];
      return parts === undefined ? 6 : parts.filter(({ opacity }) => opacity === 1).length;
    });
  }

  it.each<[string, Record<string, unknown>, number[], number[]]>([
    ['shows one letter after the other, the last at its end', { duration: 3 }, [0, 4, 5, 10, 29, 30, 39], [0, 0, 1, 2, 5, 6, 6]],
    ['takes a twentieth of a second for each unless told otherwise', {}, [0, 1, 2, 3], [0, 2, 4, 6]],
    ['begins when it is told to', { time: 1, duration: 3 }, [9, 15, 39], [0, 1, 5]],
    ['ends with the element, taking letters back', { time: 'end', duration: 3 }, [9, 15, 35], [6, 5, 1]],
    ['comes at the end', { time: 'end', duration: 3, reversed: false }, [9, 15, 39], [0, 1, 5]],
    ['goes by its easing', { duration: 2, easing: 'steps(2)' }, [9, 10, 19, 20], [0, 3, 3, 6]],
    ['is no longer than the element', { duration: 60 }, [0, 20, 39], [0, 3, 5]],
  ])('%s', async (_name, animation, frames, typed) => expect(await typedAt(animation, frames)).toEqual(typed));

  it('takes back the last letter first', async () => {
    const parts = frameAt(await timelineWith([{ type: 'typewriter', time: 'end', duration: 3 }]), 20)[0]?.textParts?.[0];
    expect(parts?.map(({ opacity }) => opacity)).toEqual([1, 1, 1, 1, 0, 0]);
  });

  it('writes words at once when it is told to', async () => {
    const { layer } = await timelineWith([{ type: 'typewriter', split: 'word' }]);
    expect(layer.splits?.map(({ by, parts }) => [by, parts.length])).toEqual([['word', 3]]);
  });
});

describe('a text whose parts move', () => {
  it('moves from the first part to the last, and rests before and after', async () => {
    const { layer, frameRate } = await timelineWith([{ type: 'fade', split: 'word', duration: 1, time: 2 }], { duration: 8 });
    expect(isMovingWithin(layer, 0, 20)).toBe(false);
    expect(isMovingWithin(layer, 24, 26)).toBe(true);
    expect(isMovingWithin(layer, 30, 80)).toBe(false);
    expect(listStretches(layer, frameRate).map(({ startFrame, endFrame }) => [startFrame, endFrame])).toEqual([[0, 20], [20, 30], [30, 80]]);
  });

  it('is drawn as one once all parts are at their places', async () => {
    const timeline = await timelineWith([{ type: 'slide', split: 'letter', duration: 1 }]);
    expect(frameAt(timeline, 9)[0]?.textParts).not.toBeNull();
    expect(frameAt(timeline, 10)[0]?.textParts).toBeNull();
  });
});

describe('text animations as written', () => {
  const problemsFor = (animations: unknown, element: Record<string, unknown> = { type: 'text', text: 'a' }) => problemsOf({ width: 640, height: 480, elements: [{ ...element, animations }] });
  const IMAGE = { type: 'image', source: 'https://example.com/a.png' };

  it.each<[unknown, Record<string, unknown>]>([
    [[{ type: 'fade', split: 'sentence' }], { split: 'must be one of "line", "word", "letter", not "sentence"' }],
    [[{ type: 'fade', split: 'word', overlap: 2 }], { overlap: 'must be a number from 0 to 1, or a percentage from "0%" to "100%", not 2' }],
    [[{ type: 'fade', split: 'word', order: 'random' }], { order: 'must be one of "forward", "backward", not "random"' }],
    [[{ type: 'fade', overlap: 0.2 }], { split: 'is required beside overlap and order: one of "line", "word", "letter"' }],
    [[{ type: 'typewriter', overlap: 0.2 }], { overlap: 'is not a known property; known are type, time, duration, easing, reversed, split' }],
    [[{ type: 'pan' }], { type: 'must be "fade", "slide", "scale", "wipe", "spin", "bounce", "shake" or "typewriter", not "pan"' }],
  ])('%j is refused', (animations, problems) => {
    expect(problemsFor(animations)).toEqual(Object.fromEntries(Object.entries(problems).map(([key, message]) => [`elements.0.animations.0.${key}`, message])));
  });

  it('are for texts alone', () => {
    expect(problemsFor([{ type: 'typewriter' }], IMAGE)).toEqual({ 'elements.0.animations.0.type': expect.stringContaining('must be "fade", "slide"') });
    expect(problemsFor([{ type: 'fade', split: 'word' }], IMAGE)).toEqual({ 'elements.0.animations.0.split': 'is not a known property; known are type, time, duration, easing, reversed' });
  });
});
