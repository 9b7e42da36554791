/** A range on its own shows the very frames that the whole shows at the same moments. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cuttableRange, rangeComposition, type FrameRange } from '#lib/editor/range-composition';
import { resolve } from '#lib/composition/resolve';
import { listTexts } from '#lib/composition/text/list-texts';
import { openScene } from '#lib/editor/scene';
import { factsOf, timelineOf } from '#tests/unit/composition/fixtures';
import { drawnAt, EXAMPLE_COMPOSITIONS, lengths, stateOf } from '#tests/unit/editor/editor-fixtures';
import type { Composition } from '#lib/composition/schema/composition';

/** The range that was made of the one that was asked for: never a shorter one. */
function expectSameFrames(whole: Composition, asked: FrameRange): [startFrame: number, endFrame: number] {
  const { startFrame, endFrame } = cuttableRange(openScene({ composition: whole, selection: [], scope: null }, lengths), asked);
  const [wholeTimeline, partTimeline] = [timelineOf(whole), timelineOf(rangeComposition(whole, asked, lengths))];
  expect(startFrame).toBeLessThanOrEqual(asked.startFrame);
  expect(endFrame).toBeGreaterThanOrEqual(asked.endFrame);
  expect(partTimeline.frameCount).toBe(endFrame - startFrame);
  for (let frame = startFrame; frame < endFrame; frame += 1) expect(rounded(drawnAt(partTimeline, frame - startFrame))).toEqual(rounded(drawnAt(wholeTimeline, frame)));
  return [startFrame, endFrame];
}

/** What is written is rounded to the billionth of a second, which the core takes for the same. */
const rounded = (items: unknown): unknown => JSON.parse(JSON.stringify(items, (_key, value: unknown) => (typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value)));

/** Texts need fonts, and what is cropped needs a source as large as it says. */
function canBeResolved({ composition }: { composition: Composition }): boolean {
  return listTexts(composition).length === 0 && resolve(composition, factsOf(composition)).ok;
}

describe('a range of a composition', () => {
  it('begins where it is asked to when what is on can be cut', () => {
    const { composition } = stateOf([
      { type: 'video', source: 'https://example.com/a.mp4', trim_start: 1 },
      { type: 'shape', shape: 'rectangle', time: 2, width: '50%' },
      { type: 'image', source: 'https://example.com/a.png', time: 4, duration: 3, x: 10, y: 10, width: 100 },
    ]);
    expect(expectSameFrames(composition, { startFrame: 35, endFrame: 60 })).toEqual([35, 60]);
  });

  it('begins and ends with what moves, or takes over from something, when that is on at its ends', () => {
    const { composition } = stateOf([
      { type: 'shape', shape: 'rectangle', duration: 3 },
      { type: 'shape', shape: 'ellipse', duration: 4, opacity: [{ time: 0, value: 0 }, { time: 2, value: 1, easing: 'ease-out' }] },
    ]);
    expect(expectSameFrames(composition, { startFrame: 20, endFrame: 35 })).toEqual([0, 35]);
    const joined = stateOf([
      { type: 'shape', shape: 'rectangle', track: 1, duration: 3 },
      { type: 'shape', shape: 'ellipse', track: 1, duration: 4, transition: { type: 'fade', duration: 1 } },
    ]).composition;
    expect(expectSameFrames(joined, { startFrame: 25, endFrame: 35 })).toEqual([0, 35]);
    expect(expectSameFrames(joined, { startFrame: 0, endFrame: 25 })).toEqual([0, 60]);
    expect(expectSameFrames(joined, { startFrame: 32, endFrame: 40 })).toEqual([32, 40]);
  });

  it('has something of the track that a mask in it masks, as the mask would mask the next lower one', () => {
    const { composition } = stateOf([
      { type: 'shape', shape: 'rectangle', track: 1, duration: 4 },
      { type: 'image', source: 'https://example.com/a.png', track: 2, duration: 2 },
      { type: 'shape', shape: 'ellipse', track: 3, duration: 4, mask_mode: 'alpha' },
    ]);
    expect(expectSameFrames(composition, { startFrame: 25, endFrame: 30 })).toEqual([19, 30]);
  });

  it('to the end of the whole has what lasts longer as the whole has it', () => {
    const { composition } = stateOf(
      [
        { type: 'shape', shape: 'rectangle', time: 2, duration: 8, opacity: [{ time: 0, value: 0 }, { time: '50%', value: 1 }], x: [{ time: 0, value: 0 }, { time: 'end', value: 500 }] },
        { type: 'audio', source: 'https://example.com/a.mp3', time: 2, duration: 8, audio_fade_out: 7 },
      ],
      { duration: 4 },
    );
    expect(expectSameFrames(composition, { startFrame: 20, endFrame: 40 })).toEqual([20, 40]);
    const [sound] = timelineOf(rangeComposition(composition, { startFrame: 20, endFrame: 40 }, lengths)).sounds;
    const [whole] = timelineOf(composition).sounds;
    expect(sound).toEqual({ ...whole, startSeconds: 0 });
  });

  it('of all of it is the composition itself', () => {
    const { composition } = stateOf([{ type: 'shape', shape: 'rectangle', duration: 3 }]);
    expect(rangeComposition(composition, { startFrame: 0, endFrame: 30 }, lengths)).toBe(composition);
  });

  it.each(EXAMPLE_COMPOSITIONS.filter(canBeResolved))('of $id shows the same frames, whatever the range', ({ composition }) => {
    const { frameCount } = openScene({ composition, selection: [], scope: null }, lengths);
    const ranges = fc.tuple(fc.nat({ max: frameCount - 1 }), fc.integer({ min: 1, max: 12 })).map(([startFrame, length]) => ({ startFrame, endFrame: Math.min(frameCount, startFrame + length) }));
    fc.assert(fc.property(ranges, (range) => void expectSameFrames(composition, range)), { numRuns: 4 });
  });
});
