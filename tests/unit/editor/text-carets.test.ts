/** The caret in a text that is laid out by the real shaper. */
import { describe, expect, it } from 'vitest';
import { resolve } from '#lib/composition/resolve';
import type { Composition } from '#lib/composition/schema/composition';
import { getFontLibrary } from '#lib/fonts/get-font-library';
import { caretBeside, caretsOf, nearestCaret, selectedBoxes } from '#lib/editor/text-carets';

async function layOut(text: string, widthPx = 120) {
  const composition: Composition = { width: 640, height: 360, duration: 2, elements: [{ type: 'text', text, width: widthPx, font_size: 40 }] };
  const result = resolve(composition, new Map(), await (await getFontLibrary()).load(composition));
  const layer = result.ok ? result.timeline.layers[0] : undefined;
  if (layer?.type !== 'text') throw new Error('It is no text');
  return layer.layout;
}

const WORDS = 'Hi yo\n\nabc def ghi';

describe('carets', () => {
  it('there is one for every index, in order, on the line its letter is on', async () => {
    const carets = caretsOf(await layOut(WORDS), WORDS);
    expect(carets.map(({ index }) => index)).toEqual(Array.from({ length: WORDS.length + 1 }, (_value, index) => index));
    expect(carets.map(({ line }) => line).join('')).toBe('0000001' + '2222' + '3333' + '4444');
  });

  it('go on from left to right along a line', async () => {
    const carets = caretsOf(await layOut(WORDS), WORDS);
    for (const line of [0, 2, 3, 4]) {
      const xs = carets.filter((caret) => caret.line === line).map(({ xPx }) => xPx);
      expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    }
  });

  it('a click finds the nearest, on its own line even where another line is longer', async () => {
    const layout = await layOut(WORDS);
    const carets = caretsOf(layout, WORDS);
    const last = layout.lines.at(-1);
    expect(nearestCaret(carets, { xPx: 999, yPx: (last?.yPx ?? 0) + 5 })?.index).toBe(WORDS.length);
    expect(nearestCaret(carets, { xPx: -999, yPx: (last?.yPx ?? 0) + 5 })?.index).toBe(WORDS.indexOf('ghi'));
  });

  it('up and down go to the line beside, and nowhere at the ends', async () => {
    const carets = caretsOf(await layOut(WORDS), WORDS);
    expect(caretBeside(carets, WORDS.indexOf('def'), 1)?.index).toBe(WORDS.indexOf('ghi'));
    expect(caretBeside(carets, WORDS.indexOf('abc'), -1)?.index).toBe(6);
    expect(caretBeside(carets, 0, -1)).toBeNull();
    expect(caretBeside(carets, WORDS.length, 1)).toBeNull();
  });

  it('what is selected is a box on each line with letters of it', async () => {
    const carets = caretsOf(await layOut(WORDS), WORDS);
    const boxes = selectedBoxes(carets, WORDS.indexOf('bc'), WORDS.indexOf('hi'));
    expect(boxes).toHaveLength(3);
    expect(boxes.every(({ widthPx, heightPx }) => widthPx > 0 && heightPx > 0)).toBe(true);
  });
});
