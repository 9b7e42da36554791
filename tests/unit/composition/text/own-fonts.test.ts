/** The fonts of a composition before any of them is fetched: what may be written, which are asked for, and what is warned of. */
import { describe, expect, it } from 'vitest';
import { findKnownWarnings } from '#lib/composition/known-warnings';
import { createFaceChooser } from '#lib/composition/text/choose-face';
import { listOwnFonts } from '#lib/composition/text/own-fonts';
import { getFontFamilies } from '#lib/fonts/get-font-families';
import { compositionOf, problemsOf } from '#tests/unit/composition/fixtures';

const SOURCE = 'https://example.com/own.woff2';
const brand = (changes: Record<string, unknown> = {}) => ({ family: 'Brand', source: SOURCE, ...changes });
const text = (changes: Record<string, unknown> = {}) => ({ type: 'text', text: 'a', ...changes });
const problemsOfFonts = (fonts: unknown) => problemsOf({ width: 640, height: 480, fonts, elements: [text()] });

describe('fonts as written', () => {
  it('are a list of families with sources', () => {
    expect(problemsOfFonts([brand(), brand({ weight: 700, style: 'italic' })])).toEqual({});
    expect(problemsOfFonts([])).toEqual({});
  });

  it.each<[unknown, Record<string, unknown>]>([
    [{}, { fonts: 'must be a list of at most 20 fonts, not an object' }],
    [Array(21).fill(brand()), { fonts: 'must be a list of at most 20 fonts, not an array of 21' }],
    [['Brand'], { 'fonts.0': 'must be an object with a family and a source, not "Brand"' }],
    [[brand({ family: '' })], { 'fonts.0.family': 'must be the name of a font family, 1 to 100 characters, not ""' }],
    [[brand({ weight: 'bold' })], { 'fonts.0.weight': 'must be a whole number from 100 to 900, not "bold"' }],
    [[brand({ style: 'oblique' })], { 'fonts.0.style': 'must be one of "normal", "italic", not "oblique"' }],
    [[brand(), brand({ source: 'file:///etc/passwd' })], { 'fonts.1.source': expect.stringContaining('must be an http or https URL') }],
    [[{ family: 'Brand' }], { 'fonts.0.source': expect.stringContaining('is required') }],
    [[brand({ url: SOURCE })], { 'fonts.0.url': expect.stringMatching(/^is not a known property/) }],
  ])('%j is told at its path', (fonts, problems) => expect(problemsOfFonts(fonts)).toEqual(problems));
});

describe('fonts that are asked for', () => {
  const askedBy = (elements: unknown[], fonts: unknown[] = [brand(), brand({ family: 'Other' })]) => listOwnFonts(compositionOf(elements, { fonts }), 'Inter').map(({ path }) => path);

  it.each<[string, unknown[], string[]]>([
    ['by a text', [text({ font_family: 'brand' })], ['fonts.0']],
    ['by a span', [{ type: 'text', spans: [{ text: 'a' }, { text: 'b', font_family: 'Other' }] }], ['fonts.1']],
    ['by a text in a group in a group', [{ type: 'composition', elements: [{ type: 'composition', elements: [text({ font_family: 'Other' })] }] }], ['fonts.1']],
    ['by none', [text()], []],
  ])('%s', (_name, elements, paths) => expect(askedBy(elements)).toEqual(paths));

  it('are all files of the family, and the default family where a text names none', () => {
    expect(askedBy([text()], [brand({ family: 'Inter' }), brand({ family: 'inter', weight: 700 })])).toEqual(['fonts.0', 'fonts.1']);
  });
});

describe('warnings before the fonts are fetched', () => {
  const warningsOf = async (elements: unknown[], fonts: unknown[]) => findKnownWarnings(compositionOf(elements, { fonts }), await getFontFamilies());

  it('say nothing of an own family, nor of its characters, which nobody knows yet', async () => {
    expect(await warningsOf([text({ font_family: 'Brand', text: 'a𒀀' })], [brand()])).toEqual([]);
  });

  it('name a font that no text uses', async () => {
    expect(await warningsOf([text()], [brand()])).toEqual([{ path: 'fonts.0', code: 'unused_font', message: 'is not used: no text has the font_family "Brand"' }]);
  });

  it('know the own families when one is misspelt', async () => {
    const [warning] = await warningsOf([text({ font_family: 'Brandt' }), text({ font_family: 'Brand' })], [brand()]);
    expect(warning).toMatchObject({ path: 'elements.0.font_family', code: 'unknown_font_family', message: expect.stringContaining('did you mean "Brand"?') });
  });

  it('reach into groups', async () => {
    const [warning] = await warningsOf([{ type: 'composition', elements: [text({ font_family: 'Intar' })] }], []);
    expect(warning?.path).toBe('elements.0.elements.0.font_family');
  });
});

describe('Chinese characters', () => {
  it.each([
    ['alone are drawn the simplified Chinese way', '直接', 'noto-sans-sc'],
    ['with kana, the Japanese way', '直接の', 'noto-sans-jp'],
    ['with hangul, the Korean way', '直接 한국', 'noto-sans-kr'],
    ['among Latin letters, the simplified Chinese way', 'direct: 直接', 'noto-sans-sc'],
  ])('%s', async (_name, words, file) => {
    const choose = createFaceChooser(await getFontFamilies(), words);
    expect(choose('直', { family: 'Inter', weight: 400, fontStyle: 'normal' }).file).toContain(file);
  });
});
