/** The bars of the preview's timeline: what is seen, and what is only heard. */
import { expect, it } from 'vitest';
import { listTracksOfBars } from '#components/preview/timeline-bars';
import { audio, compositionOf, image, timelineOf, video } from '#tests/unit/composition/fixtures';

it('a sound without a picture has a bar of its own on its track; a clip has one, not two', () => {
  const timeline = timelineOf(compositionOf([video({ id: 'clip', track: 1 }), audio({ id: 'music', track: 2, time: 1.234, duration: 3 }), image({ id: 'logo', track: 2, time: 6, duration: 1 })]));
  expect(listTracksOfBars(timeline)).toEqual([
    [2, [
      { elementId: 'logo', startSeconds: 6, endSeconds: 7, isSound: false },
      { elementId: 'music', startSeconds: 1.234, endSeconds: expect.closeTo(4.234, 9), isSound: true },
    ]],
    [1, [{ elementId: 'clip', startSeconds: 0, endSeconds: 10, isSound: false }]],
  ]);
});

it('a clip whose picture is never seen is shown by its sound', () => {
  expect(listTracksOfBars(timelineOf(compositionOf([video({ id: 'clip', opacity: 0 })])))).toEqual([[1, [{ elementId: 'clip', startSeconds: 0, endSeconds: 10, isSound: true }]]]);
});
