/** How long ago a video was made, in words. */
import { expect, it } from 'vitest';
import { formatAge } from '#components/library/format-age';

const NOW = new Date('2026-11-22T12:00:00Z');

it.each([
  ['2026-11-22T12:00:05Z', 'just now'],
  ['2026-11-22T11:59:01Z', 'just now'],
  ['2026-11-22T11:59:00Z', '1 minute ago'],
  ['2026-11-22T09:59:00Z', '2 hours ago'],
  ['2026-11-16T12:00:00Z', '6 days ago'],
  ['2026-11-01T12:00:00Z', 'Nov 1, 2026'],
])('%s is %s', (iso, words) => {
  expect(formatAge(iso, NOW)).toBe(words);
});
