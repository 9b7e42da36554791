/** What no text and no nesting of a request may be, whatever it stands for. */
import { describe, expect, it } from 'vitest';
import { problemsOf, VALID_BODY, withElement } from '#tests/unit/composition/fixtures';

describe('checkJsonShape', () => {
  const nest = (depth: number): unknown => Array.from({ length: depth }).reduce<unknown>((inner) => [inner], 1);

  it('33 levels are refused, wherever they are, and 32 are not', () => {
    expect(problemsOf({ ...VALID_BODY, extra: nest(32) })).toEqual({ [`extra${'.0'.repeat(31)}`]: 'is nested deeper than 32 levels' });
    expect(Object.values(problemsOf({ ...VALID_BODY, extra: nest(31) }))).toEqual([expect.stringMatching(/^is not a known property/)]);
  });

  it('a depth that would overflow the stack is refused like any other', () => {
    expect(Object.values(problemsOf(nest(200_000)))).toEqual(['is nested deeper than 32 levels']);
  });

  it.each([
    ['\0', 'a NUL character'],
    ['a\ud800b', 'half of a surrogate pair'],
    ['\udc00', 'half of a surrogate pair'],
  ])('%j in a value', (text, fault) => {
    expect(problemsOf(withElement({ id: text }))).toEqual({ 'elements.0.id': `must not contain ${fault}` });
  });

  it('NUL in a name', () => {
    expect(problemsOf({ ...VALID_BODY, 'a\0': 1 })['']).toBe('has a property whose name contains a NUL character');
  });
});
