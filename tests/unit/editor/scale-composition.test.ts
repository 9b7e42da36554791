/** A draft shows what the whole shows, with fewer pixels. */
import { describe, expect, it } from 'vitest';
import { parseComposition } from '#lib/composition/parse';
import { resolve } from '#lib/composition/resolve';
import { listTexts } from '#lib/composition/text/list-texts';
import type { Composition } from '#lib/composition/schema/composition';
import { draftFactorOf, draftRange } from '#lib/editor/draft-range';
import { scaleComposition } from '#lib/editor/scale-composition';
import { factsOf, timelineOf } from '#tests/unit/composition/fixtures';
import { drawnAt, EXAMPLE_COMPOSITIONS, lengths, stateOf } from '#tests/unit/editor/editor-fixtures';

interface Drawn {
  box: Record<'xPx' | 'yPx' | 'widthPx' | 'heightPx', number>;
  opacity: number;
  items: Drawn[] | null;
}

/** Where everything is, from the back to the front, groups with what is in them. */
function boxesOf(items: readonly Drawn[]): number[] {
  return items.flatMap(({ box, opacity, items: inside }) => [box.xPx, box.yPx, box.widthPx, box.heightPx, opacity * 1000, ...boxesOf(inside ?? [])]);
}

/** Texts need fonts, and what is cropped needs a source as large as it says. */
const canBeResolved = ({ composition }: { composition: Composition }): boolean => listTexts(composition).length === 0 && resolve(composition, factsOf(composition)).ok;

/** The core makes sides even. */
const canBeHalved = ({ composition: { width, height } }: { composition: Composition }): boolean => width % 4 === 0 && height % 4 === 0;

describe('a composition at half its size', () => {
  it.each(EXAMPLE_COMPOSITIONS)('$id is a valid composition', ({ composition }) => {
    const parsed = parseComposition(scaleComposition(composition, 1 / 2));
    expect(parsed.ok ? [] : parsed.problems).toEqual([]);
  });

  it.each(EXAMPLE_COMPOSITIONS.filter(canBeResolved).filter(canBeHalved))('$id has everything where it was, to a pixel', ({ composition }) => {
    const [whole, half] = [timelineOf(composition), timelineOf(scaleComposition(composition, 1 / 2))];
    expect([half.frameCount, half.widthPx * 2, half.heightPx * 2]).toEqual([whole.frameCount, whole.widthPx, whole.heightPx]);
    for (let frame = 0; frame < whole.frameCount; frame += 7) {
      const [large, small] = [boxesOf(drawnAt(whole, frame) as Drawn[]), boxesOf(drawnAt(half, frame) as Drawn[])];
      expect(small).toHaveLength(large.length);
      // Opacity, every fifth, is the same; of boxes, both roundings of both.
      large.forEach((value, index) => expect(Math.abs((index % 5 === 4 ? value : value / 2) - (small[index] ?? NaN))).toBeLessThanOrEqual(index % 5 === 4 ? 1e-6 : 1.5));
    }
  });

  it('has every length in pixels halved, and all that is no such length as it was', () => {
    const shape = { type: 'shape', shape: 'rectangle', x: 20, y: '10%', width: [{ time: 0, value: '40px' }, { time: 1, value: '20%' }], height: '5vmin', stroke_color: '#ffffff', stroke_dash: [4, '6px'], border_radius: '8px', animations: [{ type: 'slide', distance: 60 }] };
    const image = { type: 'image', source: 'https://a.test/a.png', crop: { x: 30, width: '50%' }, blur_radius: 3 };
    const text = { type: 'text', spans: [{ text: 'a', font_size: 30, letter_spacing: '2px' }], font_size: '12vmin', stroke_color: '#000000' };
    const { composition } = stateOf([shape, { type: 'composition', elements: [image] }, text]);
    expect(scaleComposition(composition, 1 / 2)).toMatchObject({
      width: 500,
      height: 250,
      elements: [
        { x: 10, y: '10%', width: [{ time: 0, value: '20px' }, { time: 1, value: '20%' }], height: '5vmin', stroke_width: 1, stroke_dash: [2, '3px'], border_radius: '4px', animations: [{ type: 'slide', distance: 30 }] },
        { elements: [{ crop: { x: 30, width: '50%' }, blur_radius: 1.5 }] },
        { spans: [{ font_size: 15, letter_spacing: '1px' }], font_size: '12vmin' },
      ],
    });
  });
});

describe('a stroke that nobody gave a width', () => {
  it('is scaled where there is one: with a colour, or of a line', () => {
    const base = { type: 'shape', width: 90, height: 90 };
    const { composition } = stateOf([{ ...base, shape: 'line' }, { ...base, shape: 'ellipse', stroke_color: '#ffffff' }, { ...base, shape: 'ellipse' }]);
    const scaled = scaleComposition(composition, 1 / 3);
    expect(scaled.elements.map((element) => ('stroke_width' in element ? element.stroke_width : null))).toEqual([0.666667, 0.666667, null]);
  });
});

describe('a draft', () => {
  it('has a canvas of even sides, and is the part itself where it would be other or no quicker', () => {
    const factor = (width: number, height: number, more: object = {}) => draftFactorOf(stateOf([{ type: 'image', source: 'https://a.test/a.png', ...more }], { width, height }).composition);
    expect([factor(1920, 1080), factor(1080, 1350), factor(1081, 1351), factor(640, 360), factor(1920, 1080, { fit_mode: 'none' })]).toEqual([1 / 2, 2 / 3, 1, 1, 1]);
    const { composition } = stateOf([{ type: 'shape', shape: 'rectangle', duration: 3 }], { width: 1920, height: 1080 });
    expect(draftRange(composition, { startFrame: 10, endFrame: 20 }, lengths)).toMatchObject({ width: 960, height: 540, duration: 1 });
  });
});
