/** The timing rules, one line each, in frames at 10 a second; and the problems of time that only the media show. */
import { describe, expect, it } from 'vitest';
import { compositionOf, image, imageFacts, resolveWith, timelineOf, video, videoFacts } from '#tests/unit/composition/fixtures';

/** [first frame, first frame after] of every layer by element id, and the length. The canvas runs at 10 frames a second. */
function framesOf(elements: unknown[], changes: Record<string, unknown> = {}): Record<string, unknown> {
  const timeline = timelineOf(compositionOf(elements, changes));
  const layers = timeline.layers.map(({ elementId, startFrame, endFrame }) => [elementId, [startFrame, endFrame]]);
  return { ...Object.fromEntries(layers), total: timeline.frameCount };
}

describe('time', () => {
  it.each<[string, unknown[], Record<string, unknown>]>([
    ['is 0 for the first of a track', [image({ id: 'a', track: 1, duration: 2 })], { a: [0, 20], total: 20 }],
    [
      'is the end of the element before it on the same track',
      [image({ id: 'a', track: 1, duration: 2 }), image({ id: 'b', track: 2, duration: 7 }), image({ id: 'c', track: 1, duration: 3 })],
      { a: [0, 20], b: [0, 70], c: [20, 50], total: 70 },
    ],
    [
      'follows the element listed before, also when that one has a time',
      [image({ id: 'a', track: 1, time: 4, duration: 2 }), image({ id: 'b', track: 1, duration: 1 })],
      { a: [40, 60], b: [60, 70], total: 70 },
    ],
    [
      'is 0 for elements without a track: each has one of its own',
      [image({ id: 'a', duration: 2 }), image({ id: 'b', duration: 3 })],
      { a: [0, 20], b: [0, 30], total: 30 },
    ],
    ['lands on the nearest frame', [image({ id: 'a', time: 0.149, duration: 0.2 })], { a: [1, 3], total: 3 }],
    ['lands on the later frame from half on', [image({ id: 'a', time: 0.15, duration: 0.2 })], { a: [2, 4], total: 4 }],
  ])('%s', (_name, elements, expectedFrames) => {
    expect(framesOf(elements)).toEqual(expectedFrames);
  });
});

describe('duration of a video', () => {
  it.each<[string, Record<string, unknown>, number]>([
    ["is the media's", {}, 100],
    ['is what is left after trim_start', { trim_start: 4 }, 60],
    ['is trim_duration', { trim_start: 4, trim_duration: 2.5 }, 25],
    ['is what there is when trim_duration is more', { trim_start: 4, trim_duration: 60 }, 60],
    ['is its own when it has one, shorter', { duration: 3 }, 30],
    ['is its own when it has one, longer', { duration: 30 }, 300],
  ])('%s', (_name, properties, frames) => {
    expect(framesOf([video({ id: 'a', ...properties })])).toEqual({ a: [0, frames], total: frames });
  });
});

describe('duration of an image', () => {
  it.each<[string, unknown[], Record<string, unknown>, Record<string, unknown>]>([
    ['is its own when it has one', [image({ id: 'a', duration: 2 })], {}, { a: [0, 20], total: 20 }],
    ['is 5 s when nothing gives one', [image({ id: 'a' })], {}, { a: [0, 50], total: 50 }],
    [
      'is 5 s when an element without a time follows',
      [image({ id: 'a', track: 1 }), image({ id: 'b', track: 1, duration: 9 })],
      {},
      { a: [0, 50], b: [50, 140], total: 140 },
    ],
    [
      "is until the next element's time",
      [image({ id: 'a', track: 1 }), image({ id: 'b', track: 1, time: 7, duration: 1 })],
      {},
      { a: [0, 70], b: [70, 80], total: 80 },
    ],
    [
      'is until the next time on the track, in whatever order they are listed',
      [image({ id: 'b', track: 1, time: 7, duration: 1 }), image({ id: 'a', track: 1, time: 0 })],
      {},
      { a: [0, 70], b: [70, 80], total: 80 },
    ],
    ["is to the end of a longer element on another track", [video({ id: 'v' }), image({ id: 'a', time: 4 })], {}, { v: [0, 100], a: [40, 100], total: 100 }],
    ["is to the composition's own duration", [image({ id: 'a', time: 4 })], { duration: 12 }, { a: [40, 120], total: 120 }],
    [
      'is 5 s when it starts after all others have ended, and that is the end for the rest',
      [video({ id: 'v' }), image({ id: 'a', time: 12 }), image({ id: 'back' })],
      {},
      { v: [0, 100], a: [120, 170], back: [0, 170], total: 170 },
    ],
  ])('%s', (_name, elements, changes, expectedFrames) => {
    expect(framesOf(elements, changes)).toEqual(expectedFrames);
  });
});

