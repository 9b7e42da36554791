/** What a text element may say, and what it is told when it says something else. */
import { describe, expect, it } from 'vitest';
import { problemsOf } from '#tests/unit/composition/fixtures';

const problemsOfText = (properties: Record<string, unknown>) => problemsOf({ width: 640, height: 480, elements: [{ type: 'text', ...properties }] });

describe('a text element', () => {
  it.each([
    [{ text: 'a', font_size: '8vmin', letter_spacing: '-2%', line_height: '110%', background_color: '#00000080' }],
    [{ spans: [{ text: 'a', font_weight: 900 }, { text: 'b' }], text_wrap: false }],
    [{ text: 'a', x: '10%', shadow_color: '#000000', opacity: [{ time: 0, value: 0 }, { time: 1, value: 1 }] }],
  ])('is accepted: %j', (properties) => expect(problemsOfText(properties)).toEqual({}));

  it('has either a text or spans', () => {
    expect(problemsOfText({})).toEqual({ 'elements.0.text': 'is required: either a text or a list of spans' });
    expect(problemsOfText({ text: 'a', spans: [{ text: 'b' }] })).toEqual({ 'elements.0.text': 'must not be given together with spans' });
  });

  it.each([
    [{ font_weight: 950 }, 'font_weight', 'must be a whole number from 100 to 900, not 950'],
    [{ font_style: 'bold' }, 'font_style', 'must be one of "normal", "italic", not "bold"'],
    [{ text: '' }, 'text', 'must be a text of 1 to 5000 characters, not ""'],
    [{ text_clip: 'yes' }, 'text_clip', 'must be true or false, not "yes"'],
    [{ background_mode: 'all' }, 'background_mode', 'must be "line" or "block", not "all"'],
    [{ spans: [{ text: 'a', fonts: 1 }], text: undefined }, 'spans.0.fonts', expect.stringMatching(/^is not a known property; /)],
    [{ font_famly: 'Lora' }, 'font_famly', 'is not a known property; did you mean "font_family"?'],
    [{ border_radius: 4 }, 'border_radius', expect.stringMatching(/^is not a known property; /)],
  ])('%j is told at its path', (properties, path, message) => {
    expect(problemsOfText({ text: 'a', ...properties })).toEqual({ [`elements.0.${path}`]: message });
  });
});
