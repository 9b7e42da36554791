/** Words written and styled in place: every span keeps its style, and nothing is written that says nothing. */
import { describe, expect, it } from 'vitest';
import type { TextElement } from '#lib/composition/schema/text-element';
import { findWritten, styleOf, styleWords, wordsOf, writeWords } from '#lib/editor/rich-words';

const plain: TextElement = { id: 'a', type: 'text', text: 'Hello world', font_size: 40 };
const rich: TextElement = { type: 'text', spans: [{ text: 'Hello ' }, { text: 'bold', font_weight: 700 }, { text: ' end', fill_color: '#ff0000' }], font_size: 40 };

describe('writing', () => {
  it('what is typed inside a span belongs to it, and at an edge to the span before', () => {
    expect(writeWords(rich, { start: 8, end: 8 }, 'X').spans?.[1]).toEqual({ text: 'boXld', font_weight: 700 });
    expect(writeWords(rich, { start: 10, end: 10 }, 'er').spans?.[1]).toEqual({ text: 'bolder', font_weight: 700 });
    expect(writeWords(rich, { start: 0, end: 0 }, 'Oh ').spans?.[0]).toEqual({ text: 'Oh Hello ' });
  });

  it('a selection over several spans is replaced by words of the first, and spans without words are gone', () => {
    expect(writeWords(rich, { start: 7, end: 14 }, '!')).toEqual({ ...rich, spans: [{ text: 'Hello ' }, { text: 'b!', font_weight: 700 }] });
    expect(writeWords(rich, { start: 6, end: 10 }, '').spans).toEqual([{ text: 'Hello ' }, { text: ' end', fill_color: '#ff0000' }]);
  });

  it('a text in one style stays a text, in the place it was written in', () => {
    const written = writeWords(plain, { start: 5, end: 11 }, '');
    expect(written).toEqual({ ...plain, text: 'Hello' });
    expect(Object.keys(written)).toEqual(Object.keys(plain));
    expect(wordsOf(writeWords(plain, { start: 0, end: 11 }, ''))).toBe('');
  });
});

describe('styling', () => {
  it('a part becomes a span, taken back it is a text again', () => {
    const bold = styleWords(plain, { start: 6, end: 11 }, { font_weight: 700 });
    expect(bold).toEqual({ id: 'a', type: 'text', spans: [{ text: 'Hello ' }, { text: 'world', font_weight: 700 }], font_size: 40 });
    expect(styleWords(bold, { start: 6, end: 11 }, { font_weight: 400 })).toEqual(plain);
  });

  it('all of it is said once, by the element, and no more by its spans', () => {
    expect(styleWords(rich, { start: 0, end: 14 }, { font_weight: 700 })).toEqual({
      ...rich, font_weight: 700, spans: [{ text: 'Hello ' }, { text: 'bold' }, { text: ' end', fill_color: '#ff0000' }],
    });
    expect(styleWords(plain, { start: 0, end: 11 }, { fill_color: '#ffffff' })).toEqual(plain);
  });

  it('neighbours in one style are one span', () => {
    expect(styleWords(rich, { start: 0, end: 6 }, { font_weight: 700 }).spans).toEqual([{ text: 'Hello bold', font_weight: 700 }, { text: ' end', fill_color: '#ff0000' }]);
  });

  it('says what a selection has in common', () => {
    expect(styleOf(rich, { start: 6, end: 10 })).toMatchObject({ font_weight: 700, font_style: 'normal', font_size: 40 });
    expect(styleOf(rich, { start: 0, end: 10 }).font_weight).toBeNull();
    expect(styleOf(rich, { start: 10, end: 10 }).font_weight).toBe(700);
    expect(styleOf(rich, { start: 0, end: 0 }).font_weight).toBe(400);
  });
});

describe('what an input has written', () => {
  it('is found by the caret, also where the same letter stands several times', () => {
    expect(findWritten('aaa', 'aaaa', 2)).toEqual({ start: 1, end: 1, words: 'a' });
    expect(findWritten('abcd', 'ad', 1)).toEqual({ start: 1, end: 3, words: '' });
    expect(findWritten('hello', 'help!', 5)).toEqual({ start: 3, end: 5, words: 'p!' });
    expect(findWritten('one two', 'one 2 two', 0)).toMatchObject({ words: expect.stringContaining('2') as string });
  });
});
