/** A path finds its place in the text, also where the text or the path is not what it should be. */
import { describe, expect, it } from 'vitest';
import { findRange, findSyntaxError, toLineNumber } from '#components/composer/json/json-position';

const TEXT = `{
  "width": 640,
  "elements": [
    { "id": "a", "source": "x" },
    { "id": "b" }
  ]
}`;

const textAt = (path: string): string => {
  const { from, to } = findRange(TEXT, path);
  return TEXT.slice(from, to);
};

describe('findRange', () => {
  it('covers the name and the value of a simple property', () => {
    expect(textAt('width')).toBe('"width": 640');
    expect(textAt('elements.0.source')).toBe('"source": "x"');
  });

  it('covers the name alone of a list, and the bracket of an element', () => {
    expect(textAt('elements')).toBe('"elements"');
    expect(textAt('elements.1')).toBe('{');
    expect(toLineNumber(TEXT, findRange(TEXT, 'elements.1').from)).toBe(5);
  });

  it('falls back to what is around a missing key', () => {
    expect(findRange(TEXT, 'elements.1.source')).toEqual(findRange(TEXT, 'elements.1'));
    expect(findRange(TEXT, 'height')).toEqual({ from: 0, to: 1 });
    expect(findRange(TEXT, 'elements.7.id')).toEqual(findRange(TEXT, 'elements'));
    expect(findRange(TEXT, 'width.0')).toEqual(findRange(TEXT, 'width'));
  });

  it('is the value as a whole for the empty path', () => {
    expect(findRange(TEXT, '')).toEqual({ from: 0, to: 1 });
    expect(findRange('', '')).toEqual({ from: 0, to: 0 });
  });
});

describe('findSyntaxError', () => {
  it('is null for valid JSON', () => {
    expect(findSyntaxError(TEXT)).toBeNull();
  });

  it.each([
    ['{\n  "width": ,\n  "height": 1\n}', 2],
    ['{\n  "width": 1\n  "height": 2\n}', 3],
    ['{\n  "elements": [', 2],
    ['{}\n{}', 2],
  ])('points to the first line that is wrong: %j', (text, line) => {
    expect(toLineNumber(text, findSyntaxError(text)?.from ?? -1)).toBe(line);
  });
});
