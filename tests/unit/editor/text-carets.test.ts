/** The caret in a text that is laid out by the real shaper. */
import { describe, expect, it } from 'vitest';
import { resolve } from '#lib/composition/resolve';
import type { Composition } from '#lib/composition/schema/composition';
import { getFontLibrary } from '#lib/fonts/get-font-library';
import { shownWordsOf } from '#lib/editor/shown-words';
import { caretBeside, lineEndOf, nearestCaret, placesOf, selectedBoxes, type Caret, type TextPlaces } from '#lib/editor/text-carets';

async function layOut(text: string, { widthPx = 120, ...style }: { widthPx?: number; text_transform?: 'uppercase' } = {}) {
  const composition: Composition = { width: 640, height: 360, duration: 2, elements: [{ type: 'text', text, width: widthPx, font_size: 40, ...style }] };
  const result = resolve(composition, new Map(), await (await getFontLibrary()).load(composition));
  const layer = result.ok ? result.timeline.layers[0] : undefined;
  if (layer?.type !== 'text') throw new Error('It is no text');
  return layer.layout;
}

async function placeIn(text: string, style: { widthPx?: number; text_transform?: 'uppercase' } = { widthPx: 600 }): Promise<TextPlaces> {
  const { widthPx: _widthPx, ...said } = style;
  return placesOf(await layOut(text, style), shownWordsOf({ type: 'text', text, ...said }));
}

const WORDS = 'Hi yo\n\nabc def ghi';

describe('carets', () => {
  it('there is one for every index, in order, on the line its letter is on', async () => {
    const { carets } = await placeIn(WORDS, {});
    expect(carets.map(({ index }) => index)).toEqual(Array.from({ length: WORDS.length + 1 }, (_value, index) => index));
    expect(carets.map(({ line }) => line).join('')).toBe('0000001' + '2222' + '3333' + '4444');
  });

  it('go on from left to right along a line', async () => {
    const { carets } = await placeIn(WORDS, {});
    for (const line of [0, 2, 3, 4]) {
      const xs = carets.filter((caret) => caret.line === line).map(({ xPx }) => xPx);
      expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    }
  });

  it('a click finds the nearest, on its own line even where another line is longer', async () => {
    const layout = await layOut(WORDS);
    const { carets } = placesOf(layout, shownWordsOf({ type: 'text', text: WORDS }));
    const last = layout.lines.at(-1);
    expect(nearestCaret(carets, { xPx: 999, yPx: (last?.yPx ?? 0) + 5 })?.index).toBe(WORDS.length);
    expect(nearestCaret(carets, { xPx: -999, yPx: (last?.yPx ?? 0) + 5 })?.index).toBe(WORDS.indexOf('ghi'));
  });

  it('up and down go to the line beside, and nowhere at the ends', async () => {
    const { carets } = await placeIn(WORDS, {});
    expect(caretBeside(carets, WORDS.indexOf('def'), 1)?.index).toBe(WORDS.indexOf('ghi'));
    expect(caretBeside(carets, WORDS.indexOf('abc'), -1)?.index).toBe(6);
    expect(caretBeside(carets, 0, -1)).toBeNull();
    expect(caretBeside(carets, WORDS.length, 1)).toBeNull();
  });

  it('what is selected is a box on each line with letters of it', async () => {
    const boxes = selectedBoxes(await placeIn(WORDS, {}), WORDS.indexOf('bc'), WORDS.indexOf('hi'));
    expect(boxes).toHaveLength(3);
    expect(boxes.every(({ widthPx, heightPx }) => widthPx > 0 && heightPx > 0)).toBe(true);
  });

  it('a line begins and ends where it is seen to', async () => {
    const { carets } = await placeIn(WORDS, {});
    expect([lineEndOf(carets, WORDS.indexOf('ef'), 'first'), lineEndOf(carets, WORDS.indexOf('ef'), 'last')]).toEqual([WORDS.indexOf('def'), WORDS.indexOf('ghi') - 1]);
  });

  it('in Hebrew and Arabic they go on from right to left, and begin at the right', async () => {
    for (const words of ['שלום', 'مرحبا']) {
      const { carets, letters } = await placeIn(words);
      const xs = carets.map(({ xPx }) => xPx);
      expect(xs).toEqual(xs.toSorted((a, b) => b - a));
      const right = Math.max(...letters.map(({ box }) => box.xPx + box.widthPx));
      expect(xs[0]).toBeCloseTo(right, 3);
    }
  });

  it('between directions what is selected is in pieces, each where its letters are', async () => {
    const words = 'ab שלום cd';
    const places = await placeIn(words);
    const xOf = (index: number): number => places.carets.find((caret: Caret) => caret.index === index)?.xPx ?? 0;
    expect(xOf(0)).toBeLessThan(xOf(1));
    expect(xOf(3)).toBeGreaterThan(xOf(4));
    expect(xOf(8)).toBeLessThan(xOf(9));
    // From within the Latin word to within the Hebrew one: its first letters are at its right.
    const boxes = selectedBoxes(places, 1, 5);
    expect(boxes).toHaveLength(2);
    expect(boxes[1]?.xPx).toBeGreaterThan((boxes[0]?.xPx ?? 0) + (boxes[0]?.widthPx ?? 0));
  });

  it('what is shown in other letters than it is written has its carets where it is seen', async () => {
    const { carets } = await placeIn('e\u0301ßx', { widthPx: 600, text_transform: 'uppercase' });
    const [start, inMark, sharp, x, end] = carets.map(({ xPx }) => xPx);
    expect(inMark).toBe(start);
    // "SS" is as wide as two letters.
    expect((x ?? 0) - (sharp ?? 0)).toBeGreaterThan(1.5 * ((sharp ?? 0) - (start ?? 0)));
    expect(end).toBeGreaterThan(x ?? 0);
    expect(carets).toHaveLength(5);
  });
});
