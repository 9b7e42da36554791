/** What a client is told of a text that will not look as asked. */
import { describe, expect, it } from 'vitest';
import { findKnownWarnings } from '#lib/composition/known-warnings';
import { resolve } from '#lib/composition/resolve';
import { getFontFamilies } from '#lib/fonts/get-font-families';
import { compositionOf, image } from '#tests/unit/composition/fixtures';
import { layOut } from '#tests/unit/composition/text/layout-of';

const warningsOf = async (elements: unknown[]) => findKnownWarnings(compositionOf(elements), await getFontFamilies());

describe('findKnownWarnings', () => {
  it('names a family that is not there, with the nearest that is', async () => {
    expect(await warningsOf([image(), { type: 'text', text: 'a', font_family: 'Montserat' }])).toEqual([
      { path: 'elements.1.font_family', code: 'unknown_font_family', message: 'is not a known family ("Montserat"), so Inter is used; did you mean "Montserrat"?' },
    ]);
  });

  it('names the family of a span by its path', async () => {
    const [warning] = await warningsOf([{ type: 'text', spans: [{ text: 'a' }, { text: 'b', font_family: 'Wingdings of Old' }] }]);
    expect(warning?.path).toBe('elements.0.spans.1.font_family');
    expect(warning?.message).toContain('known are Inter, Noto Sans,');
  });

  it('takes the name of a family in any case', async () => expect(await warningsOf([{ type: 'text', text: 'a', font_family: 'lora' }])).toEqual([]));

  it('names characters that no font draws, each once', async () => {
    expect(await warningsOf([{ type: 'text', text: 'a𒀀b𒀀 𓀀' }])).toEqual([
      { path: 'elements.0.text', code: 'missing_glyph', message: 'has characters that no font draws: "𒀀" (U+12000), "𓀀" (U+13000)' },
    ]);
  });

  it.each([
    ['Latin', 'Příliš žluťoučký kůň – Việt Nam, ẞ'],
    ['Greek', 'Ξεσκεπάζω τὴν ψυχοφθόρα βδελυγμία'],
    ['Cyrillic', 'Съешь же ещё этих мягких, їжак, ђурђевак'],
    ['Arabic', 'نصٌّ عربيٌّ ١٢٣، پژواک اُردو'],
    ['Hebrew', 'שָׁלוֹם עולם'],
    ['Devanagari', 'क्षत्रिय हिन्दी ॐ १२३'],
    ['Japanese', '日本語、ひらがな、カタカナ、「鬱」'],
    ['Korean', '한국어 뷁'],
    ['Chinese', '简体中文，繁體中文：龍'],
    ['emoji', '😀👍🏽👨‍👩‍👧‍👦🇩🇪❤️1️⃣🏳️‍🌈👩🏾‍💻🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['marks', 'x̂ m̄̇ Ạ̈ é'],
    ['signs', '→ ✓ ♥ ∑ € “quoted” … ½'],
  ])('has nothing to say about %s', async (_script, text) => expect(await warningsOf([{ type: 'text', text }])).toEqual([]));
});

describe('resolve', () => {
  it('gives the warnings beside the timeline', async () => {
    const { warnings, layer } = await layOut({ text: 'a', font_family: 'Intar' });
    expect(warnings).toHaveLength(1);
    expect(layer.layout.lines[0]?.runs[0]?.glyphs[0]?.shape).toMatch(/^inter-/);
  });

  it('throws when the caller brings no fonts for a text', () => {
    expect(() => resolve(compositionOf([{ type: 'text', text: 'a' }]), new Map())).toThrow('No fonts for the text of element elements.0');
  });
});