describe('the frame grid', () => {
  it('neighbours share an edge, however many there are: rounding does not add up', () => {
    const clips = Array.from({ length: 40 }, (_value, index) => image({ id: `${index}`, track: 1, duration: 1.04 }));
    const { layers, frameCount } = timelineOf(compositionOf(clips));
    expect(layers.slice(1).map(({ startFrame }) => startFrame)).toEqual(layers.slice(0, -1).map(({ endFrame }) => endFrame));
    expect(frameCount).toBe(416);
  });

  it('an element shorter than a frame is shown for one, and the next starts after it', () => {
    const elements = [image({ id: 'a', track: 1, duration: 0.001 }), image({ id: 'b', track: 1, duration: 0.001 })];
    expect(framesOf(elements)).toEqual({ a: [0, 1], b: [1, 2], total: 2 });
  });

  it('elements that meet at a time are not an overlap, though they are written with errors of binary fractions', () => {
    const elements = [image({ id: 'a', track: 1, time: 0.1, duration: 0.2 }), image({ id: 'b', track: 1, time: 0.3, duration: 0.1 })];
    expect(framesOf(elements)).toEqual({ a: [1, 3], b: [3, 4], total: 4 });
  });

  it.each([
    [29.97, 1, 30, 1.001],
    [23.976, 10, 240, 10.01],
    [24, 0.5, 12, 0.5],
    [1, 0.2, 1, 1],
  ])('at %d frames a second, %d s are %d frames', (frameRate, seconds, frames, durationSeconds) => {
    const timeline = timelineOf(compositionOf([image({ duration: seconds })], { frame_rate: frameRate }));
    expect([timeline.frameCount, timeline.durationSeconds]).toEqual([frames, expect.closeTo(durationSeconds, 9)]);
  });
});

describe("the composition's own duration", () => {
  it('cuts what lasts longer and leaves out what starts later', () => {
    const elements = [image({ id: 'a', duration: 9 }), image({ id: 'b', time: 5, duration: 1 }), image({ id: 'c', time: 4.9, duration: 1 })];
    expect(framesOf(elements, { duration: 5 })).toEqual({ a: [0, 50], c: [49, 50], total: 50 });
  });

  it('lengthens the video beyond its elements', () => {
    expect(framesOf([image({ id: 'a', duration: 1 })], { duration: 5 })).toEqual({ a: [0, 10], total: 50 });
  });

  it('shorter than a frame is one frame', () => {
    expect(framesOf([image({ id: 'a', duration: 1 })], { duration: 0.001 })).toEqual({ a: [0, 1], total: 1 });
  });
});

describe('problems that only the media show', () => {
  const problemsOf = (elements: unknown[], durationSeconds = 10) => {
    const result = resolveWith(compositionOf(elements), { video: videoFacts({ durationSeconds }) });
    return result.ok ? [] : result.problems;
  };

  it('an overlap names both elements and when it is', () => {
    expect(problemsOf([video({ id: 'a', track: 3 }), image({ id: 'b', track: 3, time: 8 })])).toEqual([
      {
        code: 'ELEMENTS_OVERLAP',
        elementId: 'b',
        elementIndex: 1,
        message: 'Elements "a" and "b" overlap on track 3: "b" starts at 8 s, "a" lasts until 10 s; give them different tracks or times',
        details: { element_ids: ['a', 'b'], track: 3, start_seconds: 8, end_seconds: 10 },
      },
    ]);
  });

  it('every element under a long one overlaps with that one', () => {
    const elements = [video({ id: 'long', track: 1 }), image({ id: 'b', track: 1, time: 1, duration: 1 }), image({ id: 'c', track: 1, time: 5, duration: 1 })];
    expect(problemsOf(elements).map(({ details }) => details.element_ids)).toEqual([
      ['long', 'b'],
      ['long', 'c'],
    ]);
  });

  it('the same time on two tracks is no overlap', () => {
    expect(problemsOf([video({ track: 1 }), video({ track: 2 })])).toEqual([]);
  });

  it('a composition longer than 600 s says how long it is', () => {
    expect(problemsOf([video({ id: 'film' })], 612.5)).toEqual([
      {
        code: 'OUTPUT_TOO_LONG',
        elementId: 'film',
        elementIndex: 0,
        message: 'Element "film" ends at 612.5 s; a composition lasts at most 600 s',
        details: { duration_seconds: 612.5, duration_seconds_max: 600 },
      },
    ]);
    expect(problemsOf([video({ duration: 600 })], 612.5)).toEqual([]);
  });

  it.each([10, 10.5, 86_400])('a trim_start of %d s in a clip of 10 s is out of range', (trimStart) => {
    expect(problemsOf([video({ id: 'a', trim_start: trimStart })])).toEqual([
      {
        code: 'TRIM_OUT_OF_RANGE',
        elementId: 'a',
        elementIndex: 0,
        message: `Element "a" has trim_start ${trimStart} s, but its source lasts 10 s`,
        details: { trim_start: trimStart, source_seconds: 10 },
      },
    ]);
  });

  it('an image behind a video element and the reverse are told, all of them', () => {
    const result = resolveWith(compositionOf([video({ id: 'v' }), image({ id: 'i' })]), { video: imageFacts(), image: videoFacts() });
    expect(result.ok ? [] : result.problems.map(({ code, elementId }) => [code, elementId])).toEqual([
      ['SOURCE_WRONG_KIND', 'v'],
      ['SOURCE_WRONG_KIND', 'i'],
    ]);
  });
});
