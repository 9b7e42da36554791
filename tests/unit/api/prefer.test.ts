/** `Prefer: wait=N` is read as RFC 7240 says, and whatever is malformed is ignored. */
import { describe, expect, test } from 'vitest';
import { parsePreferWait } from '#lib/api/prefer';

describe('parsePreferWait', () => {
  test.each([
    ['wait=10', 10],
    ['wait=0', 0],
    ['Wait = 7', 7],
    ['wait="12"', 12],
    ['respond-async, wait=5', 5],
    ['wait=5; strict, return=minimal', 5],
    ['wait=5, wait=9', 5],
    ['  wait=5  ', 5],
  ])('reads %s as RFC 7240 writes it', (header, expected) => {
    expect(parsePreferWait(header, 30)).toBe(expected);
  });

  test('a wait beyond the threshold is cut to the threshold', () => {
    expect(parsePreferWait('wait=3600', 30)).toBe(30);
  });

  test.each([null, '', 'wait', 'wait=', 'wait=-1', 'wait=1.5', 'wait=soon', 'wait="5', 'wait=1e3', 'waiting=5', 'wait=99999999999', 'wait=, wait=5', 'return=minimal'])(
    'ignores %s',
    (header) => {
      expect(parsePreferWait(header, 30)).toBeNull();
    },
  );
});
