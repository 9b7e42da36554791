/** Which letters, words and lines a text comes apart into, in the order in which they are read. */
import { describe, expect, it } from 'vitest';
import type { SplitBy } from '#lib/composition/schema/animation';
import { listGlyphs, splitText } from '#lib/composition/text/split-text';
import { findLineBreaks } from '#lib/text/unicode-algorithms';
import { layOut } from '#tests/unit/composition/text/layout-of';

/** The text of each part: from its first character to the next part's. */
async function partsOf(text: string, by: SplitBy, properties: Record<string, unknown> = {}): Promise<string[]> {
  const { layer } = await layOut({ text, font_size: 20, ...properties });
  const { partOf, bounds } = splitText(layer.layout, by, { text, findLineBreaks, hasLineBackgrounds: false });
  const starts = bounds.map((_part, place) => Math.min(...listGlyphs(layer.layout).flatMap(({ glyph }, index) => (partOf[index] === place ? [glyph.textIndex] : []))));
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  return starts.map((start, place) => text.slice(start, starts[place + 1] ?? text.length));
}

describe('letters', () => {
  it.each<[string, string, string[]]>([
    ['are characters, spaces going with what is before them', 'a b  c', ['a ', 'b  ', 'c']],
    ['keep their marks', 'e\u0301a\u0323\u0302', ['é', 'ậ']],
    ['are whole emoji', 'a👩🏾‍💻🇩🇪1️⃣', ['a', '👩🏾‍💻', '🇩🇪', '1️⃣']],
    ['are whole conjuncts', 'क्षमा', ['क्ष', 'मा']],
    ['of Arabic are in the order of reading', 'يكتب', ['ي', 'ك', 'ت', 'ب']],
    ['of mixed directions are in the order of reading', 'ab שלום cd', ['a', 'b ', 'ש', 'ל', 'ו', 'ם ', 'c', 'd']],
  ])('%s', async (_name, text, parts) => expect(await partsOf(text.normalize('NFC'), 'letter')).toEqual(parts));

  it('that a font makes one glyph of are one', async () => {
    expect(await partsOf('office', 'letter', { font_family: 'DejaVu Sans' })).toEqual(['o', 'ffi', 'c', 'e']);
    expect(await partsOf('office', 'letter', { font_family: 'DejaVu Sans', letter_spacing: 2 })).toEqual(['o', 'f', 'f', 'i', 'c', 'e']);
    expect(await partsOf('سلام', 'letter', { font_family: 'DejaVu Sans' })).toEqual(['س', 'لا', 'م']);
  });
});

describe('words', () => {
  it.each<[string, string, string[]]>([
    ['are parted by spaces', '  one two-three\nfour', ['  one ', 'two-three\n', 'four']],
    ['are not parted by a space that does not break', '10\u00A0km on', ['10\u00A0km ', 'on']],
    ['are the characters of scripts without spaces, with what a line may not break off', '简体、中文 a', ['简', '体、', '中', '文 ', 'a']],
    ['of Arabic are in the order of reading', 'سلام يا عالم', ['سلام ', 'يا ', 'عالم']],
  ])('%s', async (_name, text, parts) => expect((await partsOf(text, 'word')).map((part) => part.trimStart())).toEqual(parts.map((part) => part.trimStart())));
});

describe('lines', () => {
  it('are as they are set, empty ones left out', async () => {
    expect(await partsOf('one two\n\nthree', 'line', { width: 60 })).toEqual(['one ', 'two\n\n', 'three']);
  });

  it('are as wide as the line with its background, and follow each other down', async () => {
    const { layer } = await layOut({ text: 'a\nb', font_size: 20, background_color: '#000000', background_x_padding: 30 });
    const { bounds } = splitText(layer.layout, 'line', { text: 'a\nb', findLineBreaks, hasLineBackgrounds: true });
    const [first, second] = bounds;
    expect(first?.leftPx).toBeLessThanOrEqual((layer.layout.lines[0]?.xPx ?? 0) - 30);
    expect(second?.topPx).toBeGreaterThan(first?.topPx ?? Infinity);
  });
});
